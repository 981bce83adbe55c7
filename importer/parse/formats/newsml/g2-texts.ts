import type { FoundStory } from "../../fields/found-story.ts";
import { foundText } from "../../fields/found.ts";
import { childOf, childrenOf, inherited, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { g2Role } from "./g2-name.ts";

type Texts = Partial<Pick<FoundStory, "headline" | "kicker" | "subHeadline" | "summary">>;

const kicker = /kicker|over|strap|eyebrow|dachzeile|rooftitle/;
const sub = /sub|dek|deck|second|under/;
/** Headlines for use anywhere but above the story. */
const elsewhere = /short|seo|slug|mobile|social|web$|tweet|push|nav/;

/** The headlines and summary of a NewsML-G2 item, by role; of several languages, the item's own. Pure. */
export function g2Texts(meta: XmlElement | undefined, itemMeta: XmlElement | undefined): Texts {
  const language = inherited(meta, "xml:lang");
  const isOwn = (element: XmlElement): boolean => inherited(element, "xml:lang") === language;
  const headlines = childrenOf(meta, "headline")
    .filter((headline) => textOf(headline) !== undefined)
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  const withRole = (role: RegExp): XmlElement | undefined =>
    headlines.find((headline) => role.test(g2Role(headline)));
  const main =
    headlines.find((headline) => /^(?:|main|primary|headline)$/.test(g2Role(headline))) ??
    headlines.find((headline) => ![kicker, sub, elsewhere].some((role) => role.test(g2Role(headline)))) ??
    withRole(elsewhere);
  const summaries = childrenOf(meta, "description")
    .filter((description) => !/caption/.test(g2Role(description)))
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  const summary =
    summaries.find((description) => /summary|abstract|lead|drol/.test(g2Role(description))) ?? summaries[0];
  return {
    headline:
      foundText(main, "newsml-g2-headline") ?? foundText(childOf(itemMeta, "title"), "newsml-g2-title", 0.7),
    kicker: foundText(withRole(kicker), "newsml-g2-kicker"),
    subHeadline: foundText(withRole(sub), "newsml-g2-sub-headline"),
    summary: foundText(summary, "newsml-g2-description"),
  };
}
