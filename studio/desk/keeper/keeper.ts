import { definePlugin } from "sanity";
import { WithKeeper } from "./with-keeper.tsx";

/** Keeps true where stories stand, whoever edits them in the Studio. */
export const keeper = definePlugin({
  name: "copydesk-keeper",
  studio: { components: { layout: WithKeeper } },
});
