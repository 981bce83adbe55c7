import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyMutations } from "../../../importer/dataset/apply-mutations.ts";
import { mutation } from "../../../importer/dataset/mutation.ts";
import type { StoredDocument } from "../../../importer/dataset/stored-document.ts";
import { planStory } from "../../../importer/plan/plan-story.ts";
import { SourceDirectory } from "../../../importer/plan/source-directory.ts";
import type { StoryPlan } from "../../../importer/plan/story-plan.ts";
import type { WantedStory } from "../../../importer/stages.ts";
import { type ContentDocument, article, importRecord, newsImage } from "../../../schemas/index.ts";
import { projectFolder } from "../../support/source-files.ts";

/** What a document of the story holds, its paragraphs as texts by key. */
interface Version {
  readonly headline?: string;
  readonly slug?: string;
  readonly summary?: string | undefined;
  readonly keywords?: readonly string[];
  readonly body?: Readonly<Record<string, string>>;
  readonly caption?: string;
  readonly credit?: string;
  /** Id of the image, which is made from its text. */
  readonly image?: string;
}

interface Case {
  /** What the source said first, where it is not what it says in the other cases. */
  readonly first?: Version;
  readonly editor?: Version | "deletes the article" | "deletes the image";
  readonly source?: Version;
  readonly becomes: Version;
  /** Paths that are suggested. */
  readonly suggested?: readonly string[];
}

const opening = "The council met on Monday and agreed on the plan.";
const middle = "The bridge was closed for a year after the storm.";
const ending = "The mayor thanked the people of the town for waiting.";
const before = {
  headline: "Bridge opens",
  slug: "bridge-opens",
  summary: "A bridge opens.",
  keywords: ["bridge"],
  body: { a: opening, b: middle, c: ending },
  caption: "The bridge on Monday",
  credit: "Reuters",
} satisfies Version;
const { a, b, c } = before.body;
const body = before.body;

