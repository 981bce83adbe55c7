import { createClient } from "@sanity/client";
import { visionTool } from "@sanity/vision";
import { type DocumentActionComponent, type WorkspaceOptions, defineConfig } from "sanity";
import { structureTool } from "sanity/structure";
import { dayAlone } from "./dates/day-alone.tsx";
import { AutoDirection } from "./direction/auto-direction.tsx";
import { banner } from "./desk/banner/banner.ts";
import { keeper } from "./desk/keeper/keeper.ts";
import { sayIn } from "./desk/i18n/say-in.ts";
import { language } from "./desk/language/language.ts";
import { languageAtStart } from "./desk/language/language-at-start.ts";
import { people } from "./desk/people/people.ts";
import { pictures } from "./desk/pictures/pictures.ts";
import { queue } from "./desk/queue/queue.ts";
import { runs } from "./desk/runs/runs.ts";
import { sources } from "./desk/sources/sources.ts";
import { story } from "./desk/story/story.ts";
import { DirectedInput } from "./direction/directed-input.tsx";
import { publishWithReferences } from "./publish/publish-with-references.ts";
import { schemaTypesIn } from "./schema-types.ts";
import { structureIn } from "./structure.ts";
import { tableGrid } from "./tables/with-table-grid.tsx";
import { theme } from "./theme.ts";

import "./studio.css";

const projectId = process.env["SANITY_STUDIO_PROJECT_ID"];
const dataset = process.env["SANITY_STUDIO_DATASET"] ?? "production";

/** One component per action: a new one on every resolve would lose its state. */
const extended = new WeakMap<DocumentActionComponent, DocumentActionComponent>();
function withReferences(publish: DocumentActionComponent): DocumentActionComponent {
  const known = extended.get(publish) ?? publishWithReferences(publish);
  extended.set(publish, known);
  return known;
}

type Target = Omit<WorkspaceOptions, "name">;

/** A project that Sanity hosts, named when the Studio is built. */
const hosted = (projectId: string): Target => ({ projectId, dataset, basePath: "/" });

const workspace = "default";
const localProject = "copydesk";
/** The content model is said in the language of the page, which another language is loaded anew for. */
const pageLanguage = languageAtStart(projectId ?? localProject, workspace);
const say = sayIn(pageLanguage);

/**
 * The lake on the page's own origin. It has no login and none of Sanity's hosted services, so features that need them
 * are off.
 */
const local: Target = {
  projectId: localProject,
  dataset,
  basePath: "/studio",
  // Without a page, for example when the schema is extracted, nothing is requested.
  apiHost: globalThis.location?.origin ?? "http://127.0.0.1:3333",
  unstable_clientFactory: (config) =>
    createClient({
      ...config,
      // Otherwise the host would be `copydesk.127.0.0.1`.
      useProjectHostname: false,
      // What the lake calls whoever has not said who they are.
      headers: { ...config.headers, "accept-language": pageLanguage },
    }),
  auth: { loginMethod: "cookie", providers: [] },
  tasks: { enabled: false },
  releases: { enabled: false },
  scheduledDrafts: { enabled: false },
  scheduledPublishing: { enabled: false },
  announcements: { enabled: false },
  mediaLibrary: { enabled: false },
  apps: { canvas: { enabled: false } },
};

/** What only programs, or screens of their own, write. */
const isOwn = (type: string): boolean =>
  ["importRecord", "importRun", "outletProfile", "deskFilter", "sourcesApart"].includes(type);

const target = projectId ? hosted(projectId) : local;

export default defineConfig({
  name: workspace,
  title: "Copydesk",
  theme,
  ...target,
  plugins: [
    structureTool({ structure: structureIn(say), title: say("Structure") }),
    visionTool({ title: say("Vision") }),
    dayAlone(),
    tableGrid(),
    keeper(),
    queue(),
    story(),
    banner(),
    pictures(),
    sources(),
    runs(),
    language(),
    // A hosted project has logins.
    ...(projectId ? [] : [people()]),
  ],
  schema: { types: schemaTypesIn(say) },
  form: { components: { input: DirectedInput } },
  studio: { components: { layout: AutoDirection } },
  document: {
    comments: { enabled: projectId !== undefined },
    newDocumentOptions: (options) => options.filter(({ templateId }) => !isOwn(templateId)),
    actions: (actions, { schemaType }) =>
      isOwn(schemaType)
        ? []
        : actions.map((action) => (action.action === "publish" ? withReferences(action) : action)),
  },
});
