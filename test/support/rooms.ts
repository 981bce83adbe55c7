/** A room: files that belong together, and which other rooms they may import. */
export interface Room {
  readonly name: string;
  /** Folders, with a slash at the end, and files. A file is of the room that names it most closely. */
  readonly holds: readonly string[];
  /** Rooms that stand above it in the table, so that no two rooms can import each other. */
  readonly mayImport: readonly string[];
  readonly because: string;
}

/** A room that is a folder. */
const folder = (name: string, mayImport: readonly string[], because: string): Room => ({
  name,
  holds: [`${name}/`],
  mayImport,
  because,
});

const words = ["importer/parse/lexicons", "importer/parse/authority", "importer/parse/phrases"];
const markup = ["importer/parse/markup/xml", "importer/parse/markup/html"];

/** What each format may build on: all that reads a part of a story, and no other format. */
const belowFormats = [
  "importer: ground",
  "importer/parse: shapes",
  "importer/parse/cleaning",
  ...words,
  "importer/parse/addresses",
  "importer/parse/time",
  "importer/parse/control",
  "importer/parse/pictures",
  ...markup,
  "importer/parse/fields",
];

/**
 * The rooms of each layer, the lowest first: a room imports only what stands above it here. Between layers
 * `architecture.test.ts` has a table of its own.
 */
