import { copyPaste } from "./copy-paste.ts";
import { structure } from "./structure.ts";
import { studioFrame } from "./studio-frame.ts";
import { studioHistory } from "./studio-history.ts";
import { studioInputs } from "./studio-inputs.ts";
import { studioReleases } from "./studio-releases.ts";
import { studioSearch } from "./studio-search.ts";
import { validation } from "./validation.ts";

/** Studio's own strings in Arabic, by namespace: each is complete. What is not here stays English. */
export const arabic = {
  "copy-paste": copyPaste,
  structure,
  studio: { ...studioFrame, ...studioHistory, ...studioInputs, ...studioReleases, ...studioSearch },
  validation,
} as const;
