import { defineLocale } from "sanity";
import type { arabic } from "./ar/arabic.ts";

/** Typed, so that a namespace that there is no file for is noticed, and none is forgotten. */
const namespaces: Readonly<Record<keyof typeof arabic, true>> = {
  "copy-paste": true,
  structure: true,
  studio: true,
  validation: true,
};

/** Studio in Arabic. Its strings are one file, which is loaded by those who read it and by nobody else. */
export const arabicLocale = defineLocale({
  id: "ar",
  title: "العربية",
  weekInfo: { firstDay: 6, weekend: [5, 6] },
  bundles: Object.keys(namespaces).map((namespace) => ({
    namespace,
    resources: async () => stringsOf((await import("./ar/arabic.ts")).arabic, namespace),
  })),
});

const stringsOf = (
  all: Readonly<Record<string, Readonly<Record<string, string>>>>,
  namespace: string,
): Record<string, string> => ({ ...all[namespace] });
