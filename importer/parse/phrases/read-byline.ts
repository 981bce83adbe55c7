import { sentenceTerminals } from "../../sentence-terminals.ts";
import { findSource } from "../authority/find-source.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { labelKindsOf, readLabel } from "../lexicons/labels.ts";
import { indexPhrases } from "../lexicons/phrase-index.ts";
import { wordsOf } from "../lexicons/word-lists.ts";
import { anyOf } from "../authority/word-pattern.ts";
import { endsSentence } from "./line-shape.ts";
import { isInitials, isParticle, isPersonName } from "./person-name.ts";
import { titles } from "./titles.ts";
import { withoutDates } from "./without-dates.ts";

/** The authors of a story, from one of its lines. */
export interface Byline {
  /** The names as printed, without a label such as "By" or the text after them. */
  readonly printed: string;
  readonly names: readonly string[];
  /** Where the author was. */
  readonly place?: string;
  /**
   * `labelled` by a word such as "By"; `titled` by the author's job or outlet beside the name; `placed` with a place
   * beside it; `bare` for a name alone, which may be any kind of line.
   */
  readonly strength: "labelled" | "titled" | "placed" | "bare";
}

const bylineWords = indexPhrases(wordsOf((lexicon) => lexicon.bylineWords));
const placeWords = indexPhrases(wordsOf((lexicon) => lexicon.placeWords));
const joining = wordsOf((lexicon) => lexicon.joining).filter(
  (word) => word.length > 1 || /\p{L}/u.test(word),
);
const joint = new RegExp(
  String.raw`\s*[,،、;&+/／]\s*|\s+(?:${anyOf(joining)})\s+|\s+و(?=\p{Script=Arabic}{2})`,
  "iu",
);
const breakAfterNames =
  /(?<=\p{Script=Arabic})\s?[-–—]\s?(?=\p{Script=Arabic})|\s+[-–—|｜•·]\s+|\s*[|｜]\s*|\s{3,}|\s*[(（]/u;

const longestByline = 120;

/** Reads a line as a byline; `undefined` if it is not one. Pure. */
export function readByline(line: string): Byline | undefined {
  if (line.length > longestByline) return undefined;
  const bare = withoutMarks(line).replace(/^[\s(（[【［—–•*]+|[\s)）\]】］]+$|(?<!\p{Lu})\.$|[:：]$/gu, "");
  const text = withoutDates(withoutAddress(bare));
  if (text === "") return undefined;
  const label = readLabel(text);
  const isLabel = label !== undefined && label.kinds.has("byline") && label.value !== "";
  if (label !== undefined && !isLabel) return afterPlace(text);
  const unlabelled = isLabel ? label.value : afterWord(text);
  return (
    readHangul(text) ??
    readHan(text) ??
    readNames(unlabelled ?? text, unlabelled !== undefined, isLabel) ??
    (unlabelled === undefined ? afterPlace(text) : undefined)
  );
}

/** Direction marks surround names in another script. */
const withoutMarks = (text: string): string =>
  text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");

/** The author's email address or account is not part of the name. */
const withoutAddress = (text: string): string =>
  text.replace(/\s*[|｜]?\s*(?:\S+@\S+\.\S+|@\w{2,30})\s*$/u, "");

/** The text after "By" or a similar word, or after "Author" and a comma. */
function afterWord(text: string): string | undefined {
  const [, label = "", value = ""] = /^([\p{L}\p{M} ]{3,40})[,،]\s*(.+)$/u.exec(text) ?? [];
  if (labelKindsOf(label).has("byline") && isPersonName(value)) return value;
  const key = matchKey(text.slice(0, 40));
  const length = bylineWords.lengthAt(key, 0);
  if (length === 0 || length >= key.length) return undefined;
  const words = text.split(/\s+/u);
  const isPhrase = (count: number): boolean =>
    matchKey(words.slice(0, count).join(" ")) === key.slice(0, length);
  // In a script without spaces, a word may only begin with the phrase.
  const count = [1, 2, 3, 4, 5].find(isPhrase);
  if (count === undefined) return undefined;
  const after = words.slice(count).join(" ");
  // "Von der Leyen": the word is part of a name.
  const isOfName = isParticle(words[count - 1] ?? "") && isParticle(words[count] ?? "");
  return isOfName && !isNamedDesk(after) ? undefined : after;
}

function readNames(text: string, isLabelled: boolean, hasColon: boolean): Byline | undefined {
  const segments = text.split(breakAfterNames).map((segment) => segment.trim());
  const at = segments.findIndex((segment) => namesOf(segment, isLabelled) !== undefined);
  const head = segments[at];
  const found = head === undefined ? undefined : namesOf(head, isLabelled);
  if (head === undefined || found === undefined)
    return labelledOnly(text, hasColon) ?? deskOnly(text, isLabelled);
  const others = segments.filter((segment, index) => index !== at && segment !== "");
  const isExplained = (other: string): boolean =>
    isTitle(other) || findSource(other) !== undefined || isPlaceLike(other);
  if (!isLabelled && !others.every(isExplained)) return undefined;
  const isAfterPlace = at === 1 && /^\S+(?:\s\S+)?$/u.test(others[0] ?? "");
  const isAfterWork = others.some((other) => findSource(other) !== undefined || isTitle(other));
  if (!isLabelled && at > 0 && !isAfterWork && !isAfterPlace) return undefined;
  const { names, isTitled } = found;
  const place =
    found.place ?? others.find((other) => !isTitle(other) && !findSource(other) && isPlaceLike(other));
  const isWorded = isTitled || others.some((other) => isTitle(other) || findSource(other) !== undefined);
  const strength = isLabelled ? "labelled" : isWorded ? "titled" : place !== undefined ? "placed" : "bare";
  return { printed: found.printed, names, ...(place === undefined ? {} : { place }), strength };
}

interface Names {
  readonly names: readonly string[];
  readonly printed: string;
  readonly place?: string;
  readonly isTitled: boolean;
}

/** The names in a piece of a line; `undefined` if it begins with anything else. */
function namesOf(head: string, isLabelled: boolean): Names | undefined {
  const names: string[] = [];
  let printedEnd = 0;
  let place: string | undefined;
  let isTitled = false;
  for (const part of head
    .split(joint)
    .map((each) => each.trim())
    .filter((each) => each !== "")) {
    const name = nameIn(part);
    if (name === undefined) {
      if (isTitle(part)) isTitled = true;
      else if (names.length > 0 && isPlaceLike(part)) place ??= part;
      else if (!findSource(part) && !(isLabelled && names.length > 0)) return undefined;
      else isTitled ||= findSource(part) !== undefined;
      continue;
    }
    // "Jane Doe, New York": only the first such part is certainly a person.
    if (names.length > 0 && !isLabelled && !hasJointWord(head)) {
      place ??= part;
      continue;
    }
    names.push(name.name);
    printedEnd = head.indexOf(name.name, printedEnd) + name.name.length;
    isTitled ||= name.isTitled;
    place ??= name.place;
  }
  const [first] = names;
  if (first === undefined) return undefined;
  const printed = head.slice(head.indexOf(first), printedEnd).trim();
  return { names, printed, ...(place === undefined ? {} : { place }), isTitled };
}

const hasJointWord = (text: string): boolean =>
  new RegExp(String.raw`\s(?:${anyOf(joining)})\s|\sو`, "iu").test(text);

/** "Por: Redacción": a label but no person. */
function labelledOnly(text: string, hasColon: boolean): Byline | undefined {
  const value = text.trim();
  if (!hasColon || value.length > 40 || endsSentence(value)) return undefined;
  return { printed: value, names: [], strength: "labelled" };
}

/** "Por Redação, com Reuters", "By Associated Press", "News desk": a desk or outlet instead of a person. */
function deskOnly(text: string, isLabelled: boolean): Byline | undefined {
  const [desk = ""] = text.split(joint);
  if (text.length > 50) return undefined;
  const isDesk = isTitle(desk) || isNamedDesk(desk) || findSource(desk) !== undefined;
  if (isLabelled && isDesk) return { printed: desk.trim(), names: [], strength: "labelled" };
  // "News desk": a job of several words, and nobody who has it.
  const isAlone = isNamedDesk(text) || (/\s/u.test(text) && titles.has(matchKey(text)));
  return !isLabelled && isAlone ? { printed: text, names: [], strength: "bare" } : undefined;
}

interface FoundName {
  readonly name: string;
  readonly isTitled: boolean;
  readonly place?: string;
}

/** The name at the start of a part, if the person's job, place or outlet follows it. */
function nameIn(part: string): FoundName | undefined {
  if (findSource(part) || isTitle(part) || isNamedDesk(part)) return undefined;
  if (isInitials(part)) return { name: part, isTitled: false };
  const words = part.split(/\s+/u);
  for (let count = 2; count < words.length && count <= 5; count += 1) {
    const name = words.slice(0, count).join(" ");
    const rest = words.slice(count).join(" ");
    if (!isPersonName(name)) continue;
    const key = matchKey(rest);
    const work = titles.find(key.slice(0, 40));
    if (work === 0 || (work > 0 && work <= 6 && /\p{Lu}/u.test(name)) || findSource(rest))
      return { name, isTitled: true };
    const inPlace = placeWords.lengthAt(key, 0);
    const place = words.slice(count + 1).join(" ");
    if (inPlace > 0 && inPlace < key.length && isPlaceLike(place)) {
      return { name, isTitled: true, place };
    }
  }
  if (isPersonName(part)) return { name: part, isTitled: false };
  return titleFirst(part);
}

/** "Correspondent Jane Doe". */
function titleFirst(part: string): FoundName | undefined {
  const key = matchKey(part);
  const length = /\p{Script=Han}/u.test(part) ? 0 : titles.lengthAt(key, 0);
  if (length === 0 || length >= key.length) return undefined;
  const name = part.split(/\s+/u).slice(key.slice(0, length).split(" ").length).join(" ");
  return isPersonName(name) ? { name, isTitled: true } : undefined;
}

const isTitle = (text: string): boolean => {
  const key = matchKey(text);
  return key !== "" && titles.lengthAt(key, 0) > 0;
};

/** "La Rédaction", "سپورٹس ڈیسک": an article or a section and a desk, not a person. */
const isNamedDesk = (text: string): boolean => {
  const [, before = "", desk = ""] = /^([\p{L}\p{M}]+)[\s'’](\S+)$/u.exec(text) ?? [];
  // A surname in a script with capitals may be a job: "Ana Leiter".
  const mayBeName = /\p{Lu}/u.test(before) && before.length > 3;
  return desk !== "" && !mayBeName && titles.has(matchKey(desk));
};

const isPlaceLike = (text: string): boolean =>
  !/^\p{Ll}/u.test(text) &&
  text.length <= 40 &&
  text.split(/\s+/u).length <= 4 &&
  !numberOrSentence.test(text);

const numberOrSentence = new RegExp(String.raw`[\d${sentenceTerminals}]`, "u");

/** "لندن: نهى الطرابلسي": a place of one or two words, a colon and the name. */
function afterPlace(text: string): Byline | undefined {
  const match = /^([\p{L}\p{M}-]+(?:\s[\p{L}\p{M}-]+)?)\s*[:：]\s*(.+)$/u.exec(text);
  const [, place, name] = match ?? [];
  if (place === undefined || name === undefined || !isPersonName(name) || findSource(name)) return undefined;
  return { printed: name, names: [name], place, strength: "placed" };
}

const hanByline =
  /^(?:[^\s记記]{0,12}?(?:记者|記者|通讯员|特派員|特派员|編輯|编辑)\s*(?:[:：]\s*)?(?<a>\p{Script=Han}{2,4}(?:[\s、　]+\p{Script=Han}{2,4}){0,3})(?:\s*[／/]\s*(?<place>\p{Script=Han}{2,8}?)(?:报道|報導|报导)?|\s*(?:报道|報導))?|(?:文|撰文|文字)\s*[／/|｜丨:：]\s*(?<b>\p{Script=Han}{2,4})|(?<c>\p{Script=Han}{2,4})\s*(?:报道|報導))$/u;

/** "記者吳采盈／石埤報導", "文／黄佩珊": Chinese bylines need no spaces. */
function readHan(text: string): Byline | undefined {
  const groups = hanByline.exec(text)?.groups;
  const printed = groups?.["a"] ?? groups?.["b"] ?? groups?.["c"];
  if (printed === undefined || /综合|綜合/u.test(printed)) return undefined;
  const place = groups?.["place"];
  return {
    printed,
    // "記者 高朗 通讯员 李禾": titles stand between the names too.
    names: printed.split(/[\s、　]+/u).filter((name) => !isTitle(name)),
    ...(place === undefined ? {} : { place }),
    strength: "labelled",
  };
}

/** "김철수 기자": the word for reporter follows the name. */
function readHangul(text: string): Byline | undefined {
  const match =
    /^(?:[^=]{1,20}=\s?)?(\p{Script=Hangul}{2,4})\s*(?:선임|수습|인턴)?(?:기자|특파원|논설위원|PD)(?=[\s,·/]|$)/u.exec(
      text,
    );
  const name = match?.[1];
  return name === undefined ? undefined : { printed: name, names: [name], strength: "labelled" };
}
