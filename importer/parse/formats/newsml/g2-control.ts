import { readEmbargo, readGraveOrder, readOrder } from "../../control/read-order.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, foundText, isFound, mapFound } from "../../fields/found.ts";
import { childOf, childrenOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { g2Code, g2Name } from "./g2-name.ts";

/**
 * Returns the orders and notes of a NewsML-G2 item: status, embargo, signals, and notes to editors. Pure.
 *
 * @param inner Orders and notes of the story inside the item.
 */
export function g2Control(
  item: XmlElement,
  inner: Pick<FoundStory, "orders" | "edNotes">,
): Pick<FoundStory, "orders" | "edNotes"> {
  const itemMeta = childOf(item, "itemMeta");
  const status = childOf(itemMeta, "pubStatus");
  const embargo = childOf(itemMeta, "embargoed");
  const notes = childrenOf(itemMeta, "edNote")
    .map((note) => foundText(note, "newsml-g2-ed-note"))
    .filter(isFound);
  const usage = childrenOf(childOf(item, "rightsInfo"), "usageTerms")
    .map((terms) => foundText(terms, "newsml-g2-usage-terms"))
    .filter(isFound);
  const signals = childrenOf(itemMeta, "signal").map((signal) => {
    const order =
      readOrder(g2Code(signal), "newsml-g2-signal") ?? readOrder(g2Name(signal), "newsml-g2-signal");
    const note = notes[0]?.value ?? g2Name(signal);
    return foundIn(
      signal,
      order && { ...order, ...(note === undefined ? {} : { note }) },
      "newsml-g2-signal",
    );
  });
  return {
    orders: [
      foundIn(
        status,
        readOrder(g2Code(status) ?? textOf(status), "newsml-g2-status"),
        "newsml-g2-pub-status",
      ),
      // An empty embargo has no known end yet.
      foundIn(
        embargo,
        readEmbargo(textOf(embargo)) ?? { kind: "embargoed" as const, printed: "" },
        "newsml-g2-embargoed",
      ),
      ...signals,
      ...[...notes, ...usage].map((note) => mapFound(note, readGraveOrder)),
      ...(inner.orders ?? []),
    ].filter(isFound),
    edNotes: [...notes, ...usage, ...(inner.edNotes ?? [])],
  };
}
