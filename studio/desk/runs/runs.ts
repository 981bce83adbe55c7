import { definePlugin } from "sanity";
import { outletsBundles } from "../i18n/outlets-strings.ts";
import { runsBundles } from "../i18n/runs-strings.ts";

/** The strings of the pane of imports; its code is loaded by those who open it. */
export const runs = definePlugin({
  name: "copydesk-runs",
  i18n: { bundles: [...runsBundles, ...outletsBundles] },
});
