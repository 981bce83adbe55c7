import type { GoldRole } from "./read-corpus.ts";
import { roleOfCode } from "./role-of-code.ts";

/** What the stories of an invented outlet are made of: a file in `test/corpus/outlets/material`. */
export interface OutletMaterial {
  readonly key: string;
  /** What is alike in all stories: the language, a description of the layout, and how dates and credits are printed. */
  readonly settings: ReadonlyMap<string, string>;
  /** The page around a story and the places in it. */
  readonly layout: readonly LayoutLine[];
  readonly people: readonly string[];
  /** "Jane Doe", or "Reuters = Reuters" for one who is a source. */
  readonly photographers: readonly string[];
  readonly places: readonly string[];
  /** Titles of other stories. */
  readonly titles: readonly string[];
  readonly stories: readonly (readonly MaterialLine[])[];
}

/** A line with its role, as in "x|Home". */
export interface MaterialLine {
  readonly role: GoldRole;
  readonly text: string;
}

/** A line of a page, a blank one, or the place of the first or of the other paragraphs. */
type LayoutLine =
  | { readonly kind: "blank" }
  | { readonly kind: "first" }
  | { readonly kind: "rest" }
  | {
      readonly kind: "line";
      readonly line: MaterialLine;
      /** "?70 x|Local news": in how many of a hundred stories it stands. */
      readonly percent: number;
    };

/** Reads the material of an outlet. Pure. */
export function outletMaterial(key: string, text: string): OutletMaterial {
  const [head = "", ...parts] = text.trimEnd().split(/^--- /m);
  const sections = new Map(
    parts.map((part) => {
      const [name = "", ...lines] = part.trimEnd().split("\n");
      return [name, lines] as const;
    }),
  );
  const section = (name: string): readonly string[] => sections.get(name) ?? [];
  return {
    key,
    settings: new Map(head.trimEnd().split("\n").map(settingOf)),
    layout: section("layout").map(layoutLineOf),
    people: section("people"),
    photographers: section("photographers"),
    places: section("places"),
    titles: section("titles"),
    stories: section("stories")
      .join("\n")
      .split("\n\n")
      .map((story) => story.split("\n").map(materialLineOf)),
  };
}

function settingOf(line: string): readonly [string, string] {
  const [name = "", ...value] = line.split(":");
  return [name, value.join(":").replace(/^ /, "")];
}

function layoutLineOf(line: string): LayoutLine {
  if (line === "") return { kind: "blank" };
  if (line === "{first}") return { kind: "first" };
  if (line === "{rest}") return { kind: "rest" };
  const percent = /^\?(\d+) /.exec(line)?.[1];
  return {
    kind: "line",
    line: materialLineOf(line.replace(/^\?\d+ /, "")),
    percent: percent === undefined ? 100 : Number(percent),
  };
}

function materialLineOf(line: string): MaterialLine {
  const [code = "", ...text] = line.split("|");
  return { role: roleOfCode(code), text: text.join("|") };
}
