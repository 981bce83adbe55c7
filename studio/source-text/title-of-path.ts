import { article, newsImage } from "../../schemas/index.ts";
import { humanise } from "../../schemas/to-sanity/humanise.ts";
import { unwrap } from "../../schemas/to-sanity/unwrap.ts";

const fields = new Map(Object.entries({ ...newsImage.shape, ...article.shape }));

/** What the import reads under one name and writes to a field of another. */
const writtenTo = new Map([["control.note", "edNote"]]);

/** Makes a title of a path in the evidence, with the words of the form: `pictures[0].altTexts` → "Picture 1: Alternative texts". */
export function titleOfPath(path: string): string {
  return (writtenTo.get(path) ?? path).split(".").map(titleOfPart).join(": ");
}

function titleOfPart(part: string): string {
  const [, name = part, index] = /^(.+)\[(\d+)\]$/u.exec(part) ?? [];
  if (index === undefined) return titleOfField(name);
  return `${name === "pictures" ? "Picture" : titleOfField(name)} ${Number(index) + 1}`;
}

function titleOfField(name: string): string {
  const schema = fields.get(name);
  return (schema && unwrap(schema).meta.title) ?? humanise(name);
}
