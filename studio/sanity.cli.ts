import { defineCliConfig } from "sanity/cli";

/** For `npx sanity deploy` and similar commands, which work on a hosted project. */
export default defineCliConfig({
  api: {
    projectId: process.env["SANITY_STUDIO_PROJECT_ID"] ?? "copydesk",
    dataset: process.env["SANITY_STUDIO_DATASET"] ?? "production",
  },
  deployment: { autoUpdates: false },
});
