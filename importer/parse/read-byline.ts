import { bylinePrefixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";

const latinWord = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const otherWord = String.raw`\p{Lo}[\p{L}\p{M}'’״-]*`;
const byline = new RegExp(
  String.raw`^${anyOf(bylinePrefixes)}(?:\s*[:：]\s*|\s+)(?<name>\p{Script=Han}{2,4}|${latinWord}(?:\s+${latinWord}){1,4}|${otherWord}(?:\s+${otherWord}){1,4})$`,
  "u",
);

/** The name in a line such as "By Jane Doe"; `undefined` if the line is no byline. Pure. */
export const nameOfByline = (line: string): string | undefined =>
  line.length > 80 ? undefined : byline.exec(line)?.groups?.name;
