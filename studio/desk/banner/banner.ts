import { definePlugin } from "sanity";
import { bannerBundles } from "../i18n/banner-strings.ts";
import { WithStatusBanner } from "./status-banner.tsx";

/** What the source of a story has ordered, above its form. */
export const banner = definePlugin({
  name: "copydesk-banner",
  form: { components: { input: WithStatusBanner } },
  i18n: { bundles: bannerBundles },
});
