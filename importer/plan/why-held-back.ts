import { article } from "../../schemas/index.ts";

const fate = article.pick({ pubStatus: true, embargoedUntil: true });

/**
 * Why an article must not be published at a given moment; `undefined` if it may. Only an explicit status "usable" will
 * do: an article without a readable status is held back. Pure.
 *
 * @param now ISO 8601.
 */
export function whyHeldBack(document: object, now: string): string | undefined {
  const { data } = fate.safeParse(document);
  if (data === undefined || !("pubStatus" in document)) return "its publication status cannot be read";
  if (data.pubStatus !== "usable") return `it is ${data.pubStatus}`;
  const { embargoedUntil } = data;
  const isOver = embargoedUntil === undefined || Date.parse(embargoedUntil) <= Date.parse(now);
  return isOver ? undefined : `it is under embargo until ${embargoedUntil}`;
}
