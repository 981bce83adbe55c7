import { expect, test } from "vitest";
import {
  deskStateNames,
  deskStateOf,
  type StoryFacts,
  waitingStates,
} from "../../../schemas/desk/desk-states.ts";

const now = new Date("2026-03-01T12:00:00Z");
const [past, future] = ["2026-03-01T11:59:59Z", "2026-03-01T14:00:01+02:00"];

/** A draft that was never published and lacks nothing. */
const draft = { pubStatus: "usable", embargoedUntil: undefined, isShown: false, isWaiting: true };
const shown = { ...draft, isShown: true, isWaiting: false };
const canceled = { ...draft, pubStatus: "canceled" };

const clean: StoryFacts = {
  article: draft,
  open: [],
  openSuggestions: 0,
  decision: undefined,
  isNewVersion: false,
  now,
};

const done = { kind: "done" } as const;
const rejected = { kind: "rejected" } as const;
const deferred = (until: string | undefined) => ({ kind: "deferred", until }) as const;

const examples: readonly (readonly [
  story: string,
  state: (typeof deskStateNames)[number],
  facts: Partial<StoryFacts>,
])[] = [
  ["the source has withdrawn it", "withdrawn", { article: canceled, open: ["story-canceled"] }],
  ["somebody has set its status to canceled", "withdrawn", { article: canceled }],
  ["it withdraws another one", "withdrawn", { open: ["withdraws-another"] }],
  ["it is withdrawn and a suggestion is open", "withdrawn", { article: canceled, openSuggestions: 1 }],
  [
    "it is withdrawn, rejected and out of readers' sight",
    "rejected",
    { article: canceled, decision: rejected },
  ],
  ["it is withdrawn, done and out of readers' sight", "done", { article: canceled, decision: done }],
  [
    "it is withdrawn and rejected, and readers can see it",
    "withdrawn",
    { article: { ...canceled, isShown: true }, decision: rejected },
  ],
  [
    "it is withdrawn and put aside for later, and readers can see it",
    "withdrawn",
    { article: { ...canceled, isShown: true }, decision: deferred(future) },
  ],
  ["its withdrawal arrives after it was rejected", "withdrawn", { article: canceled, isNewVersion: true }],
  ["the source and an editor disagree", "conflict", { openSuggestions: 2, open: ["no-body"] }],
  ["they disagree, and somebody has said that it is done", "done", { openSuggestions: 1, decision: done }],
  ["its embargo is in force", "embargoed", { article: { ...draft, embargoedUntil: future } }],
  ["its embargo has ended", "ready", { article: { ...draft, embargoedUntil: past } }],
  ["its embargo cannot be read", "ready", { article: { ...draft, embargoedUntil: "Friday" } }],
  ["the source withholds it", "embargoed", { article: { ...draft, pubStatus: "withheld" } }],
  ["nobody knows the status that it has", "embargoed", { open: ["unknown-status"] }],
  ["nobody knows when its embargo ends", "embargoed", { open: ["embargo-without-end"] }],
  ["a text arrives after one that was done", "new", { isNewVersion: true }],
  ["a doubtful text arrives after one that was done", "new", { isNewVersion: true, open: ["no-body"] }],
  ["the new text is published", "done", { isNewVersion: true, article: shown }],
  [
    "the new text is published and doubtful",
    "doubtful",
    { isNewVersion: true, article: shown, open: ["no-body"] },
  ],
  ["a value may be read wrongly", "doubtful", { open: ["low-confidence"] }],
  ["it has a problem that nobody has thought of", "doubtful", { open: ["of-a-newsroom"] }],
  ["it is published with a doubt", "doubtful", { article: shown, open: ["low-confidence"] }],
  ["another story has its address", "duplicates", { open: ["missing-credit", "address-reused"] }],
  ["a picture lacks its text", "pictures", { open: ["missing-alt-text"] }],
  ["a picture has not arrived", "pictures", { open: ["image-not-fetched"] }],
  ["nothing is wrong with it", "ready", {}],
  ["it is published and a draft waits", "ready", { article: { ...shown, isWaiting: true } }],
  ["only what states tell is noted of it", "ready", { open: ["not-published", "new-source"] }],
  ["it is published", "done", { article: shown }],
  ["somebody has said that it is done", "done", { decision: done, open: ["low-confidence"] }],
  ["its article is gone", "done", { article: undefined, open: ["low-confidence"], openSuggestions: 1 }],
  ["it is put aside for later", "deferred", { decision: deferred(future) }],
  ["the time has come for which it was put aside", "ready", { decision: deferred(past) }],
  ["it was put aside for no time", "ready", { decision: deferred(undefined) }],
  ["it was rejected and is published after all", "done", { decision: rejected, article: shown }],
  [
    "its next version is rejected",
    "rejected",
    { decision: rejected, article: { ...shown, isWaiting: true } },
  ],
  ["somebody has rejected it", "rejected", { decision: rejected, openSuggestions: 1 }],
];

test.each(examples)("deskStateOf(): %s: %s", (_, state, facts) => {
  expect(deskStateOf({ ...clean, ...facts })).toBe(state);
});

test("each state has an example", () => {
  expect(new Set(examples.map(([, state]) => state))).toEqual(new Set(deskStateNames));
});

test("the states that wait for somebody come before those that do not", () => {
  expect(deskStateNames.slice(0, waitingStates.length)).toEqual(waitingStates);
});
