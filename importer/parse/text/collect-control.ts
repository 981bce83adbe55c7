import { readControlWord, type ControlKind } from "../lexicons/control-words.ts";
import { readDates } from "../phrases/dates/read-dates.ts";
import { toMoment } from "../time/moment.ts";
import { toInstant } from "../time/read-instant.ts";
import type { ParsedStory, WireControl } from "../parsed-story.ts";
import type { Evidence } from "./evidence.ts";
import type { RoledLine } from "./lines.ts";

type PubStatus = NonNullable<WireControl["pubStatus"]>;

const statusOf: Readonly<Record<ControlKind, PubStatus | undefined>> = {
  canceled: "canceled",
  withheld: "withheld",
  embargoed: undefined,
  corrected: undefined,
  updated: undefined,
};

/** What the control lines at the head of a story say of its fate. Pure; an order never deletes anything. */
export function collectControl(
  lines: readonly RoledLine[],
  evidence: Evidence,
): Pick<ParsedStory, "control"> {
  const orders = lines.filter(({ role }) => role === "wireControl");
  if (orders.length === 0) return {};
  const words = orders.flatMap((line) => readControlWord(withoutMarks(line.text))?.kind ?? []);
  const statuses = words.flatMap((kind) => statusOf[kind] ?? []);
  const isEmbargoed = words.includes("embargoed");
  const embargoedUntil = isEmbargoed ? embargoOf(orders) : undefined;
  // An embargo that nobody can read the end of holds the story until an editor has.
  const isHeld = isEmbargoed && embargoedUntil === undefined;
  const pubStatus =
    statuses.find((status) => status === "canceled") ?? statuses[0] ?? (isHeld ? "withheld" : undefined);
  evidence.add("control.note", orders);
  if (pubStatus !== undefined) evidence.add("pubStatus", orders);
  if (embargoedUntil !== undefined) evidence.add("embargoedUntil", orders);
  return {
    control: {
      ...(pubStatus === undefined ? {} : { pubStatus }),
      ...(embargoedUntil === undefined ? {} : { embargoedUntil }),
      note: orders.map(({ text }) => text).join("\n"),
    },
  };
}

const withoutMarks = (text: string): string => text.replace(/^[\s+*=!#([（【-]+/gu, "");

/** A time with its zone; a time without one is no moment, and stays in the note. */
function embargoOf(orders: readonly RoledLine[]): string | undefined {
  for (const { text } of orders) {
    const found = readDates(text.slice(0, 165)).dates.find(
      ({ date, time }) => date !== undefined && time !== undefined,
    );
    if (found?.date === undefined) continue;
    const end = toInstant(toMoment({ ...found, date: found.date }));
    if (end.kind === "instant") return end.iso;
  }
  return undefined;
}
