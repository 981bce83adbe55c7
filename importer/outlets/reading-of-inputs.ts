import type { ReadingOfOutlet } from "../parse/outlet-reading.ts";
import type { ListedInput } from "../read/list-inputs.ts";
import { learnOutlets, type LearnOptions } from "./learn-outlets.ts";

/** What the plain texts among inputs have in common, for reading them without a dataset. */
export async function readingOfInputs(
  inputs: readonly ListedInput[],
  { outlets = true, ...options }: LearnOptions & { readonly outlets?: boolean },
): Promise<ReadingOfOutlet> {
  const learned = outlets ? await learnOutlets(inputs, options) : undefined;
  return (key) => learned?.get(key)?.reading;
}
