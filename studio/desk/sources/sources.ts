import { definePlugin } from "sanity";
import { sourcesBundles } from "../i18n/sources-strings.ts";

/** What the pane of the sources says, in every language. */
export const sources = definePlugin({
  name: "copydesk-sources",
  i18n: { bundles: [...sourcesBundles] },
});
