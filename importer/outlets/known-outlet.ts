import { z } from "zod";
import { type OutletProfile, outletProfile, outletProfileId } from "../../schemas/index.ts";
import type { OutletReading } from "../parse/outlet-reading.ts";
import type { Outlet } from "./outlet-of.ts";
import { outletReadingOf } from "./reading/outlet-reading-of.ts";
import { learnedShapes } from "./sample/learned-shapes.ts";
import { sampleFromJson, sampleToJson } from "./sample/sample-json.ts";
import type { StorySample } from "./sample/story-sample.ts";

/** A profile as the dataset has it. What the importer has written may be damaged: it is counted anew then. */
export const storedProfile = outletProfile.extend({
  _rev: z.string(),
  stories: outletProfile.shape.stories.catch(0),
  version: outletProfile.shape.version.catch(""),
  learned: outletProfile.shape.learned.catch([]),
  sample: outletProfile.shape.sample.catch(""),
});
export type StoredProfile = z.infer<typeof storedProfile>;

/** An outlet with what follows from its sample of stories and from what editors have taught. */
export interface KnownOutlet {
  readonly profile: OutletProfile;
  readonly reading: OutletReading | undefined;
}

/** What is known of an outlet by a sample of its stories. Pure: the same sample and lessons give the same profile. */
export function knownOutlet(
  { key, name }: Outlet,
  sample: StorySample,
  taught: OutletProfile["taught"],
): KnownOutlet {
  const learned = learnedShapes(sample);
  const reading = outletReadingOf({ learned, ...(taught && { taught }) });
  return {
    profile: {
      _id: outletProfileId(key),
      _type: "outletProfile",
      key,
      name,
      stories: sample.estimate(),
      version: reading?.version ?? "",
      learned,
      ...(taught && { taught }),
      sample: sampleToJson(sample),
    },
    reading,
  };
}

/** The sample of a stored profile; an empty one if there is none. Pure. */
export const storedSample = (stored: Pick<StoredProfile, "sample"> | undefined): StorySample =>
  sampleFromJson(stored?.sample);
