/** The name that the Encoding Standard has for a label of an encoding; `undefined` for one that it does not know. Pure. */
export function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}
