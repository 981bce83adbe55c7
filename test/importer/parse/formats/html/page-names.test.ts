import { describe, expect, test } from "vitest";
import { pageNameOf, pageNames } from "../../../../../importer/parse/formats/html/page-names.ts";

describe("pageNameOf()", () => {
  test.each(pageNames.flatMap(({ kind, examples }) => examples.map((name) => [name, kind])))(
    "says that %s is the name of a %s",
    (name, kind) => {
      expect(pageNameOf(name)?.row.kind).toBe(kind);
    },
  );

  test.each(pageNames.flatMap(({ others }) => others))("says nothing of %s", (name) => {
    expect(pageNameOf(name)).toBeUndefined();
  });

  test.each([
    "sidebar-grid__content article__content",
    "article-body social",
    "story_body__x3fz9 promo",
    "has-sidebar with-comments",
    "cookies-not-set",
    "comments-open",
    "article--premium article--paywall",
    "post category-social tag-newsletter",
    "css-1a2b3c",
  ])("says nothing of %s, which is the story or a state of the page", (names) => {
    expect(pageNameOf(names)).toBeUndefined();
  });

  test.each(["article-body__related", "related-article-content", "post-content-widget"])(
    "is not misled by the name of the story in %s",
    (name) => {
      expect(pageNameOf(name)).toBeDefined();
    },
  );
});
