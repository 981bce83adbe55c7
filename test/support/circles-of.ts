import type { SourceFile } from "./source-files.ts";

/**
 * Circles in which files import each other, types included, each from file to file and back. A file is named in the
 * shortest circle that it is in, unless another one has named it already: what is left shows when that is untied. Pure.
 */
export function circlesOf(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const circles: string[] = [];
  const told = new Set<string>();
  for (const { path } of files) {
    if (told.has(path)) continue;
    const circle = shortestWay(path, path, targets);
    if (circle === undefined) continue;
    for (const member of circle) told.add(member);
    circles.push(circle.join(" → "));
  }
  return circles;
}

/** The files on the shortest way from one to another, both included. */
function shortestWay(
  from: string,
  to: string,
  targets: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[from]];
  for (const way of ways) {
    for (const next of targets.get(way.at(-1) ?? "") ?? []) {
      if (next === to) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
