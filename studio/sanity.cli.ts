import { defineCliConfig } from "sanity/cli";

/** For `npx sanity deploy` and its siblings, which speak to a project that Sanity hosts. */
export default defineCliConfig({
  api: {
    projectId: process.env["SANITY_STUDIO_PROJECT_ID"] ?? "copydesk",
    dataset: process.env["SANITY_STUDIO_DATASET"] ?? "production",
  },
  deployment: { autoUpdates: false },
});
