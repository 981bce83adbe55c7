import fc from "fast-check";
import { expect, test } from "vitest";
import { alignKeys } from "../../../importer/plan/align/align-keys.ts";
import { mergeDocument } from "../../../importer/plan/merge/merge-document.ts";
import { sentencesOf } from "../../../importer/plan/merge/sentences.ts";
import { makeKeys } from "../../../importer/deterministic-keys.ts";
import { valueAt } from "../../../schemas/index.ts";
import { CaseCount } from "../../support/case-count.ts";
import { cases, lawTimeoutMs } from "./support/law-cases.ts";
import { Words } from "./support/words.ts";

/** What one side does to a paragraph, or right behind it. */
const sourceKinds = ["corrects", "adds a sentence", "drops", "adds a paragraph", "nothing"] as const;
const editorKinds = [...sourceKinds, "pins"] as const;

interface Change<Kind> {
  readonly kind: Kind;
  readonly sentence: number;
}

const changeOf = <Kind>(kinds: readonly Kind[]): fc.Arbitrary<Change<Kind>> =>
  fc.record({ kind: fc.constantFrom(...kinds), sentence: fc.nat({ max: 2 }) });

/** How a script is written, and what ends its sentences. */
const scripts = [
  { language: "en", begins: "The", ends: ".", between: " " },
  { language: "ar", begins: "قال", ends: ".", between: " " },
  { language: "hi", begins: "यह", ends: "।", between: " " },
  { language: "ja", begins: "東京", ends: "。", between: "" },
] as const;
type Script = (typeof scripts)[number];

interface Case {
  readonly script: Script;
  /** How many sentences each paragraph has of which there is but one. */
  readonly paragraphs: readonly number[];
  readonly source: readonly Change<(typeof sourceKinds)[number]>[];
  readonly editor: readonly Change<(typeof editorKinds)[number]>[];
}

/** A paragraph as its sentences. */
type Paragraph = readonly string[];

const someCase: fc.Arbitrary<Case> = fc.record({
  script: fc.constantFrom(...scripts),
  paragraphs: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
  source: fc.array(changeOf(sourceKinds), { minLength: 8, maxLength: 8 }),
  editor: fc.array(changeOf(editorKinds), { minLength: 8, maxLength: 8 }),
});

const nothing = { kind: "nothing", sentence: 0 } as const;

interface Kept {
  readonly text: Paragraph;
  /** Numbers of the sentences that a side changed; behind the last one for one that it added. */
  readonly changed: ReadonlySet<number>;
}

/** What a side makes of a paragraph; `undefined` where it drops it. */
function apply({ kind, sentence }: Change<string>, text: Paragraph, write: () => string): Kept | undefined {
  if (kind === "drops") return undefined;
  if (kind === "adds a sentence") return { text: [...text, write()], changed: new Set([text.length]) };
  if (kind !== "corrects") return { text, changed: new Set() };
  const at = sentence % text.length;
  const word = write().split(" ").at(1) ?? "";
  const corrected = (text[at] ?? "").split(" ").with(1, word).join(" ");
  return { text: text.with(at, corrected), changed: new Set([at]) };
}

