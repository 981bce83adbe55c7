import { findSource } from "../../authority/find-source.ts";
import { splitSourceNames } from "../../authority/split-source-names.ts";
import { detectLanguage } from "../detect-language.ts";
import { unlabelled } from "../find-source-line.ts";
import type { ParsedBlock, ParsedPicture, ParsedStory } from "../parsed-story.ts";
import { nameOfByline } from "../read-byline.ts";
import type { Role, RoledLine } from "./lines.ts";

/** The roles whose text is in the language of the story; alternative texts often are not. */
const mainRoles: ReadonlySet<Role> = new Set(["headline", "subHeadline", "subheading", "paragraph"]);

/** Makes a story of lines whose roles are known. Pure. */
export function toParsedStory(lines: readonly RoledLine[]): ParsedStory {
  const textOf = (role: Role): string | undefined => lines.find((line) => line.role === role)?.text;
  const main = lines.filter((line) => mainRoles.has(line.role)).map((line) => line.text.slice(0, 1000));
  const subHeadline = textOf("subHeadline");
  const byline = textOf("byline");
  const sourceLine = textOf("sourceLine");
  const author = byline === undefined ? undefined : nameOfByline(byline);
  return {
    headline: textOf("headline") ?? "",
    ...(subHeadline === undefined ? {} : { subHeadline }),
    ...(byline === undefined ? {} : { byline: author ?? byline }),
    creators: author === undefined ? [] : [{ name: author }],
    ...placePictures(lines),
    ...(sourceLine === undefined ? {} : { sourceLine }),
    infoSources: sourceLine === undefined ? [] : toInfoSources(sourceLine),
    language: detectLanguage(main.join("\n")),
    keywords: [],
    evidence: [],
    problems: [],
  };
}

/** The blocks and pictures of a story; a picture before all text leads it. */
function placePictures(
  lines: readonly RoledLine[],
): Pick<ParsedStory, "blocks" | "pictures" | "leadPicture"> {
  const blocks: ParsedBlock[] = [];
  const pictures: ParsedPicture[] = [];
  const placed = new Set<number>();
  let leadPicture: number | undefined;
  for (const line of lines) {
    if (line.role === "paragraph") blocks.push(toBlock("normal", line.text));
    if (line.role === "subheading") blocks.push(toBlock("h2", line.text));
    if (line.picture === undefined || placed.has(line.picture)) continue;
    placed.add(line.picture);
    const number = pictures.push(toPicture(lines.filter(({ picture }) => picture === line.picture))) - 1;
    if (leadPicture === undefined && blocks.length === 0) leadPicture = number;
    else blocks.push({ kind: "picture", picture: number });
  }
  return { blocks, pictures, ...(leadPicture === undefined ? {} : { leadPicture }) };
}

const toBlock = (style: "normal" | "h2", text: string): ParsedBlock => ({
  kind: "text",
  style,
  spans: [{ text }],
});

function toPicture(lines: readonly RoledLine[]): ParsedPicture {
  const textsOf = (role: Role) =>
    lines
      .filter((line) => line.role === role)
      .map((line) => ({ text: line.credited?.text ?? line.text }))
      .filter(({ text }) => text !== "");
  const credits = lines.flatMap((line) => line.credited?.credit ?? []);
  // The credit that names the photographer says more than the agency's name beside it.
  const credit = credits.find(({ people }) => people.length > 0) ?? credits[0];
  const sources = [credit, ...credits].flatMap((each) => each?.sources ?? []);
  return {
    altTexts: textsOf("imageAlt"),
    captions: textsOf("caption"),
    ...(credit === undefined ? {} : { creditLine: credit.printed }),
    sources: [...new Set(sources)],
    people: credit?.people ?? [],
  };
}

/** The first source with a name wrote the story; what comes with it contributed. */
function toInfoSources(sourceLine: string): ParsedStory["infoSources"] {
  const names = splitSourceNames(unlabelled(sourceLine));
  const originator = names.find((name) => findSource(name)?.slug !== "agencies");
  return names.map((printed) => ({
    printed,
    role: printed === originator ? "originator" : "contributor",
  }));
}
