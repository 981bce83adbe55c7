import { foundIn, foundText, type Found } from "../../fields/found.ts";
import { readDate } from "../../time/read-date.ts";
import { childOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/**
 * When a post was or will be published. WordPress gives the time on the site's clock and in universal time: together
 * they show the offset of the site. Pure.
 */
export function wxrDate(post: XmlElement): Found<string> | undefined {
  const local = childOf(post, "wp:post_date");
  const [site, universal] = [local, childOf(post, "wp:post_date_gmt")].map((element) =>
    readClock(textOf(element)),
  );
  if (universal === undefined) {
    const date = childOf(post, "pubDate");
    // Drafts have a date of the year minus one.
    return readDate(textOf(date) ?? "").kind === "instant" ? foundText(date, "wxr-pub-date") : undefined;
  }
  const minutes = site === undefined ? 0 : Math.round((site - universal) / 60_000);
  const isOffset = Math.abs(minutes) <= 14 * 60 && minutes % 15 === 0;
  const offset = isOffset ? minutes : 0;
  const clock = new Date(universal + offset * 60_000).toISOString().slice(0, 19);
  return foundIn(local ?? post, `${clock}${offsetText(offset)}`, "wxr-post-date");
}

/** A time without zone, in milliseconds as if it were universal. */
function readClock(printed: string | undefined): number | undefined {
  const read = readDate(`${printed ?? ""} Z`);
  return read.kind === "instant" ? new Date(read.iso).getTime() : undefined;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
