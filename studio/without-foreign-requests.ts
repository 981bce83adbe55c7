import type { Plugin } from "vite";

interface Replacement {
  /** The end of the module's path. */
  readonly module: string;
  readonly text: string;
  readonly by: string;
  /** How often the text occurs there. */
  readonly times: number;
}

const fonts = "https://design-system-static.sanity.io/InterVariable";

/**
 * What Studio requests from Sanity's servers when it opens, and no setting turns off (sanity 6.9.2).
 */
const replacements: readonly Replacement[] = [
  {
    // The check for a newer version gets an answer without one; the package goes into the address's fragment.
    module: "/sanity/lib/index.js",
    text: "const MODULES_URL = ",
    by: 'const MODULES_URL = "data:application/json,{}#" || ',
    times: 1,
  },
  {
    // The check whether feedback can be sent: it cannot.
    module: "/sanity/lib/index.js",
    text: "skip: isInDashboard",
    by: "skip: true",
    times: 1,
  },
  {
    // The help menu's invitation to register the Studio at sanity.io waits for an answer that never comes.
    module: "/sanity/lib/index.js",
    text: "isLoading: isLoadingUserApplication } = useLiveUserApplication()",
    by: "isLoading: isLoadingUserApplication } = { isLoading: true }",
    times: 1,
  },
  {
    // What else Sanity sells: nothing, as the lake would answer.
    module: "/sanity/lib/UpsellDialog-BqP2wmnt.js",
    text: "client.observable.request({ uri: dataUri })",
    by: "of(null)",
    times: 1,
  },
  {
    // How long the trial lasts: there is none.
    module: "/sanity/lib/index.js",
    text: "return client.observable.request({ url: `",
    by: "return of(null) || client.observable.request({ url: `",
    times: 1,
  },
  {
    // Where the project's Studios are deployed: nowhere.
    module: "/sanity/lib/index.js",
    text: "if (projectId === void 0) return [];",
    by: "return [];",
    times: 1,
  },
  {
    // Comments need a dataset at Sanity. Switched off for documents, they ask for it still, and draw the whole Studio a second
    // time when they hear that there is none.
    module: "/sanity/lib/WorkspaceLoader-Ailj0PR9.js",
    text: 'plugin.name === "sanity/variants" ?',
    by: 'plugin.name === "sanity/comments" ? false : plugin.name === "sanity/variants" ?',
    times: 1,
  },
  {
    module: "/@sanity-labs/ui-poc/dist/styles.css",
    text: `${fonts}-latin-20260728.woff2`,
    by: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    times: 2,
  },
  {
    module: "/@sanity-labs/ui-poc/dist/styles.css",
    text: `${fonts}-Italic-latin-20260728.woff2`,
    by: "@fontsource-variable/inter/files/inter-latin-wght-italic.woff2",
    times: 2,
  },
];

/**
 * Removes the requests to other hosts from Studio while it is bundled.
 *
 * The build fails when Studio's code is no longer what the replacements were written for, so an upgrade cannot
 * bring the requests back unnoticed.
 */
export function withoutForeignRequests(): Plugin {
  const open = new Set(replacements);
  return {
    name: "copydesk:without-foreign-requests",
    // Before Vite reads the addresses in style sheets.
    enforce: "pre",
    transform(code, id) {
      const due = replacements.filter(({ module }) => id.endsWith(module));
      if (due.length === 0) return undefined;
      for (const replacement of due) {
        const { text, by, times } = replacement;
        const parts = code.split(text);
        if (parts.length - 1 !== times) continue;
        code = parts.join(by);
        open.delete(replacement);
      }
      return { code, map: null };
    },
    buildEnd(error) {
      const [missed] = open;
      if (error || missed === undefined) return;
      throw new Error(
        `Cannot build the Studio: "${missed.text}" does not occur ${missed.times} times in ${missed.module}. ` +
          "Check what this version of Studio requests, and adapt studio/without-foreign-requests.ts.",
      );
    },
  };
}