test(
  "each paragraph is merged in its place, whatever others say the same, and no sentence comes out that nobody wrote",
  () => {
    const counts = new CaseCount();
    fc.assert(
      fc.property(someCase, ({ script, paragraphs, source, editor }) => {
        const words = new Words();
        const { begins, ends, between, language } = script;
        const sentence = (word: () => string): string =>
          `${begins} ${word()} ${word()} ${word()} ${word()} ${word()}${ends}`;
        const fromSource = (): string => sentence(() => words.fromSource());
        const fromEditor = (): string => sentence(() => words.fromEditor());
        const refrain = [fromSource(), fromSource()];
        // Between any two that say the same there is another, as long as nobody takes it out.
        const base: Paragraph[] = paragraphs.flatMap((count) => [
          Array.from({ length: count }, fromSource),
          refrain,
        ]);
        const told = (all: readonly Paragraph[]) => {
          const keyOf = makeKeys();
          return all.map((sentences) => {
            const text = sentences.join(between);
            const _key = keyOf(text);
            const children = [{ _type: "span", _key: `${_key}-0`, text, marks: [] }];
            return { _type: "block", _key, style: "normal", markDefs: [], children };
          });
        };
        const article = (body: readonly object[]) => ({ _id: "article-1", _type: "article", language, body });

        const said = base.map((text, place) => {
          // Two neighbours changed at once can be told apart in more than one way.
          const before = source[place - 1]?.kind ?? "nothing";
          const own = place > 0 && before !== "nothing" ? nothing : (source[place] ?? nothing);
          return { change: own, result: apply(own, text, fromSource), added: fromSource() };
        });
        const made = base.map((text, place) => {
          const change = editor[place] ?? nothing;
          return { change, result: apply(change, text, fromEditor), added: fromEditor() };
        });
        const blocks = told(base);
        const current = blocks.flatMap((block, place) => {
          const { change, result, added } = made[place] ?? { change: nothing, result: undefined, added: "" };
          if (result === undefined) return [];
          const [span] = block.children;
          const own = { ...block, children: [{ ...span, text: result.text.join(between) }] };
          const pinned = { ...own, pinned: true, children: [{ ...own.children[0], heat: place }] };
          const mine = told([[added]]).map((one) => ({ ...one, _key: `own-${place}` }));
          return [change.kind === "pins" ? pinned : own, ...(change.kind === "adds a paragraph" ? mine : [])];
        });
        const incoming = told(
          said.flatMap(({ change, result, added }) =>
            result === undefined
              ? []
              : [result.text, ...(change.kind === "adds a paragraph" ? [[added]] : [])],
          ),
        );
        const aligned = alignKeys(article(blocks), article(incoming));
        const { content, conflicts } = mergeDocument(article(blocks), article(current), aligned);

        const expected: {
          text: string;
          place: number;
          latest: number;
          isAdded: boolean;
          isPinned: boolean;
        }[] = [];
        const asked: string[] = [];
        for (const [place, block] of blocks.entries()) {
          const [ours, theirs, text] = [made[place], said[place], base[place] ?? []];
          const isPinned = ours?.change.kind === "pins";
          const [mine, its] = [ours?.result, theirs?.result];
          const path = `body[_key==${JSON.stringify(block._key)}]`;
          const isSame = [...(mine?.changed ?? [])].some((at) => its?.changed.has(at));
          const isTouched = mine !== undefined && (mine.changed.size > 0 || isPinned);
          const isNews = its !== undefined && its.changed.size > 0;
          if ((its === undefined && isTouched) || (mine === undefined && isNews) || isSame) asked.push(path);
          if (mine !== undefined && (its !== undefined || isTouched)) {
            const length = Math.max(mine.text.length, its?.text.length ?? 0);
            const sentences = Array.from({ length }, (_, at) =>
              mine.changed.has(at) || !its?.changed.has(at) ? (mine.text[at] ?? text[at]) : its.text[at],
            );
            expected.push({
              text: sentences.join(between),
              place,
              latest: place,
              isAdded: false,
              isPinned,
            });
          }
          for (const side of [made, said]) {
            const own = side[place];
            if (own?.change.kind !== "adds a paragraph") continue;
            // Where its side has dropped what came next, nobody can say which of the two came first.
            const next = side.findIndex(({ result }, at) => at > place && result !== undefined);
            const latest = next === -1 ? side.length : next - 1;
            expected.push({ text: own.added, place, latest, isAdded: true, isPinned: false });
          }
          counts.add(
            ...(isSame ? ["same sentence"] : []),
            ...(isTouched && isNews && !isSame ? ["different sentences"] : []),
            ...(place % 2 === 1 && (isTouched || isNews) ? ["one of several that say the same"] : []),
            ...(isPinned && isNews ? ["pinned and news"] : []),
          );
        }
        const body = valueAt(content, "body");
        const result = Array.isArray(body)
          ? body.map((block: unknown) => ({ text: textOf(block), block }))
          : [];
        expect(result.map(({ text }) => text).toSorted()).toEqual(
          expected.map(({ text }) => text).toSorted(),
        );
        expect(conflicts.map(({ path }) => path).toSorted()).toEqual(asked.toSorted());

        // Each in its place: those that were there before by their keys, new ones among their neighbours.
        let reached = -1;
        for (const { text, block } of result) {
          const place = blocks.findIndex(({ _key }) => _key === valueAt(block, "_key"));
          const own = expected.find((one) =>
            place === -1 ? one.text === text : one.place === place && !one.isAdded,
          );
          expect(own?.text).toBe(text);
          expect(own?.latest).toBeGreaterThanOrEqual(reached);
          reached = Math.max(own?.place ?? reached, reached);
          if (own?.isPinned) {
            expect(block).toMatchObject({ pinned: true, children: [{ heat: place }] });
          }
        }

        const partsOf = (members: readonly unknown[]): string[] =>
          members.flatMap((member) => {
            const text = textOf(member);
            const parts = sentencesOf(text, language).filter(({ kind }) => kind === "sentence");
            return parts.map(({ from, to }) => text.slice(from, to));
          });
        const written = new Set(partsOf([...current, ...incoming]));
        expect(partsOf(result.map(({ block }) => block)).filter((part) => !written.has(part))).toEqual([]);
      }),
      cases(400),
    );
    counts.expectShares({
      "same sentence": 0.01,
      "different sentences": 0.02,
      "one of several that say the same": 0.2,
      "pinned and news": 0.01,
    });
  },
  lawTimeoutMs,
);

const textOf = (block: unknown): string => {
  const children = valueAt(block, "children");
  return Array.isArray(children) ? children.map((child: unknown) => valueAt(child, "text")).join("") : "";
};
