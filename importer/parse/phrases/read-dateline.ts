import { sentenceTerminals } from "../../sentence-terminals.ts";
import { findSource } from "../authority/find-source.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { readControlWord } from "../lexicons/control-words.ts";
import { weekdays } from "./dates/date-words.ts";
import { readDates, type FoundDate } from "./dates/read-dates.ts";

/** Where, when and by which agency a story was filed, according to the start of its text. */
export interface Dateline {
  readonly printed: string;
  readonly place?: string;
  readonly date?: FoundDate;
  /** Names of agencies, as printed. */
  readonly sources: readonly string[];
  /** From 0 to 1. */
  readonly confidence: number;
}

const longestDateline = 110;

const sentenceOrColon = new RegExp(`[${sentenceTerminals}:：]`, "u");

const dash =
  /\s*(?:\.\s?[-–—]{1,2}|[)）/]\.?\s*[-–—:：]{1,2}|\s[-–—]{1,2}(?=\s)|(?<=\p{Script=Arabic})\s?[-–—](?=\s)|[-–—]{2})/gu;
const opening = /^[(（【［[「]([^)）】］\]」]{2,60})[)）】］\]」]\s*/u;
const hanWire =
  /^((?:[\p{Script=Han}]{2,4}(?:社|网|網))?(?<place>[\p{Script=Han}、]{2,14}?)\s*(?:(?<month>\d{1,2})月(?<day>\d{1,2})日)?\s*(?:电|電|讯|訊|专电|專電))(?=[\s(（:：，,]|$)/u;

/**
 * Reads the dateline at the start of a paragraph, or a line that is only a dateline: "BEIRUT (Reuters) -", "أثينا -
 * رويترز -", "МОСКВА, 6 окт – ", "新华社北京3月4日电". Pure; `undefined` if there is none.
 */
export function readDateline(text: string): Dateline | undefined {
  const start = text.slice(0, longestDateline).replace(/^[\s\p{Cf}]+/u, "");
  return (
    readHanWire(start) ?? readOpening(start) ?? readDashed(start) ?? readBracketed(start) ?? readColon(start)
  );
}

function readHanWire(start: string): Dateline | undefined {
  const match = hanWire.exec(start);
  const groups = match?.groups;
  if (match?.[1] === undefined || groups === undefined) return undefined;
  const agency = /^(?:新华社|新華社|中新社|中新网|中新網|中央社|路透社|法新社|美联社|共同社)/u.exec(
    start,
  )?.[0];
  const place = (groups["place"] ?? "").replace(
    /^(?:新华社|新華社|中新社|中新网|中新網|中央社|路透社|法新社|美联社|共同社)/u,
    "",
  );
  const { month, day } = groups;
  return {
    printed: match[1].trim(),
    ...(place === "" ? {} : { place }),
    ...(month === undefined || day === undefined
      ? {}
      : { date: { calendar: "gregorian", month: Number(month), day: Number(day), isAmbiguous: false } }),
    sources: agency === undefined ? [] : [agency],
    confidence: 0.95,
  };
}

/** "【ロンドン共同】", "(Rivière-aux-Cèdres) Un levain …": the text opens with brackets. */
function readOpening(start: string): Dateline | undefined {
  const match = opening.exec(start);
  const [printed, inside] = match ?? [];
  if (printed === undefined || inside === undefined || start.length <= printed.length) return undefined;
  const parts = readParts(inside.replace(/[=＝]/u, ","));
  const short = inside.length <= 30 && !sentenceOrColon.test(inside);
  if (parts !== undefined && parts.sources.length > 0) {
    const own = { ...parts, printed: printed.trim(), confidence: 0.9 };
    const rest = readDashed(start.slice(printed.length).replace(/^[\s–—-]+/u, ""));
    if (rest === undefined || parts.place !== undefined) return own;
    const end = start.indexOf(rest.printed) + rest.printed.length;
    return { ...rest, printed: start.slice(0, end), sources: [...parts.sources, ...rest.sources] };
  }
  if (parts === undefined || !short || parts.place === undefined || /^\p{Ll}/u.test(inside)) return undefined;
  const isHan = /[\p{Script=Han}\p{Script=Katakana}]/u.test(inside);
  const agency = isHan ? sourceAtEnd(inside) : undefined;
  if (isHan && agency === undefined) return undefined;
  const place = agency === undefined ? parts.place : inside.slice(0, -agency.length);
  return {
    printed: printed.trim(),
    ...(place === "" ? {} : { place }),
    sources: agency === undefined ? [] : [agency],
    confidence: agency === undefined ? 0.55 : 0.9,
  };
}

/** "ロンドン共同": the agency follows the place without a space. */
const sourceAtEnd = (text: string): string | undefined =>
  [5, 4, 3, 2]
    .map((length) => text.slice(-length))
    .find((end) => end.length < text.length && findSource(end));

/** The text before a dash, if it consists of places, days and agencies. */
function readDashed(start: string): Dateline | undefined {
  for (const match of start.matchAll(dash)) {
    const closes = /^\s*[)）]/u.test(match[0]) ? ")" : isAbbreviation(start, match) ? "." : "";
    const printed = (start.slice(0, match.index) + closes).trim();
    if (printed === "" || printed.length > 90) continue;
    const rest = start.slice(match.index + match[0].length).trim();
    const parts = readParts(printed);
    if (parts === undefined) return undefined;
    const isFirm = parts.sources.length > 0 || parts.date !== undefined;
    if (!isFirm && continuesBeforeDash(rest)) continue;
    if (parts.place === undefined && parts.sources.length === 0) return undefined;
    const confidence = isFirm ? 0.95 : confidenceOfPlace(printed, rest);
    if (confidence === 0) return undefined;
    const cleaned = { ...parts, printed: withoutTrailingDash(printed) };
    return { ...cleaned, confidence };
  }
  return undefined;
}

