import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { circlesOf } from "./support/circles-of.ts";
import { roomOf, rooms } from "./support/rooms.ts";
import { projectFolder, sourceFiles, type ImportOf, type SourceFile } from "./support/source-files.ts";

/** Our top-level folders, and which of them each may import, with the reason. `docs/architecture.md` shows the table. */
const layers: Readonly<Record<string, { readonly mayImport: readonly string[]; readonly because: string }>> =
  {
    schemas: {
      mayImport: [],
      because: "the content model is what everything else agrees on, so it depends on nothing",
    },
    importer: {
      mayImport: ["schemas"],
      because: "an import job runs without Studio, frontend and embedded lake",
    },
    lake: {
      mayImport: [],
      because: "a Content Lake stores documents of any kind: it must not know what an Article is",
    },
    studio: {
      mayImport: ["schemas", "queries"],
      because: "Studio is deployed alone, against hosted projects too",
    },
    queries: { mayImport: ["schemas"], because: "a frontend takes the queries along without the rest" },
    frontend: {
      mayImport: ["queries", "schemas"],
      because: "it shows that the queries are all that a frontend needs",
    },
  };
const folders = Object.keys(layers);

/** A rule that holds within a layer. `forbids` sees each import that is left when the program runs. */
const rules: readonly {
  readonly name: string;
  readonly because: string;
  readonly within: RegExp;
  forbids(target: string): boolean;
}[] = [
  {
    name: "the lake's routes know no SQL",
    because: "what a route answers is decided in lake/core, whatever keeps the documents",
    within: /^lake\/(routes|wire|mux)\//,
    forbids: (target) => target.startsWith("lake/sqlite/") || target === "node:sqlite",
  },
  {
    name: "the lake's rules know neither HTTP nor SQL",
    because: "a rule is then read, tested and trusted by itself",
    within: /^lake\/(core|query)\//,
    forbids: (target) =>
      /^(hono|@hono\/|ws$|node:(http|https|net|sqlite)$)/.test(target) ||
      /^lake\/(routes|sqlite|mux|wire)\//.test(target),
  },
  {
    name: "SQL is spoken in two folders: the lake's store, and the journal of the importer",
    because: "another store then replaces one folder",
    within: /^(?!lake\/sqlite\/|importer\/runs\/journal\/)/,
    forbids: (target) => target === "node:sqlite",
  },
  {
    name: "the lake's SQL knows no HTTP",
    because: "a store keeps documents and does not answer anybody",
    within: /^lake\/sqlite\//,
    forbids: (target) =>
      /^(hono|@hono\/|ws$|node:(http|https|net)$)/.test(target) || /^lake\/(routes|wire|mux)\//.test(target),
  },
  {
    name: "queries know React in one folder",
    because: "a frontend without React takes the queries along without it",
    within: /^queries\/(?!portable-text\/react\/)/,
    forbids: (target) => /^(react|react-dom|@portabletext\/react)(\/|$)/.test(target),
  },
];

const shipped = sourceFiles(...folders, "cli", "bin");
const byPath = new Map(shipped.map((file) => [file.path, file]));

