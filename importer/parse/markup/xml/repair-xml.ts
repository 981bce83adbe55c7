import { characterEntities } from "character-entities";
import { nextOf } from "./next-of.ts";

/** Characters that XML 1.0 does not allow anywhere. */
const disallowed = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Where the scan stops: sections taken whole, references, and a `<` that does not begin a tag. */
const stops =
  /<!\[CDATA\[|<!--|<\?|&(?:#(?<decimal>[0-9]{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[A-Za-z][A-Za-z0-9]{0,31}));|&|<(?![\p{L}_:/!])/gu;

const predefined: ReadonlySet<string> = new Set(["amp", "lt", "gt", "quot", "apos"]);

/** The windows-1252 characters where Unicode has control characters: people write `&#146;` for an apostrophe. */
const windows1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/**
 * Cleans up the errors of real feeds, so that a strict XML parser reads the text as its writer meant it.
 *
 * Removes control characters, lone surrogates, comments, processing instructions and anything before the first tag;
 * HTML entities become their characters, bare ampersands and less-than signs become text. An entity unknown to both
 * XML and HTML becomes text too: entities declared in a DTD are never expanded. Line numbers are preserved. Pure,
 * linear.
 */
export function repairXml(text: string): string {
  const clean = text
    .replace(/^\uFEFF/, "")
    .replace(disallowed, "")
    .toWellFormed();
  const parts: string[] = [];
  const endOf = endsIn(clean);
  let from = 0;
  stops.lastIndex = 0;
  for (let stop = stops.exec(clean); stop !== null; stop = stops.exec(clean)) {
    const [token] = stop;
    parts.push(clean.slice(from, stop.index));
    from = endOf(token, stop.index);
    parts.push(replacementOf(clean.slice(stop.index, from), stop.groups ?? {}));
    stops.lastIndex = from;
  }
  parts.push(clean.slice(from));
  return parts.join("");
}

/**
 * Tells where a token ends that began at a place; a section of CDATA without end takes the rest of the text. A comment
 * that is not closed is none, and neither is one that the end of a later one closes: they would take what stands between
 * along.
 */
function endsIn(text: string): (token: string, start: number) => number {
  const closers = new Map(
    [
      ["<![CDATA[", "]]>"],
      ["<!--", "-->"],
      ["<?", "?>"],
    ].map(([opener = "", closer = ""]) => [opener, { length: closer.length, next: nextOf(text, closer) }]),
  );
  const nextComment = nextOf(text, "<!--");
  return (token, start) => {
    const from = start + token.length;
    const closer = closers.get(token);
    if (closer === undefined) return from;
    const end = closer.next(from);
    if (token === "<![CDATA[") return end === -1 ? text.length : end + closer.length;
    const inner = token === "<!--" ? nextComment(from) : -1;
    return end === -1 || (inner !== -1 && inner < end) ? from : end + closer.length;
  };
}

function replacementOf(token: string, { decimal, hex, name }: Readonly<Record<string, string | undefined>>) {
  if (token.startsWith("<![CDATA[")) return token;
  if (token.startsWith("<!--") || token.startsWith("<?")) return "\n".repeat(token.split("\n").length - 1);
  if (token === "<") return "&lt;";
  if (decimal !== undefined) return characterReference(Number.parseInt(decimal, 10));
  if (hex !== undefined) return characterReference(Number.parseInt(hex, 16));
  if (name === undefined) return "&amp;";
  if (predefined.has(name)) return token;
  return Object.hasOwn(characterEntities, name)
    ? (characterEntities[name] ?? "").replace("&", "&amp;").replace("<", "&lt;")
    : `&amp;${token.slice(1)}`;
}

function characterReference(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252.charAt(code - 0x80);
  const isAllowed =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !isNoCharacter(code));
  return isAllowed ? `&#${code};` : "";
}

const isNoCharacter = (code: number): boolean =>
  (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
