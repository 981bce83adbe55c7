import { parseAccept } from "hono/utils/accept";

/** In which an answer may travel; of two that its reader likes alike, the first. */
const encodings = ["br", "gzip"] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The encodings that a reader takes, the one that it likes best first. Pure.
 *
 * @param header What it says as `Accept-Encoding`.
 */
export function acceptedEncodings(header: string | null): readonly Encoding[] {
  const asked = parseAccept(header ?? "");
  const wanted = (encoding: string): number =>
    (asked.find(({ type }) => type.toLowerCase() === encoding) ?? asked.find(({ type }) => type === "*"))
      ?.q ?? 0;
  return encodings
    .filter((encoding) => wanted(encoding) > 0)
    .toSorted((one, other) => wanted(other) - wanted(one));
}
