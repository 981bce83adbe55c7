import { article, newsImage, parsePath, type PathStep } from "../../../schemas/index.ts";
import { humanise } from "../../../schemas/to-sanity/humanise.ts";
import { unwrap } from "../../../schemas/to-sanity/unwrap.ts";
import { formPathOf } from "./place-of-value.ts";

const fields = new Map(Object.entries({ ...newsImage.shape, ...article.shape }));

/** Makes a title from a path in the evidence, in the words of the form: `pictures[0].altTexts` → "Picture 1: Alternative texts". */
export function titleOfPath(path: string): string {
  const steps = parsePath(formPathOf(path)) ?? [path];
  return steps
    .flatMap((step, at) => (typeof step === "string" ? titleOfStep(step, steps[at + 1]) : []))
    .join(": ");
}

function titleOfStep(name: string, next: PathStep | undefined): string {
  if (typeof next !== "number") return titleOfField(name);
  return `${name === "pictures" ? "Picture" : titleOfField(name)} ${next + 1}`;
}

function titleOfField(name: string): string {
  const schema = fields.get(name);
  return (schema && unwrap(schema).meta.title) ?? humanise(name);
}
