import fc from "fast-check";
import type { Fault } from "../../../../lake/faults/fault.ts";
import { editorActKinds, type EditorAct } from "./editor.ts";
import type { ImportStep, Newsroom } from "./newsroom.ts";
import {
  languages,
  sourceChangeKinds,
  sourcesNamed,
  type SourceChange,
  type StoryPlot,
} from "./story-text.ts";

/** One thing that happens in a newsroom. */
export type LawStep =
  | { readonly kind: "source"; readonly story: number; readonly change: SourceChange }
  | { readonly kind: "editor"; readonly story: number; readonly act: EditorAct };

const small = fc.nat({ max: 30 });

export const storyPlot: fc.Arbitrary<StoryPlot> = fc.record({
  language: fc.constantFrom(...languages),
  hasLead: fc.boolean(),
  items: fc.array(
    fc.constantFrom("paragraph" as const, "paragraph" as const, "heading" as const, "picture" as const),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  sources: fc.constantFrom(...sourcesNamed),
});

const sourceChange: fc.Arbitrary<SourceChange> = fc.record({
  kind: fc.constantFrom(...sourceChangeKinds),
  item: small,
  place: small,
});

const editorAct: fc.Arbitrary<EditorAct> = fc.record({
  kind: fc.constantFrom(...editorActKinds),
  place: small,
  word: small,
  asMutations: fc.boolean(),
});

const story = fc.nat({ max: 3 });

export const lawStep: fc.Arbitrary<LawStep> = fc.oneof(
  fc.record({ kind: fc.constant("source" as const), story, change: sourceChange }),
  fc.record({ kind: fc.constant("editor" as const), story, act: editorAct }),
);

const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { kind: "reset-before" },
  { kind: "drop-answer" },
  { kind: "refuse", status: 429 },
  { kind: "refuse", status: 503 },
  { kind: "refuse", status: 500 },
);

export const fairImport: fc.Arbitrary<ImportStep> = fc.record({
  publish: fc.boolean(),
  concurrency: fc.constantFrom(1, 32),
});

/** An import with editors at work between its requests, in bad weather. */
export const roughImport: fc.Arbitrary<ImportStep> = fc.record({
  publish: fc.boolean(),
  concurrency: fc.constantFrom(1, 32),
  during: fc.array(fc.record({ at: fc.nat({ max: 7 }), story, act: editorAct }), { maxLength: 2 }),
  faults: fc.array(fc.record({ at: fc.nat({ max: 9 }), fault }), { maxLength: 3 }),
});

/** Does what a script says, one step after the other. */
export async function perform(newsroom: Newsroom, steps: readonly LawStep[]): Promise<void> {
  for (const step of steps) {
    if (step.kind === "source") newsroom.change(step.story, step.change);
    else await newsroom.edit(step.story, step.act);
  }
}
