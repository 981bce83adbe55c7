import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The style sheet and fonts of the pages. Fonts come from an npm package, so no page requests them from another host. */

const fontPackage = "@fontsource-variable/noto-sans-arabic";
const fontName = /^noto-sans-arabic-[a-z-]+-wght-normal\.woff2$/;

const { resolve } = createRequire(import.meta.url);

let styleSheet: Promise<string> | undefined;

/** The style sheet: the font package's `@font-face` rules, pointing to {@link readFont}, then our rules. */
export function readStyleSheet(): Promise<string> {
  styleSheet ??= Promise.all([
    readFile(resolve(`${fontPackage}/wght.css`), "utf8"),
    readFile(new URL("style.css", import.meta.url), "utf8"),
  ]).then(([fontFaces, rules]) => fontFaces.replaceAll("./files/", "/read/fonts/") + rules);
  return styleSheet;
}

/** A font file by its name; undefined for every name that is not one of the package's fonts. */
export async function readFont(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!fontName.test(name)) return undefined;
  try {
    return new Uint8Array(await readFile(resolve(`${fontPackage}/files/${name}`)));
  } catch {
    return undefined;
  }
}
