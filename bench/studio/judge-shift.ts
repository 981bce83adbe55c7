import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import type { ShiftKind, ShiftStory } from "./shift-stories.ts";

/** What is published of a story in the end, and where it stands. */
const outcome = z.object({
  state: z.string(),
  headline: z.string().nullable(),
  publishedAt: z.string().nullable(),
  credit: z.string().nullable(),
});
type Outcome = z.infer<typeof outcome>;

const isPublished = ({ state, headline }: Outcome): boolean => state === "done" && headline !== null;

/** Whether an editor has dealt with a story of a kind. */
const isWell: Readonly<Record<ShiftKind, (is: Outcome) => boolean>> = {
  clean: isPublished,
  "doubtful date": (is) => isPublished(is) && is.publishedAt?.startsWith("2026-03-04") === true,
  "picture without credit": (is) => isPublished(is) && is.credit === "Ada Byron",
  duplicate: ({ state, headline }) => state === "rejected" && headline === null,
  conflict: (is) => isPublished(is) && is.headline?.endsWith(", corrected") === true,
  withdrawn: ({ state, headline }) => state === "rejected" && headline === null,
  embargoed: ({ state, headline }) => state === "embargoed" && headline === null,
};

const query = `*[_type == "importRecord" && input == $input][0]{
  "state": review.state,
  "headline": *[_id == ^.article._ref][0].headline,
  "publishedAt": *[_id == ^.article._ref][0].publishedAt,
  "credit": *[_type == "newsImage" && _id in *[_id == ^.^.article._ref][0].body[].image._ref][0].creditLine
}`;

/** Names the stories that are not as they should be after a shift. */
export async function whatIsWrong(
  client: SanityClient,
  stories: readonly ShiftStory[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { kind, now } of stories) {
    const [input] = Object.keys(now);
    const is = outcome.parse(await client.fetch(query, { input }, { perspective: "raw" }));
    if (!isWell[kind](is)) wrong.push(`${kind} ${input}: ${JSON.stringify(is)}`);
  }
  return wrong;
}