describe("who may import whom", () => {
  test.each(folders)("%s imports no other folder than it may", (folder) => {
    const { mayImport = [], because = "" } = layers[folder] ?? {};
    const trespasses = edgesOf(shipped.filter(({ path }) => path.startsWith(`${folder}/`))).filter(
      ([, target]) => {
        const [top = ""] = target.split("/");
        const isOurs =
          !target.startsWith("node:") &&
          (folders.includes(top) || ["cli", "test", "docs", "bench"].includes(top));
        return isOurs && top !== folder && !mayImport.includes(top);
      },
    );
    expect(trespasses, because).toEqual([]);
  });

  test.each(rules)("$name", ({ within, forbids, because }) => {
    const files = shipped.filter(({ path }) => within.test(path));
    expect(files.length, "the rule is about something").toBeGreaterThan(0);
    expect(
      edgesOf(files).filter(([, target]) => forbids(target)),
      because,
    ).toEqual([]);
  });

  test.each(rooms)("$name imports no other room than it may", ({ name, mayImport, because }) => {
    const own = shipped.filter(({ path }) => roomOf(path)?.name === name);
    expect(own.length, "the room holds something").toBeGreaterThan(0);
    const trespasses = own.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => {
        const room = byPath.has(target) ? roomOf(target)?.name : undefined;
        const isElsewhere = layerOf(path) !== layerOf(target);
        return room === undefined || room === name || isElsewhere || mayImport.includes(room)
          ? []
          : [`${path} → ${target} (${room})`];
      }),
    );
    expect(trespasses, because).toEqual([]);
  });

  test("between two rooms imports go one way: each room may import only what stands above it in the table", () => {
    const upwards = rooms.flatMap(({ name, mayImport }, place) =>
      mayImport
        .filter((other) => !rooms.slice(0, place).some((above) => above.name === other))
        .map((other) => `${name} → ${other}`),
    );
    expect(upwards).toEqual([]);
  });

  test("no format imports another", () => {
    const formatOf = (path: string): string | undefined =>
      /^importer\/parse\/formats\/([^/]+)\//.exec(path)?.[1];
    const formats = shipped.filter(({ path }) => formatOf(path) !== undefined);
    expect(new Set(formats.map(({ path }) => formatOf(path))).size).toBeGreaterThanOrEqual(9);
    expect(
      formats.flatMap(({ path, imports }) =>
        imports.flatMap(({ target }) => {
          const other = formatOf(target);
          return other === undefined || other === formatOf(path) ? [] : [`${path} → ${target}`];
        }),
      ),
      "what two formats share has a room below them",
    ).toEqual([]);
  });

  test("no files import each other in a circle, not even types", () => {
    expect(circlesOf(shipped), "who reads one file of a circle has to read them all").toEqual([]);
  });

  test("parse, transform and plan reach neither files nor the network nor the client", () => {
    const pure = shipped.filter(({ path }) => /^importer\/(parse|transform|plan)\//.test(path));
    expect(pure.length).toBeGreaterThan(0);
    const reached = reachableFrom(pure).filter(([, target]) =>
      /^(node:(?!crypto$)|@sanity\/client|p-limit)/.test(target),
    );
    expect(
      reached,
      "the same story gives the same documents and the same plan, wherever and whenever",
    ).toEqual([]);
  });

  test("the libraries touch neither the process nor the console", () => {
    const libraries = shipped.filter(({ path }) => /^(schemas|importer|queries|frontend|lake)\//.test(path));
    const offenders = libraries
      .filter(
        ({ path, text }) =>
          !isBrowserScript(path) && /^(?!\s*(?:\/\/|\*|\/\*)).*\b(process|console)\.\w/m.test(text),
      )
      .map(({ path }) => path);
    expect(offenders, "who embeds a library decides what it reads and prints").toEqual([]);
  });

  test("words of wire orders are known in one place", () => {
    const home = /^importer\/parse\/(?:control|lexicons)\//;
    const words = "kill|withh[eo]ld|cancel|embargo|retract|usable";
    // As a pattern; or as a code, but for the kinds of orders that `readOrder` gives.
    const pattern = new RegExp(String.raw`/[^/\s"][^/\n]*(?:${words})[^/\n]*/[dgimsuvy]*[.,;)]`, "i");
    const code =
      /(?:===|!==|case)\s*"(?:kill\w*|hold|cancelled|withdrawn|embargo|draft|publish|pending|future)"/i;
    const offenders = sourceFiles("importer").flatMap(({ path, text }) =>
      home.test(path)
        ? []
        : text
            .split("\n")
            .filter((line) => !/^\s*(?:\/\/|\*|\/\*|import\b|export .* from\b)/.test(line))
            .filter((line) => pattern.test(line) || (path.startsWith("importer/parse/") && code.test(line)))
            .map((line) => `${path}: ${line.trim()}`),
    );
    expect(offenders, "an order that one format knows and another does not lets a killed story out").toEqual(
      [],
    );
  });

  test("only what openConnection() gives may write: nobody else connects to a lake", () => {
    const offenders = shipped
      .filter(({ path, text }) => /^importer\//.test(path) && /\b(?:connectLake\(|createClient\()/.test(text))
      .map(({ path }) => path);
    expect(offenders, "a dry run is then one wherever it comes to write").toEqual([
      "importer/lake-connection/connect-lake.ts",
      "importer/lake-connection/open-connection.ts",
    ]);
  });

  test.each(["importer/stages.ts", "importer/import-error.ts"])(
    "%s imports nothing that imports it, types included",
    (path) => {
      const seen = new Set([path]);
      for (const one of seen) {
        const targets = shipped.find((file) => file.path === one)?.imports.map(({ target }) => target) ?? [];
        expect(targets, `${one} leads back: what stages pass on is below all of them`).not.toContain(path);
        for (const target of targets) seen.add(target);
      }
      expect(seen.size).toBeGreaterThan(1);
    },
  );

  test("only what a tool demands has a default export", () => {
    const offenders = shipped
      .filter(({ text }) => /^export default /m.test(text))
      .map(({ path }) => path)
      .filter((path) => !/^(studio\/)?sanity\.(config|cli)\.ts$/.test(path));
    expect(offenders, "a name is then the same wherever it is used").toEqual([]);
  });

  test("every package that a source imports is declared", () => {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(
      readFileSync(join(projectFolder, "package.json"), "utf8"),
    );
    const undeclared = (files: readonly SourceFile[], declared: readonly string[]) =>
      files.flatMap(({ path, imports }) =>
        imports
          .map(({ target }) => packageOf(target))
          .filter((name) => name !== undefined && !declared.includes(name))
          .map((name) => `${path} → ${name}`),
      );
    const runtime = Object.keys({ ...dependencies, ...peerDependencies });
    expect(
      undeclared(shipped, runtime),
      "npm may place another version, or none, where nobody asked",
    ).toEqual([]);
    expect(
      undeclared(sourceFiles("test", "docs", "bench"), [...runtime, ...Object.keys(devDependencies)]),
    ).toEqual([]);
  });
});

/** The imports that are left when the program runs, as pairs of file and target. */
const edgesOf = (files: readonly SourceFile[]): [from: string, target: string][] =>
  files.flatMap(({ path, imports }) =>
    imports.filter(remains).map(({ target }): [string, string] => [path, target]),
  );

const layerOf = (path: string): string => path.split("/")[0] ?? "";

const remains = ({ isTypeOnly }: ImportOf): boolean => !isTypeOnly;

/** All imports of the files and of whatever they import, and so on. */
function reachableFrom(files: readonly SourceFile[]): [from: string, target: string][] {
  const seen = new Set(files);
  for (const file of seen) {
    for (const [, target] of edgesOf([file])) {
      const next = byPath.get(target);
      if (next) seen.add(next);
    }
  }
  return edgesOf([...seen]);
}

/** Scripts that run in a page, where the console is the page's own. */
const isBrowserScript = (path: string): boolean => path.endsWith(".js");

function packageOf(target: string): string | undefined {
  // A path of ours, a module of Node, or a name that only a build tool resolves.
  if (
    /^(node|virtual):/.test(target) ||
    target.startsWith(".") ||
    (/\.(ts|tsx|js|json|css)$/.test(target) && isOwnPath(target))
  )
    return undefined;
  const [scope = "", name = ""] = target.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

const isOwnPath = (target: string): boolean =>
  target === "package.json" ||
  [...folders, "cli", "bin", "test", "docs", "bench"].includes(target.split("/")[0] ?? "");
