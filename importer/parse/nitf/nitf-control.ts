import { cleanLine } from "../cleaning/clean-line.ts";
import { toProblem } from "../../problems.ts";
import { readEmbargo, readOrder } from "../control/read-order.ts";
import type { WireOrder } from "../control/wire-order.ts";
import type { FoundStory } from "../fields/found-story.ts";
import { type Found, foundIn, isFound, mapFound } from "../fields/found.ts";
import { attributeOf, childOf, childrenOf, placeOf } from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";
import { isBefore } from "../time/compare-moments.ts";
import { readMoment } from "../time/read-moment.ts";

type NitfControl = Pick<FoundStory, "orders" | "isNotice" | "edNotes" | "publishedAt" | "problems">;

/**
 * Returns the orders in the `docdata` of NITF. Pure.
 *
 * A release after the issue is an embargo, even if the status does not say so. A notice about another story is
 * withheld and names that story in a problem: its text is not known here, so nothing is done to it. `del-list` names
 * who delivered the story; it has nothing to do with deletion.
 */
export function nitfControl(docdata: XmlElement | undefined, pubdata: XmlElement | undefined): NitfControl {
  const issue = childOf(docdata, "date.issue");
  const release = childOf(docdata, "date.release");
  const status = readOrder(attributeOf(docdata, "management-status"), "nitf-status");
  const isEmbargoed = status?.kind === "embargoed" || isLater(release, issue);
  const releaseDate = foundIn(release, attributeOf(release, "norm"), "nitf-date-release");
  // Of several dates, the first with a time zone.
  const dates = [
    foundIn(pubdata, attributeOf(pubdata, "date.publication"), "nitf-date-publication"),
    releaseDate,
    foundIn(issue, attributeOf(issue, "norm"), "nitf-date-issue"),
  ].filter(isFound);
  const notice = noticeOf(docdata);
  const messages = childrenOf(docdata, "ed-msg");
  return {
    orders: [
      foundIn(docdata, status, "nitf-management-status"),
      isEmbargoed ? mapFound(releaseDate, readEmbargo) : undefined,
      ...(notice === undefined
        ? messages.flatMap(ordersOf)
        : [
            foundIn(docdata, { kind: "withheld" as const, printed: notice.about }, "nitf-notice"),
            // The order concerns the other story, but editors should still read it.
            ...messages.flatMap(ordersOf).map(asNote),
          ]),
    ].filter(isFound),
    isNotice: notice !== undefined,
    edNotes: messages
      .map((message) => foundIn(message, cleanLine(attributeOf(message, "info")), "nitf-ed-msg"))
      .filter(isFound),
    publishedAt: dates.find(({ value }) => readMoment(value)?.kind === "instant") ?? dates[0],
    problems: notice === undefined ? [] : [notice.problem],
  };
}

/** The orders in a message to editors, from its type and its words. */
function ordersOf(message: XmlElement): Found<WireOrder>[] {
  const info = cleanLine(attributeOf(message, "info"));
  return [attributeOf(message, "msg-type"), info]
    .map((printed) => readOrder(printed, "nitf-message"))
    .map((order) => foundIn(message, order && { ...order, note: info ?? order.printed }, "nitf-ed-msg"))
    .filter(isFound);
}

const asNote = (found: Found<WireOrder>): Found<WireOrder> => ({
  ...found,
  value: { ...found.value, kind: "updated" },
});

function noticeOf(docdata: XmlElement | undefined) {
  const other = attributeOf(docdata, "management-doc-idref");
  const status = attributeOf(docdata, "management-idref-status");
  if (docdata === undefined || other === undefined || other === ownId(docdata)) return undefined;
  const order = readOrder(status, "nitf-status");
  if (order === undefined || order.kind === "usable") return undefined;
  const message = `The item at ${placeOf(docdata)} sets the status of the story "${other}" to "${order.printed}"`;
  return { about: other, problem: toProblem("withdraws-another", message, { line: docdata.line }) };
}

const ownId = (docdata: XmlElement): string | undefined =>
  attributeOf(childOf(docdata, "doc-id"), "id-string");

function isLater(release: XmlElement | undefined, issue: XmlElement | undefined): boolean {
  const [released, issued] = [release, issue].map((element) =>
    readMoment(attributeOf(element, "norm") ?? ""),
  );
  return released !== undefined && issued !== undefined && isBefore(issued, released);
}
