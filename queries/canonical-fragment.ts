import { z } from "zod";
import { defineFragment } from "./fragment.ts";

/** The original's address, and whether the licence of a source of the text makes that the canonical one. */
export const canonicalFragment = defineFragment(
  /* groq */ `canonicalUrl,
  "canonicalUrlIsRequired": coalesce(count(infoSources[source->requiresCanonicalUrl == true]), 0) > 0`,
  z.object({ canonicalUrl: z.string().nullable(), canonicalUrlIsRequired: z.boolean() }),
);
