import { sentenceTerminals } from "../../sentence-terminals.ts";
import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { unlabelled } from "../phrases/find-source-line.ts";

const betweenWords = new RegExp(String.raw`[\s,،、;()（）/|${sentenceTerminals}:：]+`, "u");
const signature = /^\p{Lu}{2,12}$/u;

/**
 * Returns the sources named in a desk line such as "With inputs from PTI" or "published by AFP": the known ones among
 * its words, else the initials that make up the line. Pure.
 */
export function namesInSourceLine(text: string): string[] {
  const bare = unlabelled(text).replace(/^[—–-]\s*/u, "");
  const whole = splitSourceNames(bare);
  if (whole.length > 0 && whole.every((name) => findSource(name))) return whole;
  if (signature.test(bare)) return [bare];
  const words = bare.split(betweenWords).filter((word) => word !== "");
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const count = [4, 3, 2, 1].find((each) => findSource(words.slice(at, at + each).join(" ")) !== undefined);
    const name = count === undefined ? undefined : words.slice(at, at + count).join(" ");
    if (name !== undefined && !(count === 1 && isOrdinaryWord(name))) found.push(name);
    at += count ?? 1;
  }
  return found;
}

/**
 * Among other words, a short name, or an Arabic adjective such as "العربية", is probably not the source that it would
 * be alone.
 */
const isOrdinaryWord = (name: string): boolean =>
  (/^\p{Ll}/u.test(name) && name.length <= 3) || /^ال/u.test(name);