/** "LELAND, Mich. --": the full stop belongs to the state. */
const isAbbreviation = (start: string, { 0: text, index }: RegExpExecArray): boolean =>
  text.startsWith(".") && /,\s\p{Lu}\p{Ll}{1,5}$/u.test(start.slice(0, index));

const withoutTrailingDash = (printed: string): string => printed.replace(/[\s–—-]+$/u, "");

/** "أثينا - رويترز - قال": the dateline continues after the first dash. */
function continuesBeforeDash(rest: string): boolean {
  const next = rest.split(/\s*[-–—]/u)[0] ?? "";
  return next.length <= 30 && next !== rest && findSource(next.trim()) !== undefined;
}

/** A place without a day or agency counts if it is in capitals, or is short and precedes a new sentence. */
function confidenceOfPlace(printed: string, rest: string): number {
  const words = printed.split(/\s+/u).length;
  if (/\p{Lu}/u.test(printed)) {
    const [main = ""] = printed.split(",");
    if (main.toUpperCase() === main && main.length >= 3) return 0.9;
    return words <= 3 &&
      printed.length <= 28 &&
      /^["“«„]?\p{Lu}/u.test(rest) &&
      !/^(?:\p{Lu}\p{Ll}*\s)?\p{Ll}/u.test(printed)
      ? 0.5
      : 0;
  }
  return words <= 2 && printed.length <= 18 && /^\p{Lo}/u.test(printed) ? 0.6 : 0;
}

/** "Thalpur, Jul 5 (PTI) A footbridge …": an agency in brackets ends the dateline. */
function readBracketed(start: string): Dateline | undefined {
  const match = /^([^()（）]{2,60}?)\s*[(（/]([^()（）/]{2,30})[)）/]\.?/u.exec(start);
  const [printed, place, agency] = match ?? [];
  if (printed === undefined || place === undefined || agency === undefined) return undefined;
  // A few small letters between a place and a dash are an agency, known or not: "Skarr (nwa) - The ferry …".
  const isBeforeDash = /^\p{Ll}{2,5}$/u.test(agency) && /^\s?[-–—]{1,2}\s/u.test(start.slice(printed.length));
  if (findSource(agency) === undefined && !isBeforeDash && !/^\p{Lu}{2,6}$/u.test(agency)) return undefined;
  const parts = readParts(place);
  if (parts?.place === undefined) return undefined;
  const isUpper = place.toUpperCase() === place;
  if (parts.date === undefined && !isUpper && place.split(/\s+/u).length > 3) return undefined;
  return {
    ...parts,
    printed: printed.replace(/\.$/u, ""),
    sources: [...parts.sources, agency],
    confidence: parts.date !== undefined || isUpper || isBeforeDash ? 0.95 : 0.7,
  };
}

/** "ٹھٹہ، 8 جولائی: …", "VILA CHÃ DO MONTE: …": a colon ends the dateline. */
function readColon(start: string): Dateline | undefined {
  const printed = /^([^:：]{3,60}?)\s?[:：]\s/u.exec(start)?.[1];
  const parts = printed === undefined ? undefined : readParts(printed);
  if (printed === undefined || parts?.place === undefined) return undefined;
  const isFirm = parts.date !== undefined || parts.sources.length > 0;
  const isInCapitals =
    printed === printed.toUpperCase() && /\p{Lu}{4}/u.test(printed) && readControlWord(printed) === undefined;
  return isFirm || isInCapitals ? { ...parts, printed, confidence: isFirm ? 0.8 : 0.6 } : undefined;
}

type Parts = Omit<Dateline, "printed" | "confidence">;

/** Places, days and agencies; `undefined` if anything else is present. */
function readParts(text: string): Parts | undefined {
  const places: string[] = [];
  const sources: string[] = [];
  let date: FoundDate | undefined;
  for (const part of text.split(/\s*[,،;؛()（）/|＝=]\s*|\.\s+|\s[-–—]\s|(?<=\p{Script=Arabic})[-–—]\s?/u)) {
    const piece = /^\p{Lu}\p{Ll}{1,5}\.$/u.test(part.trim()) ? part.trim() : part.trim().replace(/\.$/u, "");
    if (piece === "") continue;
    if (findSource(piece)) {
      sources.push(piece);
      continue;
    }
    if (/\d/u.test(withAscii(piece))) {
      const dated = splitDate(piece);
      if (dated === undefined) return undefined;
      if (dated.place !== "") places.push(dated.place);
      date ??= dated.date;
      continue;
    }
    if (!isPlace(piece)) {
      if (/^\p{L}{2,12}$/u.test(piece) && readDates(piece).others === 0) continue;
      return undefined;
    }
    places.push(piece);
  }
  if (places.length > 3) return undefined;
  const place = places.filter((each) => !weekdays.has(matchKey(each))).join(", ");
  return { ...(place === "" ? {} : { place }), ...(date === undefined ? {} : { date }), sources };
}

const withAscii = (text: string): string => text.replace(/[٠-٩۰-۹]/gu, "0");

/** "أبوظبي 12 يناير": a place and a day without a mark between them. */
function splitDate(piece: string): { readonly place: string; readonly date: FoundDate } | undefined {
  const at = piece.search(/[\d٠-٩۰-۹]/u);
  const words = piece.slice(0, at).trim();
  const whole = readDates(piece);
  const [date] = whole.dates;
  if (whole.others === 0) return date === undefined ? undefined : { place: "", date };
  // "March 4" puts the month before the day.
  const [, place = "", month = ""] = /^(.*?)\s*([^\s]*)$/su.exec(words) ?? [];
  const withMonth = readDates(`${month} ${piece.slice(at)}`);
  const [first] = withMonth.dates;
  if (first !== undefined && withMonth.others === 0 && isPlace(place)) return { place, date: first };
  const after = readDates(piece.slice(at));
  const [only] = after.dates;
  return only !== undefined && after.others === 0 && isPlace(words)
    ? { place: words, date: only }
    : undefined;
}

/** One to four words, capitalised in scripts with capitals. */
function isPlace(text: string): boolean {
  const words = text.split(/\s+/u);
  if (text.length > 40 || words.length > 4 || /[!?؟:："“”«»]/u.test(text)) return false;
  return (
    !/\p{Ll}/u.test(text.charAt(0)) &&
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || word.length <= 4)
  );
}
