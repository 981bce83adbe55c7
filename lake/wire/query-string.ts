import { plainError } from "../core/lake-error.ts";

/** The `$name=<JSON>` pairs of a query string. @throws {LakeError} 400 when one is no JSON. */
export function readParams(search: URLSearchParams): Readonly<Record<string, unknown>> {
  const params: Record<string, unknown> = {};
  for (const [name, text] of search) {
    if (!name.startsWith("$")) continue;
    try {
      params[name.slice(1)] = JSON.parse(text);
    } catch {
      throw plainError(400, `Cannot read parameter "${name}": "${text}" is no JSON`);
    }
  }
  return params;
}

/** Whether an option is on; clients leave out what they do not want. */
export function isOn(search: URLSearchParams, option: string): boolean {
  return search.get(option) === "true";
}

/** A count of things, at least one. @throws {LakeError} 400 when the option is not such a number. */
export function readCount(search: URLSearchParams, option: string, whenAbsent: number): number {
  const text = search.get(option);
  if (text === null) return whenAbsent;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw plainError(400, `Cannot read option "${option}": "${text}" is not a positive whole number`);
}
