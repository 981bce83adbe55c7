import { importRecordId } from "../../schemas/index.ts";
import type { PictureSupply } from "../assets/picture-supply.ts";
import { supplyStory } from "../assets/supply-story.ts";
import { type Crash, crashProblem } from "../crash.ts";
import { ImportError } from "../import-error.ts";
import { Interrupted } from "../interrupted.ts";
import type { StoredStory } from "../plan/story-plan.ts";
import { outcomeWithout } from "../problems.ts";
import type {
  ReadStory,
  StoryResult,
  StoryText,
  TransformedStory,
  UnusableInput,
  WantedStory,
} from "../stages.ts";
import { fetchImportedPictures } from "./fetch-stored.ts";
import { type FindContext, findStored } from "./find-stored.ts";
import { type RecogniseContext, recogniseStories } from "./recognise-stories.ts";

/** A story that is finished, or one for which there may be something to write. */
export type LookedUp =
  | { readonly kind: "settled"; readonly result: StoryResult }
  | { readonly kind: "open"; readonly story: WantedStory; readonly stored: StoredStory };

export interface LookUpContext extends RecogniseContext, FindContext {
  readonly signal: AbortSignal;
  readonly pictures: PictureSupply;
  /** Called for a story on which the program fails. */
  readonly onCrash?: ((crash: Crash) => void) | undefined;
  /** Makes the documents of a story that has changed since its last import. */
  toWanted(story: StoryText): TransformedStory;
}

/**
 * Looks up a batch of stories in the dataset, in order. A story whose text and rules are those of its last import,
 * and whose article exists, is unchanged and is not parsed. If an abort interrupts a batch, none of its stories is
 * started.
 *
 * @throws {ImportError} When the lake cannot be reached.
 */
export async function lookUpStories(
  batch: readonly ReadStory[],
  context: LookUpContext,
): Promise<LookedUp[]> {
  try {
    const known = await withUnchangedPictures(await recogniseStories(batch, context), context);
    const looked = await Promise.all(
      batch.map(async (story): Promise<LookedUp | WantedStory> => {
        const unchanged = known.get(story);
        return unchanged === undefined ? readUnlessCrashed(story, context) : settled(unchanged);
      }),
    );
    const stored = await findStored(
      looked.filter((one) => one.kind === "wanted"),
      context,
    );
    return looked.map((one) => (one.kind === "wanted" ? (stored.get(one) ?? missing(one)) : one));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return batch.map((story) => settled(story.kind === "unusable" ? unusable(story) : notBegun(story)));
  }
}

/**
 * The unchanged stories whose pictures on the web, if they are fetched at all, are those of their last import too. A
 * picture is asked for by the version that is known, so one that has not changed is not sent again.
 */
async function withUnchangedPictures(
  known: ReadonlyMap<ReadStory, StoryResult>,
  { lake, pictures }: LookUpContext,
): Promise<ReadonlyMap<ReadStory, StoryResult>> {
  if (!pictures.isFetching) return known;
  const recordOf = ({ articleId }: StoryResult): string => importRecordId(articleId ?? "");
  const imported = await fetchImportedPictures(lake, [...known.values()].map(recordOf));
  const results = await Promise.all(
    [...known].map(async (entry) => {
      const [, result] = entry;
      return (await pictures.haveChanged(imported.get(recordOf(result)) ?? [])) ? [] : [entry];
    }),
  );
  return new Map(results.flat());
}

/** A story that the program fails on is no reason for the others not to be imported. */
async function readUnlessCrashed(story: ReadStory, context: LookUpContext): Promise<LookedUp | WantedStory> {
  try {
    return await readAll(story, context);
  } catch (error) {
    if (error instanceof Interrupted || error instanceof ImportError || context.signal.aborted) throw error;
    const input = story.kind === "unusable" ? story.input : story.origin.input;
    context.onCrash?.({ input, error });
    return settled(unusable({ kind: "unusable", input, problem: crashProblem({ error }) }));
  }
}

/** Reads a story if that was put off, with its pictures, and makes its documents. */
async function readAll(
  story: ReadStory,
  { signal, pictures, toWanted }: LookUpContext,
): Promise<LookedUp | WantedStory> {
  const read = story.kind === "seen" ? await story.read() : story;
  // A truncated input is not a story.
  if (signal.aborted) throw new Interrupted();
  if (read.kind === "unusable") return settled(unusable(read));
  const made = toWanted(await supplyStory(read, pictures));
  if (made.kind === "wanted") return made;
  const { kind: _, ...rejected } = made;
  // There will be no such document.
  const problems = rejected.problems.map(({ documentId: _id, ...problem }) => problem);
  return settled({ ...rejected, outcome: outcomeWithout(problems), changes: [], problems });
}

const settled = (result: StoryResult): LookedUp => ({ kind: "settled", result });

const unusable = ({ input, problem }: UnusableInput): StoryResult => ({
  input,
  outcome: outcomeWithout([problem]),
  changes: [],
  problems: [problem],
});

const notBegun = ({ origin }: Exclude<ReadStory, UnusableInput>): StoryResult => ({
  input: origin.input,
  outcome: "skipped",
  changes: [],
  problems: [],
  reason: Interrupted.reason,
});

function missing({ origin }: WantedStory): never {
  throw new Error(`BUG: the story "${origin.input}" was not looked up`);
}
