import { scriptOf, type Script } from "../phrases/scripts.ts";
import type { Line } from "./lines.ts";

/** The script of a story: of the beginnings of its lines, so that no long line decides alone. Pure. */
export const mainScriptOf = (lines: readonly Line[]): Script | undefined =>
  scriptOf(lines.map(({ text }) => text.slice(0, 40)).join(" "));
