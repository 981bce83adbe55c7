import { isControl } from "../../control/control-words.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, foundText, isFound, type Found } from "../../fields/found.ts";
import { pubStatusOf } from "../../control/pub-status.ts";
import { childOf, childrenOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { g2Code, g2Name } from "./g2-name.ts";

/**
 * What a NewsML-G2 item says of its fate: status, embargo, signals, and notes to editors. Pure.
 *
 * @param innerNotes Notes of the story that the item carries.
 */
export function g2Control(
  item: XmlElement,
  innerNotes: readonly Found<string>[],
): Pick<FoundStory, "pubStatus" | "embargoedUntil" | "controlNote" | "edNotes"> {
  const itemMeta = childOf(item, "itemMeta");
  const status = childOf(itemMeta, "pubStatus");
  const embargo = childOf(itemMeta, "embargoed");
  // An empty embargo has no end that anybody knows yet.
  const isEndless = embargo !== undefined && textOf(embargo) === undefined;
  // Agencies signal much of their own business too.
  const signals = childrenOf(itemMeta, "signal").filter(
    (signal) => isControl(g2Name(signal)) || isControl(g2Code(signal)),
  );
  const notes = childrenOf(itemMeta, "edNote").map((note) => foundText(note, "newsml-g2-ed-note"));
  const usage = childrenOf(childOf(item, "rightsInfo"), "usageTerms").map((terms) =>
    foundText(terms, "newsml-g2-usage-terms"),
  );
  const edNotes = [...notes, ...usage].filter(isFound);
  const [signal] = signals;
  const pubStatus = pubStatusOf(g2Code(status));
  return {
    pubStatus:
      isEndless && pubStatus !== "canceled"
        ? foundIn(embargo, "withheld", "newsml-g2-embargo-without-end")
        : foundIn(status, pubStatus, "newsml-g2-pub-status"),
    embargoedUntil: foundText(embargo, "newsml-g2-embargoed"),
    controlNote:
      signal === undefined
        ? undefined
        : (notes.find(isFound) ?? foundIn(signal, g2Name(signal), "newsml-g2-signal")),
    edNotes: [...edNotes, ...innerNotes],
  };
}
