import { type FurnitureRule, furnitureRules, type PictureSigns, type ReadSigns } from "./furniture-rules.ts";

/** Why a picture is furniture: a rule's permanent name, and a reason that completes "The picture was left out: …". */
export interface Furniture {
  readonly rule: string;
  readonly reason: string;
}

/** Returns which kind of furniture a picture is; `undefined` for a picture of the story. Pure. */
export function furnitureOf(told: PictureSigns): Furniture | undefined {
  const signs = readSigns(told);
  const found = furnitureRules.find(
    (rule) => (rule.evenCaptioned === true || signs.isCaptioned !== true) && takes(rule, signs),
  );
  return found && { rule: found.rule, reason: found.reason };
}

function takes({ hosts, folders, marks, around, otherwise }: FurnitureRule, signs: ReadSigns): boolean {
  return (
    hosts?.test(signs.address) === true ||
    folders?.test(signs.path) === true ||
    (signs.marks !== undefined && marks?.test(signs.marks) === true) ||
    (signs.around !== undefined && around?.test(signs.around) === true) ||
    otherwise?.(signs) === true
  );
}

/** What an address says of a picture, it says soon. */
const longestAddress = 1_000;

function readSigns(told: PictureSigns): ReadSigns {
  const address = told.address.slice(0, longestAddress);
  const path = address.replace(/[?#].*$/s, "");
  return { ...told, address, path, words: wordsOfName(path) };
}

function wordsOfName(path: string): string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w{2,5}$/, "");
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1 || part === "x");
}