export const rooms: readonly Room[] = [
  // schemas
  {
    name: "schemas",
    holds: ["schemas/"],
    mayImport: [],
    because: "the content model knows nobody who uses it, Studio least of all",
  },
  folder("schemas/to-sanity", ["schemas"], "Studio's types are derived from the model"),

  // importer, what everybody stands on
  {
    name: "importer: ground",
    holds: [
      "crash.ts",
      "create-folder.ts",
      "deterministic-keys.ts",
      "digest.ts",
      "encoding-of.ts",
      "problems.ts",
      "interrupted.ts",
      "run-context.ts",
      "sentence-terminals.ts",
      "shown-text.ts",
      "system-trouble.ts",
      "unless-aborted.ts",
      "unless-interrupted.ts",
    ].map((file) => `importer/${file}`),
    mayImport: [],
    because: "digests, problems and interruptions are the same in every stage",
  },
  {
    name: "importer/parse: shapes",
    holds: [
      "input-piece.ts",
      "parsed-story.ts",
      "parsed-body.ts",
      "parser.ts",
      "raised-or-lowered.ts",
      "same-marks.ts",
      "text-of-block.ts",
      "text-of-story.ts",
    ].map((file) => `importer/parse/${file}`),
    mayImport: [],
    because: "every parser gives one form, which therefore knows none of them",
  },
  folder(
    "importer/dataset",
    ["importer: ground"],
    "what is stored does not depend on who reads or writes it",
  ),
  {
    name: "importer: what passes between stages",
    holds: [
      "importer/stages.ts",
      "importer/import-error.ts",
      "importer/assets/supplied-pictures.ts",
      "importer/identity/story-identity.ts",
      "importer/identity/story-version.ts",
      "importer/report/import-summary.ts",
      "importer/runs/journal/journal.ts",
    ],
    mayImport: ["importer: ground", "importer/parse: shapes", "importer/dataset"],
    because: "a stage hands over shapes, and knows nothing of how the next one works",
  },

  // importer, parse
  folder(
    "importer/parse/cleaning",
    ["importer/parse: shapes"],
    "what a text is made of does not depend on what it says, or where it came from",
  ),
  folder("importer/parse/lexicons", [], "words are data, one file a language, for whoever looks for them"),
  folder(
    "importer/parse/authority",
    ["importer/parse/lexicons"],
    "names of sources are matched as words are, and words know no names",
  ),
  folder(
    "importer/parse/phrases/dates",
    ["importer/parse/lexicons"],
    "a printed date is told by words alone, wherever it stands",
  ),
  folder(
    "importer/parse/phrases",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer/parse/cleaning",
      "importer/parse/lexicons",
      "importer/parse/authority",
      "importer/parse/phrases/dates",
    ],
    "bylines, credits and datelines are printed alike in every format",
  ),
  folder("importer/parse/addresses", [], "what an address is does not depend on where it stands"),
  folder(
    "importer/parse/time",
    ["importer/parse: shapes", "importer/parse/lexicons", "importer/parse/phrases/dates"],
    "one reader of times and one policy for missing zones, for every format",
  ),
  folder(
    "importer/parse/control",
    [
      "importer: ground",
      "importer/parse: shapes",
      ...words,
      "importer/parse/phrases/dates",
      "importer/parse/time",
    ],
    "a kill order is the same order in every format",
  ),
  folder(
    "importer/parse/pictures",
    [
      "importer/parse: shapes",
      "importer/parse/cleaning",
      ...words,
      "importer/parse/addresses",
      "importer/parse/time",
    ],
    "the largest, its address and the same picture are decided once, for every format",
  ),
  folder(
    "importer/parse/markup/xml",
    ["importer: ground", "importer/parse: shapes", "importer/parse/cleaning"],
    "XML is read before anybody knows which format it is",
  ),
  folder(
    "importer/parse/markup/html",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer/parse/cleaning",
      "importer/parse/phrases",
      "importer/parse/addresses",
      "importer/parse/pictures",
    ],
    "feeds, wires and pages carry the same HTML",
  ),
  folder(
    "importer/parse/fields",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer/parse/cleaning",
      "importer/parse/phrases",
      "importer/parse/addresses",
      "importer/parse/time",
      "importer/parse/control",
      "importer/parse/pictures",
      ...markup,
    ],
    "fields with names become a story in one way, whatever named them",
  ),
  folder("importer/parse/nitf", belowFormats, "NewsML and ninjs carry documents in NITF"),
  folder(
    "importer/parse/mapping",
    [...belowFormats, "importer: what passes between stages"],
    "records are mapped alike whether they come as NDJSON or as CSV",
  ),
  ...(
    [
      ["csv", ["importer/parse/mapping"]],
      ["feeds", []],
      ["html", []],
      ["iptc7901", []],
      ["markdown", []],
      ["ndjson", ["importer/parse/mapping"]],
      ["newsml", ["importer/parse/nitf"]],
      ["ninjs", ["importer/parse/nitf"]],
      ["nitf", ["importer/parse/nitf"]],
      ["wxr", []],
    ] as const
  ).map(([format, more]) =>
    folder(
      `importer/parse/formats/${format}`,
      [...belowFormats, ...more],
      "a format can be taken out, or another put in, without touching the rest",
    ),
  ),
  folder(
    "importer/parse/text",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer/parse/cleaning",
      ...words,
      "importer/parse/phrases/dates",
      "importer/parse/addresses",
      "importer/parse/time",
      "importer/parse/control",
      "importer/parse/pictures",
    ],
    "plain text has lines and no fields: what reads structured formats is of no use to it",
  ),
  {
    name: "importer/parse: all parsers",
    holds: ["importer/parse/"],
    mayImport: [
      "importer/parse: shapes",
      "importer: what passes between stages",
      "importer/parse/mapping",
      "importer/parse/text",
      ...["csv", "feeds", "html", "iptc7901", "markdown", "ndjson", "newsml", "ninjs", "nitf", "wxr"].map(
        (format) => `importer/parse/formats/${format}`,
      ),
    ],
    because: "one list says which formats there are, and in which order they are asked",
  },

  // importer, the other stages
  folder(
    "importer/lake-connection",
    ["importer: ground", "importer/dataset", "importer: what passes between stages"],
    "how a lake is reached has nothing to do with what is in it",
  ),
  {
    name: "importer: options",
    holds: [
      "importer/import-options.ts",
      "importer/parse-options.ts",
      "importer/read/story-file.ts",
      "importer/report/import-progress.ts",
      "importer/report/import-report.ts",
    ],
    mayImport: [
      "importer: ground",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/parse/mapping",
    ],
    because: "what a run is told, and what it tells, is known before any stage begins",
  },
  folder(
    "importer/identity/near-duplicates",
    ["importer: what passes between stages"],
    "likeness is counted on texts alone",
  ),
  folder(
    "importer/identity",
    [
      "importer: ground",
      "importer: what passes between stages",
      "importer/parse/lexicons",
      "importer/parse/phrases/dates",
      "importer/parse/addresses",
      "importer/parse/time",
      "importer/identity/near-duplicates",
    ],
    "which story it is must not depend on what is stored",
  ),
  folder(
    "importer/runs/journal",
    ["importer: ground", "importer: what passes between stages"],
    "this machine's memory of files is read before anything else is",
  ),
  folder(
    "importer/read/unpack",
    ["importer: ground", "importer/parse/time"],
    "bytes are unpacked by what they are",
  ),
  folder(
    "importer/read/decode",
    ["importer: ground", "importer/read/unpack"],
    "an encoding is told from bytes, packed or not",
  ),
  folder(
    "importer/read",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/parse/mapping",
      "importer/parse/text",
      "importer/parse/formats/csv",
      "importer/parse/formats/html",
      "importer/parse/formats/ndjson",
      "importer/parse: all parsers",
      "importer: options",
      "importer/identity",
      "importer/runs/journal",
      "importer/read/unpack",
      "importer/read/decode",
    ],
    "tables are read as streams and pages in threads, so that reading has to know these three formats",
  ),
  folder(
    "importer/transform/account",
    ["importer/parse: shapes", "importer/parse/pictures"],
    "what is left out is counted on texts alone, whoever has lost it",
  ),
  folder(
    "importer/transform",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer: what passes between stages",
      "importer/parse/authority",
      "importer/parse/pictures",
      "importer/parse/phrases",
      "importer/parse/phrases/dates",
      "importer/identity/near-duplicates",
      "importer/identity",
      "importer/transform/account",
    ],
    "documents are made of what was parsed, whatever parsed it",
  ),
  {
    name: "importer: stories without a lake",
    holds: ["importer/parse-inputs.ts", "importer/explain-inputs.ts"],
    mayImport: [
      "importer: ground",
      "importer/parse: shapes",
      "importer: what passes between stages",
      "importer/parse/text",
      "importer/parse: all parsers",
      "importer: options",
      "importer/read",
      "importer/transform",
    ],
    because: "the first three stages are of use by themselves",
  },
  folder(
    "importer/assets",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer: what passes between stages",
      "importer/lake-connection",
      "importer/read",
    ],
    "a picture is fetched by its address or file, whoever named it",
  ),
  folder("importer/plan/merge", ["importer/dataset"], "three versions of a value are merged by rules alone"),
  folder(
    "importer/plan",
    [
      "importer: ground",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/parse/lexicons",
      "importer/identity",
      "importer/plan/merge",
    ],
    "what is planned is decided before anything is written, and by whom it is written does not matter",
  ),
  folder(
    "importer/runs/dead-letters",
    ["importer: ground", "importer: what passes between stages", "importer: options"],
    "a file of failed stories is an input like any other",
  ),
  folder(
    "importer/runs",
    [
      "importer: ground",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/lake-connection",
      "importer/plan/merge",
      "importer/plan",
    ],
    "a run is recorded and undone by what it stored",
  ),
  folder(
    "importer/runs/plan-file",
    [
      "importer: ground",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/lake-connection",
      "importer/runs",
    ],
    "a saved plan is applied later, without the inputs that it was made of",
  ),
  folder(
    "importer/upsert",
    [
      "importer: ground",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/parse/text",
      "importer/parse: all parsers",
      "importer/lake-connection",
      "importer: options",
      "importer/identity/near-duplicates",
      "importer/identity",
      "importer/runs/journal",
      "importer/read",
      "importer/transform",
      "importer: stories without a lake",
      "importer/assets",
      "importer/plan",
    ],
    "the last stage looks up, plans and writes, and asks the earlier ones",
  ),
  folder(
    "importer/report",
    [
      "importer: ground",
      "importer/parse: shapes",
      "importer: what passes between stages",
      "importer: options",
      "importer/transform",
      "importer: stories without a lake",
    ],
    "a report shows what came out, and changes nothing",
  ),
  {
    name: "importer: a run",
    holds: ["importer/"],
    mayImport: [
      "importer: ground",
      "importer/dataset",
      "importer: what passes between stages",
      "importer/parse: all parsers",
      "importer/parse/mapping",
      "importer/lake-connection",
      "importer: options",
      "importer/identity",
      "importer/runs/journal",
      "importer/read",
      "importer/transform",
      "importer: stories without a lake",
      "importer/assets",
      "importer/runs/dead-letters",
      "importer/runs",
      "importer/runs/plan-file",
      "importer/upsert",
      "importer/report",
    ],
    because: "the stages are put together in one place, which nobody below may know",
  },

  // lake
  folder("lake/core", [], "what a dataset does is decided without HTTP and SQL"),
  folder("lake/text", ["lake/core"], "what a word is, neither queries nor the index say alone"),
  folder("lake/query/parse", ["lake/core"], "what a query says does not depend on what there is to ask"),
  folder(
    "lake/query/evaluate",
    ["lake/core", "lake/text", "lake/query/parse"],
    "a value is what it is, however the documents were found",
  ),
  folder(
    "lake/query/plan",
    ["lake/core", "lake/text", "lake/query/parse", "lake/query/evaluate"],
    "a plan only says what to ask the store for, and what to evaluate",
  ),
  folder(
    "lake/query",
    ["lake/core", "lake/query/parse", "lake/query/evaluate", "lake/query/plan"],
    "a query is parsed, planned and evaluated in one place, whoever asks",
  ),
  {
    name: "lake: services",
    holds: ["lake/lake-services.ts"],
    mayImport: ["lake/core"],
    because: "routes and stores agree on what a lake offers, and not on each other",
  },
  folder(
    "lake/people",
    ["lake/core", "lake: services"],
    "who somebody is does not depend on what they ask for, or where it is kept",
  ),
  folder("lake/wire", ["lake/core"], "bodies and headers are the same on every route"),
  folder(
    "lake/assets",
    ["lake/core", "lake/wire"],
    "pictures are files and arithmetic, and are sent like all else",
  ),
  folder("lake/backup", ["lake/core", "lake/assets"], "a backup is files, wherever they come from and go to"),
  folder("lake/faults", ["lake/core"], "faults are made in front of a lake, and not in it"),
  folder(
    "lake/sqlite",
    ["lake/core", "lake/text", "lake: services"],
    "another store then replaces one folder",
  ),
  folder(
    "lake/readers",
    ["lake/core", "lake/query", "lake/sqlite"],
    "a thread of its own puts together what it needs to answer a query, and nothing else",
  ),
  folder("lake/mux", ["lake/core", "lake/wire"], "one connection carries the listeners of a tab"),
  folder(
    "lake/routes",
    [
      "lake/core",
      "lake/query",
      "lake/query/parse",
      "lake: services",
      "lake/people",
      "lake/wire",
      "lake/assets",
      "lake/backup",
    ],
    "a route says what HTTP says, and asks the services",
  ),
  {
    name: "lake: a lake",
    holds: ["lake/"],
    mayImport: [
      "lake/core",
      "lake/query",
      "lake: services",
      "lake/people",
      "lake/wire",
      "lake/assets",
      "lake/backup",
      "lake/faults",
      "lake/sqlite",
      "lake/readers",
      "lake/mux",
      "lake/routes",
    ],
    because: "the parts of a lake are put together in one place",
  },

  // queries
  {
    name: "queries: ground",
    holds: [
      "article-by-slug.ts",
      "article-item-fragment.ts",
      "article-status.ts",
      "canonical-fragment.ts",
      "define-query.ts",
      "embed-fragment.ts",
      "fragment.ts",
      "image-fragment.ts",
      "in-language.ts",
      "pick-text.ts",
      "readable-articles.ts",
      "source-by-id.ts",
      "source-fragment.ts",
      "table-fragment.ts",
    ].map((file) => `queries/${file}`),
    mayImport: [],
    because: "what is asked of a story does not depend on what is made of the answer",
  },
  folder("queries/html", [], "text is escaped in one place, whatever it stands in"),
  folder("queries/images", ["queries: ground"], "a picture has the same address wherever it is shown"),
  folder(
    "queries/site",
    ["queries: ground"],
    "the address of a story is the same in pages, feeds and sitemaps",
  ),
  folder("queries/lists", ["queries: ground"], "every list is asked for by cursor in one way"),
  folder("queries/archive", ["queries: ground"], "stories are counted without being listed"),
  folder("queries/related", ["queries: ground"], "what is related is decided by keywords and sources alone"),
  folder("queries/search", ["queries: ground"], "what was found is marked in texts, and never in markup"),
  folder("queries/front-page", ["queries: ground", "queries/lists"], "a front page is made of lists"),
  folder(
    "queries/portable-text",
    ["queries: ground", "queries/images"],
    "what a figure or a table shows is decided before anything is rendered",
  ),
  folder(
    "queries/portable-text/html",
    ["queries: ground", "queries/html", "queries/images", "queries/portable-text"],
    "whoever shows a body as HTML takes no framework along",
  ),
  folder(
    "queries/portable-text/react",
    ["queries: ground", "queries/images", "queries/portable-text"],
    "whoever shows a body with React takes no other markup along",
  ),
  folder(
    "queries/structured-data",
    ["queries: ground", "queries/images", "queries/site"],
    "what machines are told of a story does not depend on how people see it",
  ),
  folder(
    "queries/feeds",
    ["queries: ground", "queries/html", "queries/images", "queries/site"],
    "every kind of feed says the same of a story",
  ),
  folder(
    "queries/sitemaps",
    ["queries: ground", "queries/html", "queries/site", "queries/lists"],
    "a sitemap lists addresses, and knows nothing of what is behind them",
  ),
  {
    name: "queries: all",
    holds: ["queries/"],
    mayImport: [
      "queries: ground",
      ...["html", "images", "site", "lists", "archive", "related", "search", "front-page"].map(
        (name) => `queries/${name}`,
      ),
      ...["queries/portable-text", "queries/portable-text/html"],
      ...["queries/structured-data", "queries/feeds", "queries/sitemaps"],
    ],
    because: "the index shows everything that needs no framework, and holds nothing itself",
  },

  // studio
  folder("studio/direction", [], "which way a text runs is of use to every view"),
  folder("studio/focus", [], "the focus is kept alike wherever something goes"),
  folder("studio/live", [], "every view listens to documents in one way"),
  folder("studio/seen", ["studio/live"], "an edit is guarded by what the editor saw, whatever is edited"),
  {
    name: "studio/suggestions: rules",
    holds: ["accept-suggestion.ts", "with-own-members.ts", "word-diff.ts"].map(
      (file) => `studio/suggestions/${file}`,
    ),
    mayImport: ["studio/seen"],
    because: "what a suggestion changes in a document does not depend on who settles it, and where",
  },
  {
    name: "studio/publish: rules",
    holds: ["studio/publish/collect-unpublished.ts"],
    mayImport: [],
    because: "what is published along is the same for every way to publish",
  },
  folder(
    "studio/desk/acts",
    ["studio/seen", "studio/publish: rules"],
    "what editors do to a story is decided without screens, so that every screen does the same",
  ),
  folder("studio/desk/i18n", [], "a string of a screen has its words in one place, in every language"),
  {
    name: "studio/desk/queue: time",
    holds: ["age-of.ts", "time-of.ts", "use-now.ts"].map((file) => `studio/desk/queue/${file}`),
    mayImport: [],
    because: "how long something lasts is told alike wherever it counts down",
  },
  folder(
    "studio/desk/pane",
    [
      "studio/focus",
      "studio/live",
      "studio/seen",
      "studio/desk/acts",
      "studio/desk/i18n",
      "studio/desk/queue: time",
    ],
    "the document that is open, and what is done to it, is told alike above, in and beside its form",
  ),
  folder(
    "studio/suggestions",
    [
      "studio/direction",
      "studio/live",
      "studio/seen",
      "studio/desk/acts",
      "studio/suggestions: rules",
      "studio/desk/i18n",
      "studio/desk/pane",
    ],
    "a suggestion is shown alike wherever it stands",
  ),
  folder(
    "studio/left-out",
    ["studio/direction", "studio/live", "studio/seen", "studio/desk/i18n"],
    "what is left out is put into the story alike, in lines of the source and in a list",
  ),
  folder(
    "studio/desk/story",
    [
      "studio/direction",
      "studio/live",
      "studio/seen",
      "studio/suggestions",
      "studio/left-out",
      "studio/desk/acts",
      "studio/desk/i18n",
      "studio/desk/pane",
    ],
    "a story and its source are a screen of their own: it shows both, and lets the acts decide",
  ),
  folder("studio/desk/language", ["studio/desk/i18n"], "every screen stands in one language at a time"),
  folder("studio/desk/people", ["studio/desk/i18n"], "who somebody is, is of use to every screen"),
  folder(
    "studio/desk/keeper",
    ["studio/desk/acts"],
    "where stories stand is kept true whichever screen is open",
  ),
  folder(
    "studio/desk/bulk",
    ["studio/focus", "studio/live", "studio/desk/acts", "studio/desk/i18n", "studio/desk/people"],
    "what is done to many stories is done alike from every list",
  ),
  folder(
    "studio/desk/lists",
    ["studio/live", "studio/desk/i18n"],
    "lists are filtered, paged and kept up to date alike, whatever they list",
  ),
  folder(
    "studio/desk/duplicates",
    [
      "studio/focus",
      "studio/direction",
      "studio/live",
      "studio/seen",
      "studio/suggestions: rules",
      "studio/desk/acts",
      "studio/desk/i18n",
    ],
    "two stories are compared alike from wherever one of them is asked about",
  ),
  folder(
    "studio/desk/queue",
    [
      "studio/focus",
      "studio/live",
      "studio/desk/acts",
      "studio/desk/i18n",
      "studio/desk/people",
      "studio/desk/bulk",
      "studio/desk/queue: time",
      "studio/desk/pane",
      "studio/desk/lists",
      "studio/desk/duplicates",
    ],
    "the queue is a screen of its own: it shows where stories stand, and lets the acts decide",
  ),
  folder(
    "studio/desk/banner",
    [
      "studio/direction",
      "studio/desk/acts",
      "studio/desk/i18n",
      "studio/desk/pane",
      "studio/desk/story",
      "studio/desk/queue: time",
    ],
    "what a source has ordered stands above everything else of its story",
  ),
  folder(
    "studio/desk/pictures",
    [
      "studio/live",
      "studio/seen",
      "studio/direction",
      "studio/desk/acts",
      "studio/desk/i18n",
      "studio/desk/bulk",
      "studio/desk/lists",
    ],
    "the pictures are a screen of their own",
  ),
  folder(
    "studio/desk/sources",
    ["studio/live", "studio/focus", "studio/seen", "studio/desk/acts", "studio/desk/i18n"],
    "sources are a screen of their own: merging two of them touches stories that no other screen has open",
  ),
  folder(
    "studio/desk/runs",
    [
      "studio/focus",
      "studio/live",
      "studio/desk/i18n",
      "studio/desk/people",
      "studio/desk/bulk",
      "studio/desk/queue: time",
      "studio/desk/queue",
    ],
    "what imports did is a screen of its own, which leads to the queue",
  ),
  folder(
    "studio/publish",
    [
      "studio/live",
      "studio/publish: rules",
      "studio/desk/acts",
      "studio/desk/i18n",
      "studio/desk/pane",
      "studio/desk/queue: time",
    ],
    "publishing with references is an action of its own",
  ),
  folder("studio/tables", ["studio/direction"], "a table is edited alike wherever it stands"),
  {
    name: "studio: a Studio",
    holds: ["studio/"],
    mayImport: [
      "studio/direction",
      "studio/live",
      "studio/suggestions",
      "studio/desk/banner",
      "studio/desk/story",
      "studio/desk/i18n",
      "studio/desk/keeper",
      "studio/desk/language",
      "studio/desk/people",
      "studio/desk/pictures",
      "studio/desk/queue",
      "studio/desk/runs",
      "studio/desk/sources",
      "studio/publish",
      "studio/tables",
    ],
    because: "views and actions are put together in one configuration",
  },
];

/** The room of a file; `undefined` in a layer without rooms. */
export function roomOf(path: string): Room | undefined {
  const closeness = (holds: readonly string[]): number =>
    Math.max(
      0,
      ...holds
        .filter((held) => path === held || (held.endsWith("/") && path.startsWith(held)))
        .map(({ length }) => length),
    );
  const [closest] = rooms
    .map((room) => ({ room, closeness: closeness(room.holds) }))
    .toSorted((a, b) => b.closeness - a.closeness);
  return closest === undefined || closest.closeness === 0 ? undefined : closest.room;
}
