/**
 * Parses JSON as pages write it: in comment or CDATA brackets, with comments, trailing commas, line breaks in
 * strings, or a semicolon at the end. `undefined` if it is still not JSON. Pure, and linear in the length of the
 * text.
 */
export function parseLooseJson(text: string): unknown {
  return tryParse(text) ?? tryParse(repaired(text));
}

function tryParse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Noise that pages put around and within JSON; all of it is removed. An unclosed comment runs to the end. */
const noise = [
  { start: "/*", end: "*/" },
  { start: "//", end: "\n" },
  { start: "<!--", end: "" },
  { start: "-->", end: "" },
  { start: "<![CDATA[", end: "" },
  { start: "]]>", end: "" },
  { start: ";", end: "" },
] as const;

function repaired(text: string): string {
  const parts: string[] = [];
  /** A comma is written only once a value follows it, so never before a bracket. */
  let hasComma = false;
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const found = noise.find(({ start }) => text.startsWith(start, at));
    if (found !== undefined) {
      at = endOf(text, at + found.start.length, found.end);
    } else if (/\s/.test(character)) at += 1;
    else if (character === ",") {
      hasComma = parts.length > 0;
      at += 1;
    } else {
      if (hasComma && character !== "}" && character !== "]") parts.push(",");
      hasComma = false;
      const end = character === '"' ? endOfString(text, at) : at + 1;
      parts.push(character === '"' ? escaped(text.slice(at, end)) : character);
      at = end;
    }
  }
  return parts.join("");
}

function endOf(text: string, from: number, end: string): number {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found + end.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') return at + 1;
  }
  return text.length;
}

/** In strings, line breaks and other control characters appear only as escapes. */
const escaped = (string: string): string =>
  string.replace(
    /[\u0000-\u001f]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
