import fc from "fast-check";
import { expect, test } from "vitest";
import { type Documents, applyMutations } from "../../../importer/dataset/apply-mutations.ts";
import { contentOf } from "../../../importer/dataset/content.ts";
import { storedDocument } from "../../../importer/dataset/stored-document.ts";
import { planStory } from "../../../importer/plan/plan-story.ts";
import { SourceDirectory } from "../../../importer/plan/source-directory.ts";
import type { WantedStory } from "../../../importer/stages.ts";
import { makeKeys } from "../../../importer/deterministic-keys.ts";
import { article, importRecord } from "../../../schemas/index.ts";
import { CaseCount } from "../../support/case-count.ts";
import { cases, lawTimeoutMs } from "./support/law-cases.ts";
import { Words, markedWords } from "./support/words.ts";

/** Where a story may be, besides its import record. */
const places = ["drafts.article-1", "article-1", "versions.r1.article-1", "versions.r2.article-1"] as const;

/** What an editor has done to the document in a place; `undefined` where there is none. */
const deeds = [
  "nothing",
  "rewrites the headline",
  "rewrites a paragraph",
  "deletes a paragraph",
  "pins",
  "withholds",
] as const;
const deed = fc.option(fc.constantFrom(...deeds), { nil: undefined, freq: 2 });

const news = [
  "nothing",
  "headline",
  "summary",
  "corrects a paragraph",
  "adds a paragraph",
  "drops a paragraph",
  "kills",
] as const;

interface Said {
  readonly headline: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly isKilled: boolean;
}

function storyOf({ headline, summary, paragraphs, isKilled }: Said): WantedStory {
  const keyOf = makeKeys();
  const document = article.parse({
    _id: "article-1",
    _type: "article",
    headline,
    summary,
    slug: { _type: "slug", current: "story" },
    language: "en",
    direction: "ltr",
    pubStatus: isKilled ? "canceled" : "usable",
    body: paragraphs.map((text) => {
      const _key = keyOf(text);
      const children = [{ _type: "span", _key: `${_key}-0`, text, marks: [] }];
      return { _type: "block", _key, style: "normal", markDefs: [], children };
    }),
  });
  const text = JSON.stringify(document);
  const origin = { input: "a.txt", identity: { kind: "path", value: "a.txt" } } as const;
  const read = { kind: "text", origin, text, contentHash: text } as const;
  const about = { articleKey: "1", articleId: "article-1", headline, version: {} };
  return {
    ...read,
    kind: "wanted",
    read,
    ...about,
    documents: [document],
    fingerprint: undefined,
    leftOut: [],
    problems: [],
  };
}

function planOver(documents: Documents, said: Said, publish: boolean, run: string) {
  const all = [...documents].map(([id, document]) =>
    storedDocument.parse({ _rev: "import-1", ...document, _id: id }),
  );
  const record = all.find(({ _type }) => _type === "importRecord");
  return planStory(storyOf(said), {
    stored: {
      documents: new Map(all.filter((one) => one !== record).map((one) => [one._id, one])),
      record: importRecord.safeParse(record).data,
      recordRevision: record?._rev,
    },
    sources: new SourceDirectory(),
    slugHolder: () => undefined,
    similarTo: () => [],
    publish,
    rules: "rules",
    run: { id: run, at: "2026-11-24T00:00:00.000Z" },
  });
}

const bodyOf = ({ body }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] =>
  article.shape.body.parse(body)?.map((block) => ({ ...block })) ?? [];

