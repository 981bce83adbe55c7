/** Modules by where their package is in node_modules. */
const packaged = (...paths: readonly string[]): RegExp =>
  new RegExp(`/node_modules/(?:${paths.join("|")})`.replaceAll("/", String.raw`[\\/]`));

/**
 * Which of the Studio's code is in which file. Left to itself the bundler makes hundreds, of which a browser asks for six
 * at a time; one file alone would be read by one thread.
 *
 * A module belongs to the first of the groups that take it, together with all that it imports. What no group takes has files
 * of its own: screens, other tools and players, which are loaded when they are needed.
 */
export const studioFiles = [
  {
    // Imports nothing of the others, so that it changes only when a library does.
    name: "libraries",
    tags: ["$initial" as const],
    // `without-eval.ts` must run before what it is about, and the modules of a file run before those of its importers.
    test: new RegExp(`without-eval|${packaged("(?!(?:sanity|@sanity/vision)/)").source}`),
    priority: 3,
  },
  {
    name: "sanity",
    test: packaged(
      "sanity/lib/(?:index|structure)\\.js",
      "@sanity/vision/lib/index\\.js",
      // What Studio loads by and by as soon as it opens: panes, texts in English, the colours of code.
      "sanity/lib/(?:structureTool|list|pane|userComponent|resources)-",
      "@sanity/vision/lib/resources-",
      "@sanity/(?:eventsource|prism-groq)/",
      "(?:react-)?refractor/",
    ),
    priority: 2,
  },
  {
    // Left to itself, what screens that are loaded later have in common with the first would be a file of its own.
    name: "desk",
    tags: ["$initial" as const],
    test: /[\\/](?:studio|schemas)[\\/](?!.*node_modules)/,
    priority: 1,
  },
  // Icons that only names choose, each less than a kilobyte.
  { name: "icons", test: packaged("@sanity/icons/"), priority: 1 },
];
