import { expect, test } from "vitest";
import { resolveStory } from "../../../importer/plan/resolve-story.ts";
import { SourceDirectory } from "../../../importer/plan/source-directory.ts";
import type { WantedStory } from "../../../importer/stages.ts";
import { type ContentDocument, article, source } from "../../../schemas/index.ts";

const sourceOf = (_id: string, name: string) =>
  source.parse({
    _id,
    _type: "source",
    name,
    kind: "agency",
    names: [{ _type: "sourceName", _key: "en", language: "en", value: name }],
  });

const articleFrom = (_key: string, _ref: string) =>
  article.parse({
    _id: "article-1",
    _type: "article",
    headline: "Bridge opens",
    slug: { _type: "slug", current: "bridge-opens" },
    language: "en",
    direction: "ltr",
    infoSources: [
      { _type: "infoSource", _key, role: "originator", source: { _type: "reference", _ref }, asPrinted: "R" },
    ],
    body: [],
  });

function storyOf(documents: readonly ContentDocument[]): WantedStory {
  const origin = { input: "a.txt", identity: { kind: "path", value: "a.txt" } } as const;
  const read = { kind: "text", origin, text: "", contentHash: "" } as const;
  const about = { articleKey: "1", articleId: "article-1", headline: "Bridge opens", version: {} };
  return {
    ...read,
    kind: "wanted",
    read,
    ...about,
    documents,
    fingerprint: undefined,
    leftOut: [],
    problems: [],
  };
}

test("resolveStory() keeps the key of a source that editors have merged into another, under any of its names", () => {
  const sources = [
    sourceOf("source-reuters", "Reuters"),
    sourceOf("source-reuters-agency", "Reuters Agency"),
  ];
  const merged = { _id: "source-wire", _type: "source", _rev: "r", aliases: ["Reuters", "Reuters Agency"] };
  const base = { "article-1": articleFrom("first", "source-reuters") };
  const { article: resolved } = resolveStory(
    storyOf([...sources, articleFrom("other", "source-reuters-agency")]),
    base,
    {
      stored: { documents: new Map(), record: undefined, recordRevision: undefined },
      sources: new SourceDirectory([merged]),
      slugHolder: () => undefined,
      similarTo: () => [],
      publish: false,
      rules: "",
      run: { id: "run", at: "2026-01-01T00:00:00Z" },
    },
  );
  expect(resolved.infoSources).toMatchObject([{ _key: "first", source: { _ref: "source-wire" } }]);
});
