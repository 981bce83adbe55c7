import { article, newsImage, parsePath, type PathStep } from "../../../schemas/index.ts";
import { humanise } from "../../../schemas/to-sanity/humanise.ts";
import type { Say } from "../../../schemas/to-sanity/say.ts";
import { unwrap } from "../../../schemas/to-sanity/unwrap.ts";
import { formPathOf } from "./place-of-value.ts";

const fields = new Map(Object.entries({ ...newsImage.shape, ...article.shape }));

/** Makes a title from a path in the evidence, in the words of the form: `pictures[0].altTexts` → "Picture 1: Alternative texts". */
export function titleOfPath(path: string, say: Say): string {
  const steps = parsePath(formPathOf(path)) ?? [path];
  return steps
    .flatMap((step, at) => (typeof step === "string" ? titleOfStep(step, steps[at + 1], say) : []))
    .join(": ");
}

function titleOfStep(name: string, next: PathStep | undefined, say: Say): string {
  if (typeof next !== "number") return say(titleOfField(name));
  return `${say(name === "pictures" ? "Picture" : titleOfField(name))} ${next + 1}`;
}

function titleOfField(name: string): string {
  const schema = fields.get(name);
  return (schema && unwrap(schema).meta.title) ?? humanise(name);
}
