import type { Problem } from "../../../schemas/index.ts";
import type { WireOrder } from "../control/wire-order.ts";
import type { ParsedStory } from "../parsed-story.ts";
import type { Found } from "./found.ts";
import type { ParsedBody } from "../parsed-body.ts";

type Value<Field extends keyof ParsedStory> = Exclude<ParsedStory[Field], undefined>;

/** What a parser of a structured format found of one story; {@link storyOfFields} turns it into a story. */
export interface FoundStory {
  /** Canonical address of the story. */
  readonly url?: Found<string> | undefined;
  /** The provider's id of the story, the same in every version. */
  readonly id?: Found<string> | undefined;
  /** As printed. */
  readonly version?: string | number | undefined;
  /** When this version was made, as printed. */
  readonly versionCreated?: string | undefined;
  readonly headline?: Found<string> | undefined;
  readonly kicker?: Found<string> | undefined;
  readonly subHeadline?: Found<string> | undefined;
  readonly summary?: Found<string> | undefined;
  readonly byline?: Found<string> | undefined;
  readonly creators?: readonly Found<string>[] | undefined;
  readonly dateline?: Found<Value<"dateline">> | undefined;
  /** As printed. */
  readonly publishedAt?: Found<string> | undefined;
  readonly body: Found<ParsedBody>;
  /** Index of the leading picture in the body's pictures; no block may refer to it. */
  readonly leadPicture?: number | undefined;
  readonly sourceLine?: Found<string> | undefined;
  readonly infoSources?: readonly Found<Value<"infoSources">[number]>[];
  /** As declared. */
  readonly language?: Found<string> | undefined;
  readonly keywords?: readonly Found<string>[];
  /** The input's orders on the publication of the story. */
  readonly orders?: readonly Found<WireOrder>[] | undefined;
  /** Whether it is a notice about another story, so that orders in its text concern that story. */
  readonly isNotice?: boolean | undefined;
  readonly edNotes?: readonly Found<string>[];
  readonly problems?: readonly Problem[];
}
