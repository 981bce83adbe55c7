import { type Found, foundIn, foundText } from "../../fields/found.ts";
import { childOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { readMoment } from "../../time/read-moment.ts";
import { withOffsetOf } from "../../time/with-offset-of.ts";

/**
 * Returns when a post was or will be published, with its zone if the export shows it. WordPress gives the time on the
 * site's clock and in universal time: together they show the site's offset. Pure.
 */
export function wxrDate(post: XmlElement): Found<string> | undefined {
  const local = childOf(post, "wp:post_date");
  const universal = universalTime(childOf(post, "wp:post_date_gmt"));
  // Drafts have a universal time in year 0.
  if (universal === undefined || readMoment(universal) === undefined) {
    const date = childOf(post, "pubDate");
    const isFull = readMoment(textOf(date) ?? "")?.kind === "instant";
    if (isFull) return foundText(date, "wxr-pub-date");
    return readMoment(textOf(local) ?? "") && foundText(local, "wxr-post-date");
  }
  return foundIn(local ?? post, withOffsetOf(universal, textOf(local)), "wxr-post-date");
}

/** A universal time that WordPress marks as such only in the element's name. Pure. */
export function universalTime(element: XmlElement | undefined): string | undefined {
  const printed = textOf(element);
  return printed === undefined ? undefined : `${printed} UTC`;
}
