import { isUnsure } from "../../../schemas/index.ts";
import type { ParsedBlock, ParsedPicture, ParsedStory } from "../parsed-story.ts";
import type { Evidence } from "./evidence.ts";
import { joinWrapped } from "./join-wrapped.ts";
import type { Role, RoledLine } from "./lines.ts";

/** Returns the text of a story with its pictures; a picture before all text leads the story. Pure. */
export function collectText(
  lines: readonly RoledLine[],
  evidence: Evidence,
): Pick<ParsedStory, "blocks" | "pictures" | "leadPicture"> {
  const blocks: ParsedBlock[] = [];
  const pictures: ParsedPicture[] = [];
  const placed = new Set<number>();
  const byPicture = Map.groupBy(lines, ({ picture }) => picture);
  let leadPicture: number | undefined;
  for (const line of joinWrapped(lines)) {
    const block = toBlock(line);
    if (block !== undefined) blocks.push(block);
    if (isDoubtful(line)) evidence.add("body", [line]);
    if (line.picture === undefined || placed.has(line.picture)) continue;
    placed.add(line.picture);
    const own = byPicture.get(line.picture) ?? [];
    const number = pictures.push(toPicture(own)) - 1;
    evidence.add(`pictures[${number}]`, own);
    if (leadPicture === undefined && blocks.length === 0) leadPicture = number;
    else blocks.push({ kind: "picture", picture: number });
  }
  const text = lines.filter((line) => textRoles.has(line.role));
  evidence.add("body", text, { rule: "text-lines" });
  return { blocks, pictures, ...(leadPicture === undefined ? {} : { leadPicture }) };
}

/** A line that may belong to the surrounding page: it stays in the text, where an editor can see it. */
const isDoubtful = ({ role, confidence }: RoledLine): boolean =>
  role === "boilerplate" && isUnsure(confidence);

const textRoles: ReadonlySet<Role> = new Set(["paragraph", "subheading", "quotation", "listItem"]);

const bullet = /^\s*(?:[•▪■□◆◇▽▼▲▶►●○◦‣✓✔✅➢➤*＊・·．]|[-–—]\s)\s*/u;
const number = /^\s*[(（]?(?:\d{1,2}|[٠-٩۰-۹]{1,2})\s?[.)）]\s+/u;

function toBlock(line: RoledLine): ParsedBlock | undefined {
  const { role, rule, text } = line;
  const block = (style: "normal" | "h2" | "blockquote", content = text): ParsedBlock => ({
    kind: "text",
    style,
    spans: [{ text: content }],
  });
  if (role === "paragraph" || isDoubtful(line)) return block("normal");
  if (role === "subheading") return block("h2");
  if (role === "quotation") return block("blockquote");
  if (role !== "listItem") return undefined;
  // Studio adds the bullet or number itself.
  const isNumbered = rule === "numbers";
  return {
    kind: "text",
    style: "normal",
    listItem: isNumbered ? "number" : "bullet",
    level: 1,
    spans: [{ text: text.replace(isNumbered ? number : bullet, "") || text }],
  };
}

function toPicture(lines: readonly RoledLine[]): ParsedPicture {
  const textsOf = (role: Role) =>
    lines
      .filter((line) => line.role === role)
      .map((line) => ({ text: line.credited?.text ?? line.said ?? withoutLabel(line) }))
      .filter(({ text }) => text !== "");
  const credits = lines.flatMap((line) => line.credited?.credit ?? []);
  // The credit with the photographer's name says more than the bare name of the agency beside it.
  const credit = credits.find(({ people }) => people.length > 0) ?? credits[0];
  const sources = [credit, ...credits].flatMap((each) => each?.sources ?? []);
  return {
    altTexts: textsOf("imageAlt"),
    captions: textsOf("imageCaption"),
    ...(credit === undefined ? {} : { creditLine: credit.printed }),
    sources: [...new Set(sources)],
    people: credit?.people ?? [],
  };
}

/** "Image caption: …" labels the line and belongs to the page. */
const withoutLabel = ({ text, label }: RoledLine): string =>
  label?.kinds.has("caption") === true && label.value !== "" ? label.value : text;
