import { toProblem } from "../../../problems.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, isFound } from "../../fields/found.ts";
import { isControl } from "../../control/control-words.ts";
import { pubStatusOf } from "../../control/pub-status.ts";
import { isBefore } from "../../time/compare-moments.ts";
import { readMoment } from "../../time/read-moment.ts";
import { attributeOf, childOf, childrenOf, oneLine, placeOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

type NitfControl = Pick<
  FoundStory,
  "pubStatus" | "embargoedUntil" | "controlNote" | "edNotes" | "publishedAt" | "problems"
>;

/**
 * What the `docdata` of NITF says of a story's fate. Pure.
 *
 * A release after the issue is an embargo, also where the status does not say so. A notice on another story is held
 * back, and names the other in a problem: the other's own text is not known here, so that nothing is done to it.
 */
export function nitfControl(docdata: XmlElement | undefined, pubdata: XmlElement | undefined): NitfControl {
  const issue = childOf(docdata, "date.issue");
  const release = childOf(docdata, "date.release");
  const status = attributeOf(docdata, "management-status");
  const isEmbargoed = status?.toLowerCase() === "embargoed" || isLater(release, issue);
  const releaseDate = foundIn(release, attributeOf(release, "norm"), "nitf-date-release");
  // Of several dates the first that says where its clock stands.
  const dates = [
    foundIn(pubdata, attributeOf(pubdata, "date.publication"), "nitf-date-publication"),
    releaseDate,
    foundIn(issue, attributeOf(issue, "norm"), "nitf-date-issue"),
  ].filter(isFound);
  const notice = noticeOf(docdata);
  const messages = childrenOf(docdata, "ed-msg")
    .map((message) => foundIn(message, oneLine(attributeOf(message, "info")), "nitf-ed-msg"))
    .filter(isFound);
  const isHeld = notice !== undefined || (isEmbargoed && releaseDate === undefined);
  const pubStatus = isHeld ? ("withheld" as const) : pubStatusOf(status);
  return {
    pubStatus: foundIn(docdata, pubStatus, "nitf-management-status"),
    embargoedUntil: isEmbargoed ? releaseDate : undefined,
    controlNote: messages.find(({ value }) => isControl(value)),
    edNotes: messages,
    publishedAt: dates.find(({ value }) => readMoment(value)?.kind === "instant") ?? dates[0],
    problems: notice === undefined ? [] : [notice],
  };
}

function noticeOf(docdata: XmlElement | undefined) {
  const other = attributeOf(docdata, "management-doc-idref");
  const status = attributeOf(docdata, "management-idref-status");
  if (docdata === undefined || other === undefined || other === ownId(docdata)) return undefined;
  if (pubStatusOf(status) === "usable" || status === undefined) return undefined;
  const message = `The item at ${placeOf(docdata)} sets the status of the story "${other}" to "${status}"`;
  return toProblem("withdraws-another", message, { line: docdata.line });
}

const ownId = (docdata: XmlElement): string | undefined =>
  attributeOf(childOf(docdata, "doc-id"), "id-string");

function isLater(release: XmlElement | undefined, issue: XmlElement | undefined): boolean {
  const [released, issued] = [release, issue].map((element) =>
    readMoment(attributeOf(element, "norm") ?? ""),
  );
  return released !== undefined && issued !== undefined && isBefore(issued, released);
}
