import { expect, test } from "vitest";
import { digestOfContent } from "../../../../importer/dataset/content.ts";
import { undoMade, type MadeDocument } from "../../../../importer/runs/undo/undo-made.ts";

const documentAs = (_id: string, headline: string) => ({ _id, _type: "article", _rev: "r", headline });
const [published, draft] = [documentAs("a", "Bridge opens"), documentAs("drafts.a", "Bridge opens")];

/** A published document that a run made and that nobody has touched since. */
const untouched: MadeDocument = {
  id: "a",
  written: digestOfContent(published),
  current: published,
  other: undefined,
  formerDraft: undefined,
  isMadeOver: false,
  isInUse: false,
};
const untouchedDraft: MadeDocument = { ...untouched, id: "drafts.a", current: draft };

/** What becomes of it: `goes`, `gone`, or why it stays. */
function verdictOn(made: MadeDocument): string {
  const { mutations, restored, kept } = undoMade(made);
  if (mutations.length > 0) expect(restored).toEqual([made.id]);
  return mutations.length > 0 ? "goes" : (kept[0]?.why ?? "gone");
}

const cases: readonly (readonly [string, MadeDocument, string])[] = [
  ["a document that nobody has touched", untouched, "goes"],
  ["a draft that nobody has touched", untouchedDraft, "goes"],
  ["a document of which nothing is left", { ...untouched, current: undefined }, "gone"],
  [
    "a document that is the draft again that it was",
    { ...untouched, current: undefined, other: draft, formerDraft: draft },
    "gone",
  ],
  [
    "a document that somebody has unpublished",
    { ...untouched, current: undefined, other: draft },
    "unpublished since",
  ],
  [
    "a document that somebody has unpublished and changed, though a draft was there before",
    { ...untouched, current: undefined, other: documentAs("drafts.a", "Open"), formerDraft: draft },
    "unpublished since",
  ],
  [
    "a draft that somebody has published",
    { ...untouchedDraft, current: undefined, other: published },
    "published since",
  ],
  [
    "a document that somebody has changed, though it is in use too",
    { ...untouched, current: documentAs("a", "Open"), isInUse: true },
    "changed since",
  ],
  [
    "a draft of what stays published, though it is in use",
    { ...untouchedDraft, other: published, isMadeOver: true, isInUse: true },
    "goes",
  ],
  [
    "a draft that is all that is left of what it was made of",
    { ...untouchedDraft, isMadeOver: true },
    "unpublished since",
  ],
  ["a document that something refers to", { ...untouched, isInUse: true }, "in use"],
  [
    "a document of which somebody has begun a draft",
    { ...untouched, other: draft },
    "an editor is working on a draft of it",
  ],
];

test.each(cases)("undoMade() of %s", (_, made, expected) => {
  expect(verdictOn(made)).toBe(expected);
});
