import { ThemeProvider } from "@sanity/ui";
import { buildTheme } from "@sanity/ui/theme";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isUnsure } from "../../schemas/index.ts";
import { EvidenceList } from "../../studio/source-text/evidence-list.tsx";

const shown = (confidence: number): string => {
  const evidence = [{ path: "byline", lines: [3], rule: "short-line", confidence }];
  const list = createElement(EvidenceList, {
    evidence,
    pressed: undefined,
    onPress: () => {},
    onPoint: () => {},
  });
  return renderToStaticMarkup(createElement(ThemeProvider, { theme: buildTheme() }, list));
};

test.each([0, 0.49, 0.5, 1])(
  "the list of evidence marks a value of confidence %d if it is unsure",
  (confidence) => {
    expect(shown(confidence)).toContain(`${100 * confidence} %`);
    expect(shown(confidence).includes("unsure")).toBe(isUnsure(confidence));
  },
);
