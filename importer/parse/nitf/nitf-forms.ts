/** Why an element of NITF is not part of the story's text. */
type NitfLeftOutReason = "program" | "note-to-editors" | "repeated" | "no-address";

/** What becomes of an element of NITF's enriched text: as which element of HTML it is read, or why it is left out. */
export type NitfForm =
  | { readonly as: "words" }
  | { readonly as: "html"; readonly tag: string }
  /** A line of its own within a block. */
  | { readonly as: "line" }
  /** Stands after the paragraph that it is in. */
  | { readonly as: "picture-or-embed" | "footnote" | "note" }
  | { readonly leftOut: NitfLeftOutReason };

const named = (names: string, form: NitfForm): (readonly [string, NitfForm])[] =>
  names.split(" ").map((name) => [name, form] as const);
const same = (names: string): (readonly [string, NitfForm])[] =>
  names.split(" ").map((name) => [name, { as: "html", tag: name }] as const);
const html = (names: string, tag: string): (readonly [string, NitfForm])[] =>
  named(names, { as: "html", tag });

/**
 * Every element that NITF allows in a text, and the few of HTML that providers use besides. This list decides; each
 * element has an example in the test.
 *
 * @see https://www.iptc.org/std/NITF/3.6/documentation/nitf.html
 */
export const nitfForms: ReadonlyMap<string, NitfForm> = new Map<string, NitfForm>([
  // Names of things stay what they are in the sentence: words.
  ...named(
    "chron copyrite.year copyrite.holder event function location sublocation city state region country money num frac " +
      "frac-num frac-sep frac-den object.title org person name.given name.family virtloc lang pronounce classifier " +
      "story.date alt-code span",
    { as: "words" },
  ),
  ...same(
    "p ol ul li dl dt dd pre table caption thead tbody tfoot tr td th sub sup q br hr div blockquote h2 h3",
  ),
  ...html("hl1 h1 hl2", "h2"),
  ...html("h4", "h3"),
  ...html("bq", "blockquote"),
  ...html("em i", "em"),
  ...html("b strong", "strong"),
  ...html("a", "a"),
  ...html("block body.content nitf-table custom-table bibliography", "div"),
  ...html("credit datasource byline dateline tagline copyrite abstract distributor nitf-table-summary", "p"),
  ...html("postaddr", "address"),
  ...named("addressee delivery.point postcode delivery.office care.of byttl", { as: "line" }),
  ...named("media", { as: "picture-or-embed" }),
  ...named("fn", { as: "footnote" }),
  ...named("note", { as: "note" }),
  // What a table's columns are called is in its head.
  ...named("nitf-table-metadata nitf-colgroup nitf-col col colgroup", { leftOut: "repeated" }),
  ...named("script style", { leftOut: "program" }),
]);

/** The form of an element; of one that NITF does not have, the words are kept. Pure. */
export const nitfFormOf = (name: string): NitfForm => nitfForms.get(name) ?? { as: "words" };