/** The table of docs/merging.md, case by case. */
const cases: Readonly<Record<string, Case>> = {
  nobody: { becomes: {} },
  "source-only": { source: { headline: "Bridge open" }, becomes: { headline: "Bridge open" } },
  "editor-only": { editor: { headline: "At last" }, becomes: { headline: "At last" } },
  "different-fields": {
    editor: { headline: "At last" },
    source: { body: { ...body, b: "Traffic is heavy." } },
    becomes: { headline: "At last", body: { a, b: "Traffic is heavy.", c } },
  },
  "same-change": {
    editor: { headline: "Bridge open" },
    source: { headline: "Bridge open" },
    becomes: { headline: "Bridge open" },
  },
  "same-field": {
    editor: { headline: "At last" },
    source: { headline: "Bridge open" },
    becomes: { headline: "At last" },
    suggested: ["headline"],
  },
  "editor-cleared": {
    editor: { summary: undefined },
    source: { summary: "The bridge opens today." },
    becomes: { summary: undefined },
    suggested: ["summary"],
  },
  "source-cleared": {
    editor: { summary: "A bridge, at last." },
    source: { summary: undefined },
    becomes: { summary: "A bridge, at last." },
    suggested: ["summary"],
  },
  "different-blocks": {
    editor: { body: { ...body, a: `${a} All of them.` } },
    source: { body: { ...body, c: `${c} They sang.` } },
    becomes: { body: { a: `${a} All of them.`, b, c: `${c} They sang.` } },
  },
  "same-block-apart": {
    first: { body: { ...body, b: `${b} It rained.` } },
    editor: { body: { ...body, b: "The old bridge was closed for a year after the storm. It rained." } },
    source: { body: { ...body, b: `${b} It snowed.` } },
    becomes: {
      body: { a, b: "The old bridge was closed for a year after the storm. It snowed.", c },
    },
  },
  "same-sentence": {
    editor: { body: { ...body, b: "The old bridge was closed for a year after the storm." } },
    source: { body: { ...body, b: "The bridge was closed for a year after the flood." } },
    becomes: { body: { a, b: "The old bridge was closed for a year after the storm.", c } },
    suggested: ['body[_key=="b"]'],
  },
  "same-sentence-and-another": {
    first: { body: { ...body, b: `${b} It rained.` } },
    editor: { body: { ...body, b: "The bridge was closed for a year after the gale. It rained." } },
    source: { body: { ...body, b: "The bridge was closed for a year after the flood. It snowed." } },
    becomes: { body: { a, b: "The bridge was closed for a year after the gale. It snowed.", c } },
    suggested: ['body[_key=="b"]'],
  },
  "equal-paragraphs": {
    first: { body: { a, b, "a-2": a, c } },
    editor: { body: { a, b, "a-2": `${a} All of them.`, c } },
    source: { body: { a: "The council met on Tuesday and agreed on the plan.", b, "a-2": a, c } },
    becomes: {
      body: { a: "The council met on Tuesday and agreed on the plan.", b, "a-2": `${a} All of them.`, c },
    },
  },
  "equal-paragraph-dropped": {
    first: { body: { a, b, "a-2": a, c } },
    editor: { body: { a, b, "a-2": `${a} All of them.`, c } },
    // The one that is left has the key that its text alone gives.
    source: { body: { b, a, c } },
    becomes: { body: { b, "a-2": `${a} All of them.`, c } },
  },
  "editor-inserted": {
    editor: { body: { a, x: "We were there.", b, c } },
    source: { body: { ...body, c: `${c} They sang.` } },
    becomes: { body: { a, x: "We were there.", b, c: `${c} They sang.` } },
  },
  "source-inserted": {
    editor: { body: { ...body, c: `${c} They sang.` } },
    source: { body: { a, x: "Boats passed.", b, c } },
    becomes: { body: { a, x: "Boats passed.", b, c: `${c} They sang.` } },
  },
  "editor-deleted": {
    editor: { body: { a, c } },
    source: { body: { ...body, c: `${c} They sang.` } },
    becomes: { body: { a, c: `${c} They sang.` } },
  },
  "editor-deleted-source-changed": {
    editor: { body: { a, c } },
    source: { body: { ...body, b: "The bridge was closed for a year after the flood." } },
    becomes: { body: { a, c } },
    suggested: ['body[_key=="b"]'],
  },
  "source-deleted": {
    editor: { body: { ...body, c: `${c} They sang.` } },
    source: { body: { a, c } },
    becomes: { body: { a, c: `${c} They sang.` } },
  },
  "source-deleted-editor-changed": {
    editor: { body: { ...body, b: `${b} We remember.` } },
    source: { body: { a, c } },
    becomes: { body: { a, b: `${b} We remember.`, c } },
    suggested: ['body[_key=="b"]'],
  },
  "editor-moved": {
    editor: { body: { c, a, b } },
    source: { body: { ...body, b: `${b} It rained.` } },
    becomes: { body: { c, a, b: `${b} It rained.` } },
  },
  "source-moved": {
    editor: { body: { ...body, b: `${b} It rained.` } },
    source: { body: { c, a, b } },
    becomes: { body: { c, a, b: `${b} It rained.` } },
  },
  "both-moved": {
    editor: { body: { b, a, c } },
    source: { body: { a, c, b } },
    becomes: { body: { b, a, c } },
    suggested: ["body"],
  },
  "editor-split": {
    editor: { body: { a: "The council met on Monday", x: "and agreed on the plan.", b, c } },
    source: { body: { ...body, c: `${c} They sang.` } },
    becomes: {
      body: { a: "The council met on Monday", x: "and agreed on the plan.", b, c: `${c} They sang.` },
    },
  },
  "editor-joined": {
    editor: { body: { a: `${a} ${b}`, c } },
    source: { body: { ...body, c: `${c} They sang.` } },
    becomes: { body: { a: `${a} ${b}`, c: `${c} They sang.` } },
  },
  "editor-joined-source-deleted": {
    editor: { body: { a: `${a} ${b}`, c } },
    source: { body: { a, c } },
    becomes: { body: { a: `${a} ${b}`, c } },
    suggested: ['body[_key=="a"]'],
  },
  "source-moved-and-changed": {
    editor: { body: { ...body, a: `${a} All of them.` } },
    source: { body: { b, c, x: "The council met on Tuesday and agreed on the plan." } },
    becomes: { body: { b, c, a: "The council met on Tuesday and agreed on the plan. All of them." } },
  },
  "both-wrote-text": {
    first: { body: {} },
    editor: { body: { x: "We were there." } },
    source: { body: { a, b } },
    becomes: { body: { x: "We were there." } },
    suggested: ["body"],
  },
  keywords: {
    editor: { keywords: ["bridge", "town"] },
    source: { keywords: ["bridge", "storm"] },
    becomes: { keywords: ["bridge", "town", "storm"] },
  },
  slug: {
    editor: { slug: "at-last" },
    source: { headline: "Bridge open", slug: "bridge-open" },
    becomes: { headline: "Bridge open", slug: "at-last" },
  },
  "image-caption": {
    editor: { caption: "The bridge, full of people" },
    source: { credit: "AFP" },
    becomes: { caption: "The bridge, full of people", credit: "AFP" },
  },
  "image-corrected": {
    editor: { credit: "Reuters, by hand" },
    source: { image: "image-2", caption: "The bridge on Tuesday" },
    becomes: { credit: "Reuters, by hand", caption: "The bridge on Tuesday" },
  },
  "image-deleted": { editor: "deletes the image", source: { credit: "AFP" }, becomes: {} },
  "article-deleted": { editor: "deletes the article", source: { headline: "Bridge open" }, becomes: {} },
};

const table = readFileSync(join(projectFolder, "docs/merging.md"), "utf8");
const rows = [...table.matchAll(/^\| `([a-z-]+)` \|.*\| ([a-z]+) \|$/gm)].map(([, name = "", outcome]) => ({
  name,
  outcome,
}));

