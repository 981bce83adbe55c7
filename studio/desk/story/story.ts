import { DocumentTextIcon } from "@sanity/icons/DocumentText";
import { defineDocumentInspector, definePlugin, useTranslation } from "sanity";
import { arabicProblems } from "../i18n/arabic-problems.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { foundBundles } from "../i18n/found-strings.ts";
import { storyBundles } from "../i18n/story-strings.ts";
import { teachBundles } from "../i18n/teach-strings.ts";
import { suggestionsAtFields } from "./at-field/suggestions-at-fields.ts";
import { OpenAtFirst } from "./open-at-first.tsx";
import { storyInspectorName } from "./story-inspector-name.ts";
import { StoryInspector } from "./story-inspector.tsx";

const inspector = defineDocumentInspector({
  name: storyInspectorName,
  component: StoryInspector,
  useMenuItem: () => ({
    icon: DocumentTextIcon,
    title: useTranslation(deskNamespace).t("story.title"),
    showAsAction: true,
  }),
});

/** The source of an imported story beside its form, open from the start. */
export const story = definePlugin({
  name: "copydesk-story",
  document: {
    inspectors: (others, { documentType }) => (documentType === "article" ? [inspector, ...others] : others),
  },
  form: { components: { input: OpenAtFirst } },
  plugins: [suggestionsAtFields()],
  i18n: { bundles: [...storyBundles, ...foundBundles, ...teachBundles, arabicProblems] },
});
