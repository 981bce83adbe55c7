import type { ToldLine } from "../../schemas/index.ts";
import { digestOf } from "../digest.ts";
import type { OutletReading } from "../parse/outlet-reading.ts";
import { parseText } from "../parse/text/parse-text.ts";
import type { StoryText } from "../stages.ts";
import type { RecordedStory } from "./recorded-story.ts";

/**
 * A plain-text story as it was read last, from its import record; `undefined` for a story of a format with structure,
 * whose lines say nothing. Pure.
 *
 * @param reading What is known of its outlet.
 * @param told What editors say of its lines; default: what the record has.
 */
export function storyOfRecord(
  record: RecordedStory,
  reading: OutletReading | undefined,
  told: readonly ToldLine[] | undefined = record.toldLines ?? undefined,
): StoryText | undefined {
  const { input, sourceText: text, contentHash } = record;
  if (contentHash !== digestOf(text)) return undefined;
  const identities = record.identities ?? [];
  const own = identities.find(({ value }) => value === input);
  // Standard input has no name.
  const identity = { kind: own?.kind ?? "text", value: input } as const;
  const version = {
    ...(typeof record.version === "number" && { version: record.version }),
    ...(typeof record.versionCreated === "string" && { versionCreated: record.versionCreated }),
  };
  const isFromWeb = identity.kind === "url";
  return {
    kind: "text",
    origin: {
      input,
      identity,
      alsoKnownAs: identities.filter((one) => one !== own).map(({ kind, value }) => ({ kind, value })),
      ...(typeof record.outlet === "string" && { outlet: record.outlet }),
    },
    text,
    contentHash,
    ...(isFromWeb && {
      parsed: {
        ...parseText(text, reading),
        identity: { kind: "url", value: input },
        canonicalUrl: input,
        ...version,
      },
    }),
    ...(reading && { reading }),
    ...(told && { told }),
  };
}
