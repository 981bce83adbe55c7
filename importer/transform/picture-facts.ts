import type { Place } from "../../schemas/index.ts";
import { readDates } from "../parse/phrases/dates/read-dates.ts";

/** When and where a picture was taken, according to its text. */
export interface PictureFacts {
  /** ISO 8601 date. */
  readonly dateCreated?: string;
  readonly locationCreated?: Place;
}

const name = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|da|do|del|la|al|el))*`;
const places = new RegExp(String.raw`\bin\s+(${name})((?:,\s+${name}){0,2})$`, "u");

const tailLength = 200;

/** A date at the end of a text is no longer than this, its weekday included. */
const longestDate = 60;

/**
 * Reads date and place from the end of a picture's text, as agencies write them: "… in Moscow, Russia, October 6,
 * 2016." A date elsewhere in the text is ignored, since it may be that of an event. Pure.
 */
export function pictureFactsOf(text: string): PictureFacts {
  const tail = text.slice(-tailLength).replace(/[\s.]+$/u, "");
  const found = dateAtEnd(tail);
  if (found === undefined) return {};
  const { date: dateCreated, index } = found;
  const place = places.exec(tail.slice(0, index).replace(/(?:[,\s]|\bon\s*$)+$/u, ""));
  if (place === null) return { dateCreated };
  const [, city = "", others = ""] = place;
  const country = others.split(",").at(-1)?.trim();
  return { dateCreated, locationCreated: { _type: "place", city, ...(country ? { country } : {}) } };
}

/** The date that a text ends with, and where it begins: the most words at the end that are one date and nothing else. */
function dateAtEnd(text: string): { readonly date: string; readonly index: number } | undefined {
  const from = Math.max(0, text.length - longestDate);
  for (const { index } of text.slice(from).matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu)) {
    const { dates, others, otherNumbers } = readDates(text.slice(from + index));
    const [found] = dates;
    if (dates.length !== 1 || others > 0 || otherNumbers > 0 || found?.date === undefined) continue;
    // Which day it was is certain, or it is not said.
    if (found.isAmbiguous || found.calendar === "hijri") return undefined;
    return { date: found.date, index: from + index };
  }
  return undefined;
}
