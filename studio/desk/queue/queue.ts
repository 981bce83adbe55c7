import { definePlugin } from "sanity";
import { bulkBundles } from "../i18n/bulk-strings.ts";
import { duplicatesBundles } from "../i18n/duplicates-strings.ts";
import { queueFilterBundles } from "../i18n/queue-filter-strings.ts";
import { queueBundles } from "../i18n/queue-strings.ts";
import { WithQueue } from "./with-queue.tsx";

/** The queue of stories that wait for somebody, around the structure that has it as a pane. */
export const queue = definePlugin({
  name: "copydesk-queue",
  studio: { components: { activeToolLayout: WithQueue } },
  i18n: { bundles: [...queueBundles, ...queueFilterBundles, ...bulkBundles, ...duplicatesBundles] },
});
