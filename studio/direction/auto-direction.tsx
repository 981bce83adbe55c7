import { useEffect, type ReactElement } from "react";
import type { LayoutProps } from "sanity";

import "./changes.css";

/**
 * The texts of rows, previews and headings, and those that changed: in "Review changes" and in a field. Studio renders them
 * itself, without any component of ours, and truncates long ones where a left-to-right text ends, which is where an Arabic
 * headline begins.
 */
const texts = [
  "[data-testid*='preview'] [data-ui='Text'] > span",
  "[data-testid='pane-header'] [data-ui='Text'] > span",
  "[data-testid='document-panel-document-title'] > span",
  "[data-diff-block-action] > *",
  "[data-ui='field-diff-inspect-wrapper'] :has(> [data-ui='diff-card'] > :is(ins, del))",
]
  .map((selector) => `${selector}:not([dir])`)
  .join();

/** Gives each of those texts the direction of its first letter, for as long as the Studio is on the page. */
export function AutoDirection(props: LayoutProps): ReactElement {
  useEffect(() => {
    const observer = new MutationObserver(directTexts);
    observer.observe(document.body, { childList: true, subtree: true });
    directTexts();
    return () => observer.disconnect();
  }, []);
  return props.renderDefault(props);
}

function directTexts(): void {
  for (const text of document.querySelectorAll(texts)) text.setAttribute("dir", "auto");
}
