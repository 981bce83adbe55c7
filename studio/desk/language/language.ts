import { definePlugin } from "sanity";
import { arabicLocale } from "../i18n/arabic-locale.ts";
import { defaultLast } from "./default-last.ts";
import { LanguageDirection } from "./language-direction.tsx";
import { WithLanguageSwitch } from "./with-language-switch.tsx";

/** Studio in English and in Arabic, switched at the top of the page, which then runs the other way. */
export const language = definePlugin({
  name: "copydesk-language",
  i18n: {
    // Without a page, for example when the schema is extracted, nobody prefers anything.
    locales: (others) => defaultLast([...others, arabicLocale], globalThis.navigator?.languages ?? []),
  },
  studio: { components: { layout: LanguageDirection, navbar: WithLanguageSwitch } },
});