test("docs/merging.md tells every case that is tested, and no other", () => {
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(cases));
});

test.each(rows)("planStory() does what docs/merging.md says: $name", ({ name, outcome }) => {
  const { first, editor = {}, source = {}, becomes, suggested = [] } = cases[name] ?? { becomes: {} };
  const dataset = new Dataset();
  const start = { ...before, ...first };
  dataset.import(start, "run-1");
  dataset.edit(editor, start);
  const plan = dataset.import({ ...start, ...source }, "run-2");
  expect(plan.outcome).toBe(outcome);
  expect(dataset.suggestions().map(({ path, state }) => [path, state])).toEqual(
    suggested.map((path) => [path, "open"]),
  );
  const { article: stored, image } = dataset.content();
  if (editor === "deletes the article") expect(stored).toBeUndefined();
  else expect(stored).toMatchObject(articleFields({ ...start, ...becomes }));
  if (editor === "deletes the image") expect(image).toBeUndefined();
  else if (editor !== "deletes the article")
    expect(image).toMatchObject(imageFields({ ...start, ...becomes }));
  for (const [field, value] of Object.entries(becomes)) {
    if (value === undefined) expect(stored).not.toHaveProperty(field);
  }

  const again = dataset.import({ ...start, ...source }, "run-3");
  expect(again.mutations).toEqual([]);
});

/** A dataset with one story, and what becomes of it. */
class Dataset {
  #documents: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map();

  import(version: Version, run: string): StoryPlan {
    const stored = new Map(
      [...this.#documents].map(([id, document]): [string, StoredDocument] => [
        id,
        { ...document, _id: id, _type: String(document._type), _rev: "import-1" },
      ]),
    );
    const plan = planStory(storyOf(version), {
      stored: {
        documents: new Map([...stored].filter(([, { _type }]) => _type !== "importRecord")),
        record: importRecord.safeParse(stored.get("import.article-1")).data,
        recordRevision: stored.get("import.article-1")?._rev,
      },
      sources: new SourceDirectory(),
      slugHolder: () => undefined,
      similarTo: () => [],
      publish: false,
      rules: "rules",
      run: { id: run, at: "2026-11-24T00:00:00.000Z" },
    });
    for (const planned of plan.mutations) deepEqual(mutation.parse(planned), planned);
    this.#documents = applyMutations(this.#documents, plan.mutations);
    return plan;
  }

  edit(editor: NonNullable<Case["editor"]>, start: Version): void {
    const documents = new Map(this.#documents);
    if (editor === "deletes the article") documents.delete("drafts.article-1");
    else if (editor === "deletes the image") documents.delete("drafts.image-1");
    else {
      const version = { ...start, ...editor };
      const { image, article: own } = this.content();
      documents.set("drafts.article-1", { ...own, ...articleFields(version), _id: "drafts.article-1" });
      documents.set("drafts.image-1", { ...image, ...imageFields(version), _id: "drafts.image-1" });
      if ("summary" in editor && editor.summary === undefined) {
        const { summary: _, ...rest } = documents.get("drafts.article-1") ?? {};
        documents.set("drafts.article-1", rest);
      }
    }
    this.#documents = documents;
  }

  content() {
    return {
      article: this.#documents.get("drafts.article-1"),
      image: this.#documents.get("drafts.image-1"),
    };
  }

  suggestions() {
    const record = importRecord.parse(this.#documents.get("import.article-1"));
    return record.suggestions ?? [];
  }
}

const storyOf = (version: Version): WantedStory => {
  const documents: ContentDocument[] = [
    newsImage.parse({ _id: version.image ?? "image-1", _type: "newsImage", ...imageFields(version) }),
    article.parse({
      _id: "article-1",
      _type: "article",
      language: "en",
      direction: "ltr",
      leadImage: { _type: "figure", image: { _type: "reference", _ref: version.image ?? "image-1" } },
      ...articleFields(version),
    }),
  ];
  const read = {
    kind: "text",
    origin: { input: "a.txt", identity: { kind: "path", value: "a.txt" } },
    text: JSON.stringify(version),
    contentHash: JSON.stringify(version),
  } as const;
  return {
    ...read,
    kind: "wanted",
    read,
    articleKey: "1",
    articleId: "article-1",
    headline: version.headline ?? "",
    version: {},
    documents,
    fingerprint: undefined,
    leftOut: [],
    problems: [],
  };
};

const articleFields = ({ headline, slug, summary, keywords, body: blocks = {} }: Version) => ({
  headline,
  slug: { _type: "slug", current: slug },
  ...(summary === undefined ? {} : { summary }),
  keywords,
  body: Object.entries(blocks).map(([key, text]) => ({
    _type: "block",
    _key: key,
    style: "normal",
    children: [{ _type: "span", _key: `${key}-0`, text, marks: [] }],
    markDefs: [],
  })),
});

const imageFields = ({ caption, credit }: Version) => ({
  captions: [{ _type: "localizedText", _key: "en", language: "en", text: caption }],
  creditLine: credit,
});
