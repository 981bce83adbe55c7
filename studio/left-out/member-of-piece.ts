import type { Body, LeftOutPiece, TextBlock } from "../../schemas/index.ts";
import { addressOfPiece } from "./address-of-piece.ts";

/** A member of a body, before it has a key. */
interface MemberForm {
  /** What its key is made of. */
  readonly said: string;
  readonly toMember: (key: string) => Body[number];
}

/** What becomes of a piece of each kind. */
const forms: Readonly<Record<LeftOutPiece["kind"], (piece: LeftOutPiece) => MemberForm>> = {
  text: paragraphOf,
  picture: paragraphOf,
  embed: embedOf,
};

/** Whether {@link memberOfPiece} makes a member of a piece: not of one that says nothing. Pure. */
export const hasMember = (piece: LeftOutPiece): boolean => textOf(piece) !== "";

/**
 * Makes a member of a body of a piece; `undefined` of one that says nothing.
 *
 * Its key is the one that the importer makes for the same words (`importer/transform/to-body.ts`): should a later import
 * find them in the story, they are the same paragraph and do not stand there twice. Pure.
 *
 * @param taken Keys that other members have.
 */
export async function memberOfPiece(
  piece: LeftOutPiece,
  taken: ReadonlySet<string>,
): Promise<Body[number] | undefined> {
  if (!hasMember(piece)) return undefined;
  const form = forms[piece.kind](piece);
  const wanted = await keyOf(form.said);
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`;
  return form.toMember(key);
}

/** A paragraph that has the piece's words and leads to its address. */
function paragraphOf(piece: LeftOutPiece): MemberForm {
  const [text, href] = [textOf(piece), addressOfPiece(piece)];
  return {
    said: `normal ${text}`,
    toMember(key): TextBlock {
      const links = href === undefined ? [] : [{ _type: "link" as const, _key: `${key}-link`, href }];
      return {
        _type: "block",
        _key: key,
        style: "normal",
        children: [{ _type: "span", _key: `${key}-0`, text, marks: links.map(({ _key }) => _key) }],
        markDefs: links,
      };
    },
  };
}

/** What another site shows, or a paragraph that leads to it if it has no web address. */
function embedOf(piece: LeftOutPiece): MemberForm {
  const [url, title] = [addressOfPiece(piece), piece.text.trim()];
  if (url === undefined || !/^https?:/.test(url)) return paragraphOf(piece);
  return {
    said: `embed ${url}`,
    toMember: (key) => ({ _type: "embed", _key: key, url, ...(title === "" ? {} : { title }) }),
  };
}

const textOf = ({ text, address = "" }: LeftOutPiece): string => (text.trim() || address).normalize("NFC");

async function keyOf(said: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said));
  return Array.from(new Uint8Array(digest).subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}
