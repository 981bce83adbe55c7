import { cleanLine } from "../../cleaning/clean-line.ts";
import { foundAt, foundLineAt } from "../../fields/found-at.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import type { Found } from "../../fields/found.ts";
import { htmlBody } from "../../fields/html-body.ts";
import { emptyBody, type ParsedBody } from "../../parsed-body.ts";
import { plainBody } from "../../fields/plain-body.ts";
import { nitfBody } from "../../nitf/nitf-body.ts";
import { descendantsOf } from "../../markup/xml/navigate.ts";
import { readXml } from "../../markup/xml/read-xml.ts";
import type { NinjsItem } from "./ninjs-shape.ts";

type Texts = Pick<FoundStory, "headline" | "kicker" | "subHeadline" | "summary">;

interface RoleText {
  readonly role?: string | undefined;
  readonly value?: string | undefined;
  readonly contenttype?: string | undefined;
  readonly place: string;
}

const kicker = /kicker|over|strap|eyebrow/i;
const sub = /sub|dek|deck|second|under/i;
const elsewhere = /short|seo|slug|mobile|social|tweet|push|nav/i;
const captions = /caption|alt/i;

/** The headlines and summary of an item, by role. Pure. */
export function ninjsTexts(item: NinjsItem, at: string): Texts {
  const headlines = placed(item.headlines, `${at}headlines`);
  const withRole = (role: RegExp) => headlines.find((headline) => role.test(headline.role ?? ""));
  const main =
    headlines.find(({ role }) => role === undefined || /^(?:main|headline|primary)?$/i.test(role)) ??
    headlines.find(({ role = "" }) => ![kicker, sub, elsewhere].some((other) => other.test(role)));
  const summaries = [
    ...placed(item.descriptions, `${at}descriptions`),
    ...named(item, "description", at),
  ].filter(({ role = "" }) => !captions.test(role));
  const [first] = summaries;
  const summary = summaries.find(({ role }) => /summary|abstract|lead/i.test(role ?? "")) ?? first;
  return {
    headline:
      found(main, "ninjs-headline") ??
      foundAt(`${at}headline`, cleanLine(item.headline), "ninjs-headline") ??
      foundLineAt(`${at}title`, item.title, "ninjs-title"),
    kicker: found(withRole(kicker), "ninjs-kicker"),
    subHeadline: found(withRole(sub), "ninjs-sub-headline"),
    summary: found(summary, "ninjs-description"),
  };
}

/** The text of an item: HTML if it has any, then NITF, then plain. Pure. */
export function ninjsBody(item: NinjsItem, at: string, baseUrl: string | undefined): Found<ParsedBody> {
  const bodies = [...placed(item.bodies, `${at}bodies`), ...named(item, "body", at)].filter(
    ({ value, role }) => value !== undefined && value.trim() !== "" && !captions.test(role ?? ""),
  );
  const ofType = (type: RegExp) => bodies.find((body) => type.test(body.contenttype ?? body.role ?? ""));
  const body = ofType(/html/i) ?? ofType(/nitf|xml/i) ?? bodies[0];
  const value = body === undefined ? emptyBody : readBody(body, baseUrl);
  return { value, place: body?.place ?? at.replace(/\.$/, ""), rule: "ninjs-body", confidence: 1 };
}

function readBody({ value = "", contenttype, role }: RoleText, baseUrl: string | undefined): ParsedBody {
  const type = contenttype ?? role ?? "";
  if (/nitf|\bxml/i.test(type)) {
    for (const read of readXml(`<nitf>${value}</nitf>`, () => false)) {
      if (read.kind !== "root") continue;
      return nitfBody(descendantsOf(read.element, "body.content")[0] ?? read.element, baseUrl);
    }
  }
  return /plain|^text$/i.test(type) ? plainBody(value, baseUrl) : htmlBody(withEmbedNames(value), baseUrl);
}

/**
 * Superdesk writes into comments which associated item is embedded between them; this puts it on an element around the
 * item, where other systems have it.
 */
function withEmbedNames(html: string): string {
  const [starts, ends] = [embedStart, embedEnd].map((comment) => html.match(comment)?.length ?? 0);
  return starts === 0 || starts !== ends
    ? html
    : html.replace(embedStart, '<div data-embed="$1">').replace(embedEnd, "</div>");
}

const embedStart =
  /<!--\s{0,9}EMBED START\s[^>{]{0,99}\{\s{0,9}id:\s{0,9}["']([^"'<>]{1,300})["']\s{0,9}\}\s{0,9}-->/g;
const embedEnd = /<!--\s{0,9}EMBED END\b[^>]{0,400}-->/g;

const found = (text: RoleText | undefined, rule: string): Found<string> | undefined =>
  text && foundAt(text.place, cleanLine(text.value), rule);

const placed = (texts: readonly Omit<RoleText, "place">[] | undefined, place: string): readonly RoleText[] =>
  (texts ?? []).map((text, index) => ({ ...text, place: `${place}[${index}]` }));

/** Version 1 puts the kind of a text in its name: `body_html`, `description_text`, `body_sidebar`. */
function named(item: NinjsItem, kind: string, at: string): readonly RoleText[] {
  return Object.entries(item).flatMap(([name, value]) => {
    const [, role] = name.split(`${kind}_`);
    return name.startsWith(`${kind}_`) && typeof value === "string"
      ? [{ value, role, place: `${at}${name}` }]
      : [];
  });
}
