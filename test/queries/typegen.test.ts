import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectFolder } from "../support/source-files.ts";
import { exportedQueries } from "./exported-queries.ts";

/** A project of its own to Sanity's command, with nothing in it but our queries. */
const folder = mkdtempSync(join(tmpdir(), "copydesk-typegen-"));
const run = promisify(execFile);
const packaged = (...path: string[]): string => join(projectFolder, "node_modules", ...path);

/** `score()` and what it gives are unknown to TypeGen, which takes the list for empty. */
const unknownToTypeGen: readonly string[] = ["foundArticles"];

/** Each query by the name of its variable in a program, and how that finds its type among the exported ones. */
const queries = exportedQueries.map(({ name, end, groq }) => ({
  groq,
  variable: `${name}${end ?? ""}`,
  type: `(typeof exported.${name})${end ? `["${end}"]` : ""}["result"]["_zod"]["input"]`,
}));

beforeAll(async () => {
  const sanity = packaged("sanity", "bin", "sanity");
  const schema = relative(projectFolder, join(folder, "schema.json"));
  await run(process.execPath, [sanity, "schema", "extract", "--path", schema], { cwd: projectFolder });
  const files = {
    "sanity.cli.ts": `export default {
      api: { projectId: "copydesk", dataset: "production" },
      typegen: {
        path: "./queries.ts",
        schema: "./schema.json",
        generates: "./types.ts",
        overloadClientMethods: false,
      },
    };`,
    "queries.ts": `import { defineQuery } from "groq";
      ${queries.map(({ variable, groq }) => `export const ${variable} = defineQuery(${JSON.stringify(groq)});`).join("\n")}`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await run(process.execPath, [sanity, "typegen", "generate"], { cwd: folder });
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What TypeScript says to a program; nothing if it is content. */
async function complaintsAbout(program: string): Promise<string> {
  await writeFile(join(folder, "compare.ts"), program);
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(projectFolder, "tsconfig.json"),
      compilerOptions: { types: [], noUnusedLocals: false },
      include: ["compare.ts"],
      exclude: [],
    }),
  );
  const checked = await run(process.execPath, [packaged("typescript", "bin", "tsc"), "-p", folder]).catch(
    (error: unknown) => Object(error),
  );
  return String(checked.stdout) + String(checked.stderr);
}

/**
 * Types are the same if each takes the values of the other, null aside: TypeGen takes every field for one that may be
 * absent, and Zod looks.
 */
const comparison = `
import type * as exported from ${JSON.stringify(join(projectFolder, "queries", "index.ts"))};
import type * as generated from "./types.ts";

type Bare<T> = T extends null | undefined
  ? never
  : T extends readonly (infer Member)[]
    ? Bare<Member>[]
    : T extends object
      ? { [Name in keyof T]-?: Bare<T[Name]> }
      : T;
type IsSame<A, B> = [Bare<A>] extends [Bare<B>] ? ([Bare<B>] extends [Bare<A>] ? true : false) : false;
type Held<Same extends true> = Same;
`;
const nameOfType = (variable: string): string =>
  `${variable.slice(0, 1).toUpperCase()}${variable.slice(1)}Result`;

test("Sanity TypeGen gives the types that the queries' Zod schemas have", { timeout: 120_000 }, async () => {
  const compared = queries.filter(({ variable }) => !unknownToTypeGen.includes(variable));
  expect(compared.length).toBeGreaterThan(15);
  const held = compared.map(
    ({ variable, type }) =>
      `export type Of${variable} = Held<IsSame<${type}, generated.${nameOfType(variable)}>>;`,
  );
  expect(await complaintsAbout(comparison + held.join("\n"))).toBe("");
});

test(
  "a type with another field, or another kind of field, is not the same",
  { timeout: 120_000 },
  async () => {
    const complaints = await complaintsAbout(`${comparison}
    type Source = NonNullable<generated.SourceByIdResult>;
    export type More = Held<IsSame<Source & { more: string }, Source>>;
    export type Less = Held<IsSame<Omit<Source, "url">, Source>>;
    export type Other = Held<IsSame<Omit<Source, "names"> & { names: string }, Source>>;
    export type Same = Held<IsSame<Source, Source>>;
  `);
    expect(complaints.match(/error TS/g)).toHaveLength(3);
  },
);

test("what is unknown to TypeGen is so still", { timeout: 120_000 }, async () => {
  const held = unknownToTypeGen.map(
    (variable) => `export type Of${variable} = Held<IsSame<generated.${nameOfType(variable)}, never[]>>;`,
  );
  expect(await complaintsAbout(comparison + held.join("\n"))).toBe("");
});
