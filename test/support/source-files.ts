import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder, without a slash at the end. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** One import of a source file. */
export interface ImportOf {
  /** A path from the project's folder, `node:…`, or a package's specifier. */
  readonly target: string;
  /** Gone when the program runs. */
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ImportOf[];
}

/** The sources of the named top-level folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,js}`, { cwd: projectFolder }))
    .sort()
    .map((path) => {
      const text = readFileSync(join(projectFolder, path), "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

const statement = /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^"';]*?\sfrom\s+)?"(?<from>[^"]+)"/gm;
const call = /\bimport\(\s*"(?<from>[^"]+)"\s*\)/g;

function importsOf(path: string, text: string): ImportOf[] {
  return [...text.matchAll(statement), ...text.matchAll(call)].map(({ groups }) => {
    const from = groups?.["from"] ?? "";
    return {
      target: from.startsWith(".") ? join(dirname(path), from) : from,
      isTypeOnly: groups?.["type"] !== undefined,
    };
  });
}