test(
  "every version of a story is left as editors made it, brought up to date, or asked about; a kill reaches them all",
  () => {
    const counts = new CaseCount();
    fc.assert(
      fc.property(
        fc.tuple(deed, deed, deed, deed),
        fc.constantFrom(...news),
        fc.nat({ max: 2 }),
        fc.boolean(),
        (made, change, at, publish) => {
          const words = new Words();
          const sentence = (word: () => string): string => `The ${word()} said ${word()} and ${word()}.`;
          const fresh = (): string => sentence(() => words.fromSource());
          const first: Said = {
            headline: fresh(),
            summary: fresh(),
            paragraphs: [fresh(), fresh(), fresh()],
            isKilled: false,
          };
          const imported = applyMutations(new Map(), planOver(new Map(), first, false, "run-1").mutations);
          const { _id, ...draft } = imported.get("drafts.article-1") ?? {};
          const edit = (kind: (typeof deeds)[number]): Record<string, unknown> => {
            const own = sentence(() => words.fromEditor());
            const body = bodyOf(draft);
            switch (kind) {
              case "nothing":
                return draft;
              case "rewrites the headline":
                return { ...draft, headline: own };
              case "rewrites a paragraph": {
                const children = [{ _type: "span", _key: "own", text: own, marks: [] }];
                return { ...draft, body: body.with(0, { ...body[0], children }) };
              }
              case "deletes a paragraph":
                return { ...draft, body: body.toSpliced(1, 1) };
              case "pins":
                return { ...draft, pinned: true };
              case "withholds":
                return { ...draft, pubStatus: "withheld" };
            }
          };
          const before = new Map(imported);
          before.delete("drafts.article-1");
          for (const [place, id] of places.entries()) {
            const kind = made[place];
            if (kind !== undefined) before.set(id, { ...edit(kind), _id: id });
          }
          const said = saidNext(first, change, at, fresh);
          const plan = planOver(before, said, publish, "run-2");
          const after = applyMutations(before, plan.mutations);

          // What an untouched draft becomes is what an untouched version becomes.
          const control = applyMutations(imported, planOver(imported, said, false, "run-2").mutations);
          const upToDate = contentOf(control.get("drafts.article-1") ?? {});
          const record = importRecord.parse(after.get("import.article-1"));
          for (const [place, id] of places.entries()) {
            const [kind, is] = [made[place], after.get(id)];
            if (kind === undefined || !id.startsWith("versions.")) continue;
            if (kind === "nothing") {
              expect(contentOf(is ?? {})).toEqual(upToDate);
              counts.add("brought up to date");
              continue;
            }
            const order = change === "kills" ? { pubStatus: "canceled" } : {};
            expect(contentOf(is ?? {})).toEqual({ ...contentOf(before.get(id) ?? {}), ...order });
            const own = record.suggestions?.filter(({ documentId }) => documentId === id) ?? [];
            const offered = new Set(
              own.flatMap(({ incoming }) => markedWords(JSON.parse(incoming ?? "null"))),
            );
            const [was, now] = [first, said].map((version) => new Set(markedWords(version)));
            const added = [...(now ?? [])].filter((word) => !was?.has(word));
            expect(added.filter((word) => !offered.has(word))).toEqual([]);
            const dropped = [...(was ?? [])].filter(
              (word) => !now?.has(word) && markedWords(is).includes(word),
            );
            const asked = new Set(own.flatMap(({ current }) => markedWords(JSON.parse(current ?? "null"))));
            expect(dropped.filter((word) => !asked.has(word))).toEqual([]);
            counts.add(own.length > 0 ? "asked about" : "nothing to ask");
          }
          if (change === "kills") {
            for (const id of places) {
              // What is published waits for leave to publish, as everything does.
              if (id !== "article-1" && after.has(id))
                expect(after.get(id)).toMatchObject({ pubStatus: "canceled" });
            }
            counts.add("killed");
          }
          const isInReleaseOnly =
            !before.has("drafts.article-1") &&
            !before.has("article-1") &&
            places.some((id) => before.has(id));
          if (isInReleaseOnly) {
            expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
            expect(plan.problems.map(({ code }) => code)).not.toContain("deleted-left-alone");
            counts.add("in a release only");
          }
          if (!publish) expect(after.get("article-1")).toEqual(before.get("article-1"));
          expect(planOver(after, said, false, "run-3").mutations).toEqual([]);
        },
      ),
      cases(300),
    );
    counts.expectShares({
      "brought up to date": 0.1,
      "asked about": 0.2,
      killed: 0.03,
      "in a release only": 0.04,
    });
  },
  lawTimeoutMs,
);

function saidNext(first: Said, change: (typeof news)[number], at: number, fresh: () => string): Said {
  const { paragraphs } = first;
  switch (change) {
    case "nothing":
      return first;
    case "headline":
    case "summary":
      return { ...first, [change]: fresh() };
    case "corrects a paragraph": {
      const [, word = ""] = fresh().split(" ");
      return {
        ...first,
        paragraphs: paragraphs.with(at, (paragraphs[at] ?? "").split(" ").with(1, word).join(" ")),
      };
    }
    case "adds a paragraph":
      return { ...first, paragraphs: paragraphs.toSpliced(at, 0, fresh()) };
    case "drops a paragraph":
      return { ...first, paragraphs: paragraphs.toSpliced(at, 1) };
    case "kills":
      return { ...first, isKilled: true };
  }
}
