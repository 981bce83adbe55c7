/** Bytes of each character in one encoding, as far as it has it: the reverse of what decodes them. */
function encoderOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    let text: string;
    try {
      text = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return;
    }
    if ([...text].length === 1 && !bytesOf.has(text)) bytesOf.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) learn([first]);
  if (multiByte.includes(encoding))
    for (let first = 0x81; first < 255; first++)
      for (let second = 0x40; second < 255; second++) learn([first, second]);
  return bytesOf;
}

const multiByte = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"];
const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The text in a legacy encoding; `undefined` if the encoding lacks one of its characters. */
export function encodeText(text: string, encoding: string): Uint8Array | undefined {
  const encoder = encoders.get(encoding) ?? encoderOf(encoding);
  encoders.set(encoding, encoder);
  const bytes: number[] = [];
  for (const character of text) {
    const known = encoder.get(character);
    if (known === undefined) return undefined;
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}
