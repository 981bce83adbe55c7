import { expect, test } from "vitest";
import { sourceFiles } from "./support/source-files.ts";

/** Every way by which a file imports itself through others, types included. */
function circlesIn(...folders: readonly string[]): string[] {
  const files = new Map(sourceFiles(...folders).map((file) => [file.path, file]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (way.includes(path) || done.has(path)) return;
    for (const { target } of files.get(path)?.imports ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return circles;
}

test.each([["schemas"], ["lake"], ["studio"], ["queries"], ["frontend"], ["cli"]])(
  "no files of %s import each other in a circle",
  (folder) => {
    expect(circlesIn(folder), "a file can then be read after what it is made of").toEqual([]);
  },
);
