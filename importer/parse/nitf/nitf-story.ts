import { cleanLine } from "../cleaning/clean-line.ts";
import { globalId } from "../addresses/global-id.ts";
import type { FoundStory } from "../fields/found-story.ts";
import { type Found, foundIn, foundText, isFound, mapFound } from "../fields/found.ts";
import {
  at,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  inherited,
  isElement,
  rawTextOf,
  textOf,
} from "../markup/xml/navigate.ts";
import type { XmlElement } from "../markup/xml/xml-element.ts";
import { joinBodies } from "../parsed-body.ts";
import { leadFromTop } from "../pictures/lead-from-top.ts";
import { dayOf } from "../time/day-of.ts";
import { nitfBody } from "./nitf-body.ts";
import { nitfByline } from "./nitf-byline.ts";
import { nitfControl } from "./nitf-control.ts";
import { isForEditors } from "./nitf-note.ts";

/** Reads a NITF document, including one within NewsML. Pure. */
export function nitfStory(nitf: XmlElement, baseUrl: string | undefined): FoundStory {
  const head = childOf(nitf, "head");
  const docdata = childOf(head, "docdata");
  const pubdata = childOf(head, "pubdata");
  const body = childOf(nitf, "body");
  const bodyHead = childOf(body, "body.head");
  const content = childOf(body, "body.content") ?? body;
  const bibliographies = childrenOf(childOf(body, "body.end"), "bibliography");
  const { body: text, leadPicture } = leadFromTop(
    joinBodies([nitfBody(content, baseUrl), ...bibliographies.map((one) => nitfBody(one, baseUrl))]),
  );
  const control = nitfControl(docdata, pubdata);
  const distributor = foundText(childOf(bodyHead, "distributor"), "nitf-distributor");
  return {
    ...control,
    id: idOf(docdata, pubdata),
    version: attributeOf(childOf(docdata, "du-key"), "version"),
    headline:
      foundText(at(bodyHead, "hedline", "hl1") ?? childOf(bodyHead, "hedline"), "nitf-hl1") ??
      foundText(childOf(head, "title"), "nitf-title", 0.8),
    subHeadline: subHeadlineOf(childOf(bodyHead, "hedline")),
    summary: foundText(childOf(bodyHead, "abstract"), "nitf-abstract"),
    ...nitfByline(childrenOf(bodyHead, "byline")),
    dateline: datelineOf(childOf(bodyHead, "dateline")),
    body: {
      ...(foundIn(content ?? nitf, text, "nitf-body-content") ?? { place: "", rule: "", confidence: 1 }),
      value: text,
    },
    leadPicture,
    sourceLine: foundText(at(body, "body.end", "tagline"), "nitf-tagline") ?? distributor,
    infoSources: sourcesOf(distributor, docdata, pubdata),
    language:
      foundIn(content ?? nitf, inherited(content ?? nitf, "xml:lang"), "nitf-language") ??
      foundIn(nitf, attributeOf(nitf, "baselang"), "nitf-language"),
    keywords: keywordsOf(head),
    edNotes: [...(control.edNotes ?? []), ...notesOf(bodyHead, content, docdata)],
  };
}

function idOf(docdata: XmlElement | undefined, pubdata: XmlElement | undefined): Found<string> | undefined {
  const element = childOf(docdata, "doc-id");
  const authority = attributeOf(element, "regsrc") ?? attributeOf(pubdata, "name");
  return mapFound(foundIn(element, attributeOf(element, "id-string"), "nitf-doc-id"), (id) =>
    globalId(id, authority),
  );
}

function datelineOf(dateline: XmlElement | undefined): FoundStory["dateline"] {
  const printed = printedDateline(dateline);
  if (dateline === undefined || printed === undefined) return undefined;
  const location = childOf(dateline, "location");
  const place = textOf(childOf(location, "city")) ?? textOf(location);
  const date = dayOf(attributeOf(childOf(dateline, "story.date"), "norm"));
  return foundIn(
    dateline,
    {
      printed,
      ...(place === undefined ? {} : { place }),
      ...(date === undefined ? {} : { date }),
    },
    "nitf-dateline",
  );
}

/** The printed dateline; some providers put a machine-written date in place of the words. */
function printedDateline(dateline: XmlElement | undefined): string | undefined {
  const words = (dateline?.children ?? []).map((node) => {
    const text = isElement(node) ? rawTextOf(node) : node;
    return /^\s*\d{8}(?:T\S*)?\s*$/.test(text) ? "" : text;
  });
  return cleanLine(cleanLine(words.join(""))?.replace(/\s*[-–—]\s*$/u, ""));
}

/** Some providers repeat the headline as the second one. */
function subHeadlineOf(hedline: XmlElement | undefined): Found<string> | undefined {
  const second = foundText(childOf(hedline, "hl2"), "nitf-hl2");
  return second?.value === textOf(childOf(hedline, "hl1")) ? undefined : second;
}

/** The copyright holder is usually, but not always, the story's source. */
function sourcesOf(
  distributor: Found<string> | undefined,
  docdata: XmlElement | undefined,
  pubdata: XmlElement | undefined,
): NonNullable<FoundStory["infoSources"]> {
  const copyright = childOf(docdata, "doc.copyright");
  const holder = foundIn(
    copyright,
    cleanLine(attributeOf(copyright, "holder")),
    "nitf-copyright-holder",
    0.6,
  );
  const publication = foundIn(pubdata, cleanLine(attributeOf(pubdata, "name")), "nitf-publication", 0.8);
  const [distributing] = [distributor, publication].filter(isFound);
  const originating = holder?.value === distributing?.value ? undefined : holder;
  return [
    ...(originating === undefined
      ? []
      : [{ ...originating, value: { printed: originating.value, role: "originator" as const } }]),
    ...(distributing === undefined
      ? []
      : [{ ...distributing, value: { printed: distributing.value, role: "distributor" as const } }]),
  ];
}

function keywordsOf(head: XmlElement | undefined): Found<string>[] {
  const named = [
    ["keyword", "key"],
    ["classifier", "value"],
    ["tobject.subject", "tobject.subject.type"],
  ] as const;
  return named
    .flatMap(([name, attribute]) =>
      descendantsOf(head, name).map((element) =>
        foundIn(element, cleanLine(attributeOf(element, attribute)), "nitf-keyword"),
      ),
    )
    .filter(isFound);
}

/** Notes to editors, and restrictions on the use of the story. */
function notesOf(
  bodyHead: XmlElement | undefined,
  content: XmlElement | undefined,
  docdata: XmlElement | undefined,
): Found<string>[] {
  return [
    ...childrenOf(bodyHead, "note").map((note) => foundText(note, "nitf-note")),
    ...descendantsOf(content, "note")
      .filter(isForEditors)
      .map((note) => foundText(note, "nitf-note")),
    ...childrenOf(bodyHead, "rights").map((rights) => foundText(rights, "nitf-rights")),
    ...childrenOf(docdata, "doc.rights").map((rights) =>
      foundIn(rights, cleanLine(attributeOf(rights, "owner") ?? rawTextOf(rights)), "nitf-rights"),
    ),
  ].filter(isFound);
}
