import { findSource } from "../../authority/find-source.ts";
import { readGraveOrder } from "../../control/read-order.ts";
import { foundAt } from "../../fields/found-at.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { type Found, isFound, mapFound } from "../../fields/found.ts";
import { textBody } from "../../fields/text-body.ts";
import { textOfBlock } from "../../text-of-block.ts";
import { readDateline } from "../../phrases/read-dateline.ts";
import { readMoment } from "../../time/read-moment.ts";
import { bodyOfText } from "./body-of-text.ts";
import { formOfLine } from "./form-of-line.ts";
import { headOfText } from "./head-of-text.ts";
import { type MessageHeader, readHeader } from "./message-header.ts";
import type { WireLine, WireMessage } from "./messages-in.ts";
import { readTransmissionTime } from "./transmission-time.ts";

/** Reads a message. Pure. */
export function iptc7901Story({ header, above, text, below }: WireMessage): FoundStory {
  const told = header && readHeader(header.text);
  const head = headOfText(text);
  const { body, notes } = bodyOfText(head.rest);
  const isKeywords = (line: WireLine): boolean => formOfLine(line.text, "keywords") !== undefined;
  const value = textBody(body.map((line) => line.text).join("\n"), { isWrapped: true });
  const [first] = value.blocks;
  const dateline = first?.kind === "text" ? readDateline(textOfBlock(first)) : undefined;
  const bodyPlace = placeOf(body[0] ?? text[0] ?? header);
  const sent = sentAt(below, header, told);
  const asides = [...above.filter((line) => !isKeywords(line)), ...head.notes];
  const edNotes = [
    ...asides.map((line) => foundAt(placeOf(line), line.text.trim(), "iptc7901-note")),
    foundAt(placeOf(notes[0]), joined(notes, "\n"), "iptc7901-notebook"),
  ].filter(isFound);
  return {
    id: idOf(header, told, sent),
    versionCreated: sent?.value,
    headline: found(head.headline, "iptc7901-headline"),
    subHeadline: found(head.subHeadline, "iptc7901-sub-headline"),
    dateline:
      dateline &&
      foundAt(
        bodyPlace,
        {
          printed: dateline.printed,
          ...(dateline.place === undefined ? {} : { place: dateline.place }),
          ...(dateline.date?.date === undefined ? {} : { date: dateline.date.date }),
        },
        "iptc7901-dateline",
        dateline.confidence,
      ),
    publishedAt: sent,
    body: { value, place: bodyPlace, rule: "iptc7901-text", confidence: 1 },
    infoSources: sourcesOf(header, told, dateline?.sources ?? [], bodyPlace),
    keywords: [...above.filter(isKeywords), ...head.keywords].flatMap((line) =>
      line.text
        .split("/")
        .map((word) => foundAt(placeOf(line), word.trim() || undefined, "iptc7901-keywords"))
        .filter(isFound),
    ),
    orders: [...asides, ...notes.filter((line) => formOfLine(line.text, "notebook") === undefined)]
      .map((line) => mapFound(foundAt(placeOf(line), line.text.trim(), "iptc7901-order"), readGraveOrder))
      .filter(isFound),
    edNotes,
  };
}

const placeOf = (line: WireLine | undefined): string => `line ${line?.number ?? 1}`;

const joined = (lines: readonly WireLine[], between: string): string | undefined =>
  lines.length === 0 ? undefined : lines.map(({ text }) => text.trim()).join(between);

const found = (lines: readonly WireLine[], rule: string): Found<string> | undefined =>
  foundAt(placeOf(lines[0]), joined(lines, " "), rule);

/** When the message was sent, which is close to when it was published; else the day in its header. */
function sentAt(
  below: readonly WireLine[],
  header: WireLine | undefined,
  told: MessageHeader | undefined,
): Found<string> | undefined {
  for (const line of below) {
    const time = foundAt(placeOf(line), readTransmissionTime(line.text), "iptc7901-time", 0.8);
    if (time !== undefined) return time;
  }
  return foundAt(placeOf(header), told?.day, "iptc7901-day", 0.8);
}

/** A service counts its messages anew each day, and faster than a day: the time tells two of one number apart. */
function idOf(
  header: WireLine | undefined,
  told: MessageHeader | undefined,
  sent: Found<string> | undefined,
): Found<string> | undefined {
  const moment = sent === undefined ? undefined : readMoment(sent.value);
  if (told === undefined || moment === undefined || moment.kind === "day") return undefined;
  const time = `${moment.day}-${moment.clock.slice(0, 5)}`.replaceAll(/[-:]/g, "");
  return foundAt(placeOf(header), `${told.agency ?? told.service}:${told.number}:${time}`, "iptc7901-number");
}

/** The agency of the header, and those beside the dateline; a service that is none by itself is not a source. */
function sourcesOf(
  header: WireLine | undefined,
  told: MessageHeader | undefined,
  beside: readonly string[],
  bodyPlace: string,
): NonNullable<FoundStory["infoSources"]> {
  const service = told !== undefined && findSource(told.service) !== undefined ? told.service : undefined;
  const own = told?.agency ?? (beside.length === 0 ? service : undefined);
  const others = beside.filter((name) => keyOf(name) !== keyOf(own ?? ""));
  const source = (place: string, printed: string | undefined, rule: string) =>
    foundAt(place, printed === undefined ? undefined : { printed, role: "originator" as const }, rule);
  return [
    source(placeOf(header), own, "iptc7901-agency"),
    ...others.map((name) => source(bodyPlace, name, "iptc7901-dateline")),
  ].filter(isFound);
}

const keyOf = (name: string): string => findSource(name)?.slug ?? name.toLowerCase();
