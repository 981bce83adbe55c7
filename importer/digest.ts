import { hash } from "node:crypto";

/** The SHA-256 of a text's UTF-8 bytes, in lower-case hex. Pure. */
export function digestOf(text: string): string {
  return hash("sha256", text, "hex");
}

/** The first characters of {@link digestOf}: 20 hex digits are 80 bits, enough to rule out chance collisions. */
export function shortDigestOf(text: string, length = 20): string {
  return digestOf(text).slice(0, length);
}
