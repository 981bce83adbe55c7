import { expect, test } from "vitest";
import { readableArticles } from "../../queries/readable-articles.ts";
import { exportedQueries } from "./exported-queries.ts";

/** It asks for a withdrawn story, to say that it was, and tells nothing else of it. */
const exceptions: readonly string[] = ["articleStatus"];

test.each(exportedQueries.map(({ name, end = "", groq }) => [`${name} ${end}`.trim(), groq] as const))(
  "%s asks for no other articles than readers may see",
  (name, groq) => {
    const others = groq.replaceAll(readableArticles, "").match(/"article"/g) ?? [];
    expect(others).toHaveLength(exceptions.includes(name) ? 1 : 0);
    // Who asks for all documents asks for a type.
    expect(groq.match(/\*\[(?!_type == )/g)).toBeNull();
  },
);
