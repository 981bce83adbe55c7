/** Why an element's content is not part of a story. */
export type LeftOutRule =
  | "program"
  | "page-head"
  | "navigation"
  | "form-field"
  | "drawing"
  | "image-map"
  | "struck-out"
  | "repeated"
  | "advertisement"
  | "tracker"
  | "hidden"
  | "no-address"
  | "page-picture"
  | "fallback";

/** How an element is kept. */
type KeptForm =
  /** Words of a line, marked or with signs around them. */
  | "words"
  | "strong"
  | "em"
  | "sub"
  | "sup"
  | "link"
  | "quoted-words"
  | "ruby-text"
  /** Lines of their own. */
  | "block"
  | "figure"
  | "heading"
  | "sub-heading"
  | "quotation"
  | "list"
  | "item"
  | "preformatted"
  | "line-break"
  | "rule"
  | "table"
  | "row"
  /** Between paragraphs. */
  | "picture"
  | "embed"
  /** What readers without scripts see: the picture or frame that a script would load. */
  | "late"
  /** A detail of the element around it, which is read with that. */
  | "detail";

/** What becomes of an element of some name: the form that it is kept in, or why it is left out. */
export type ElementForm =
  | { readonly as: KeptForm }
  | {
      readonly leftOut: LeftOutRule;
      /** Whether it stands among words, so that the words around it are one line. */
      readonly isInline?: true;
    };

const named = (names: string, form: ElementForm): (readonly [string, ElementForm])[] =>
  names.split(" ").map((name) => [name, form] as const);

/**
 * Every element of HTML, also the obsolete ones, of AMP and of the common players: in which form it is kept, or why it
 * is left out. This list decides; each element has an example in the test.
 *
 * @see https://html.spec.whatwg.org/multipage/indices.html#elements-3
 */
export const elementForms: ReadonlyMap<string, ElementForm> = new Map<string, ElementForm>([
  ...named(
    "abbr acronym bdi bdo big blink cite code data dfn font ins kbd label mark math nobr output rb rtc ruby samp small " +
      "span time tt u var wbr",
    { as: "words" },
  ),
  ...named("b strong", { as: "strong" }),
  ...named("em i", { as: "em" }),
  ...named("sub", { as: "sub" }),
  ...named("sup", { as: "sup" }),
  ...named("a amp-link", { as: "link" }),
  ...named("q", { as: "quoted-words" }),
  ...named("rt", { as: "ruby-text" }),

  ...named(
    "html body main article section aside header footer hgroup search div p center address dl dt dd details fieldset " +
      "legend figcaption caption noframes marquee multicol slot form thead tbody tfoot td th amp-carousel " +
      "amp-accordion amp-lightbox amp-fit-text amp-story",
    { as: "block" },
  ),
  ...named("figure", { as: "figure" }),
  ...named("h1 h2", { as: "heading" }),
  // What a "details" folds up is below its summary as a text is below its sub-heading.
  ...named("h3 h4 h5 h6 summary", { as: "sub-heading" }),
  ...named("blockquote", { as: "quotation" }),
  ...named("ul ol menu dir", { as: "list" }),
  ...named("li", { as: "item" }),
  ...named("pre xmp listing plaintext", { as: "preformatted" }),
  ...named("br", { as: "line-break" }),
  ...named("hr", { as: "rule" }),
  ...named("table", { as: "table" }),
  ...named("tr", { as: "row" }),

  ...named("img image picture amp-img amp-anim", { as: "picture" }),
  ...named(
    "iframe video audio object embed amp-iframe amp-video amp-video-iframe amp-audio amp-youtube amp-vimeo " +
      "amp-dailymotion amp-twitter amp-instagram amp-facebook amp-tiktok amp-soundcloud amp-brightcove amp-jwplayer " +
      "amp-reddit amp-pinterest amp-gist amp-imgur lite-youtube lite-vimeo",
    { as: "embed" },
  ),
  ...named("noscript noembed", { as: "late" }),
  ...named("source track param col colgroup", { as: "detail" }),

  ...named("script style template applet basefont bgsound spacer nextid", { leftOut: "program" }),
  ...named("head title meta link base", { leftOut: "page-head" }),
  ...named(
    "nav dialog frame frameset amp-sidebar amp-social-share amp-consent amp-user-notification amp-next-page",
    { leftOut: "navigation" },
  ),
  ...named(
    "button input select option optgroup datalist textarea keygen isindex menuitem progress meter selectedcontent",
    { leftOut: "form-field" },
  ),
  ...named("svg canvas", { leftOut: "drawing", isInline: true }),
  ...named("map area", { leftOut: "image-map" }),
  // A correction shows what is no longer true; without the line through it, the text would say both.
  ...named("del s strike", { leftOut: "struck-out", isInline: true }),
  // The parentheses around a reading are added again; a formula is also there as the program that it was written in.
  ...named("rp annotation annotation-xml", { leftOut: "repeated", isInline: true }),
  ...named("fencedframe amp-ad amp-embed amp-sticky-ad amp-auto-ads", { leftOut: "advertisement" }),
  ...named("amp-analytics amp-pixel amp-experiment", { leftOut: "tracker" }),
]);

/** The form of an element; one that HTML does not have, such as a site's own, is a block. Pure. */
export const formOf = (name: string): ElementForm => elementForms.get(name) ?? { as: "block" };

const wordForms: ReadonlySet<KeptForm> = new Set([
  "words",
  "strong",
  "em",
  "sub",
  "sup",
  "link",
  "quoted-words",
  "ruby-text",
]);

/** Whether elements of that name are part of a line of text. Pure. */
export function isInlineName(name: string): boolean {
  const form = formOf(name);
  return "as" in form ? wordForms.has(form.as) : form.isInline === true;
}

/** Whether an element's words are not those of the line that it is in: it is left out, or an embed's stand-in. Pure. */
export function isSilentName(name: string): boolean {
  const form = formOf(name);
  if ("as" in form) return form.as === "embed" || form.as === "late";
  return form.leftOut !== "navigation" && form.leftOut !== "page-head";
}
