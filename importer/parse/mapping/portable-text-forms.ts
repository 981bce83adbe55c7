/** Why an object of Portable Text is not part of the story's text. */
type PortableLeftOutReason = "reference" | "form-field" | "advertisement" | "struck-out";

/** The form that an object between paragraphs is kept in. */
export type PortableForm =
  | {
      readonly as:
        "picture" | "pictures" | "table" | "embed" | "html" | "quotation" | "lines" | "text" | "rule";
    }
  | { readonly leftOut: PortableLeftOutReason };

/** A kind of object, by the names that newsrooms and plug-ins give its type. */
interface NamedForm {
  readonly types: RegExp;
  readonly form: PortableForm;
}

/**
 * The objects that Portable Text carries between paragraphs, by their `_type`; the first row that matches counts. Sanity's
 * own plug-ins and guides use these names. An object of another type is kept as its text.
 *
 * @see https://www.portabletext.org/specification/
 */
export const portableForms: readonly NamedForm[] = [
  { types: /^(?:break|divider|separator|spacer|horizontalRule|hr|pageBreak)$/i, form: { as: "rule" } },
  { types: /^(?:ad|ads|advert|advertisement|adSlot|promo|sponsor\w*)$/i, form: { leftOut: "advertisement" } },
  {
    types: /^(?:form|newsletter\w*|signup\w*|subscribe\w*|cta|callToAction|button|buttons)$/i,
    form: { leftOut: "form-field" },
  },
  {
    types: /^(?:reference|internalLink|related\w*|readMore|alsoRead|recommended\w*)$/i,
    form: { leftOut: "reference" },
  },
  { types: /gallery|slideshow|carousel|^images$/i, form: { as: "pictures" } },
  { types: /image|figure|picture|photo/i, form: { as: "picture" } },
  { types: /table/i, form: { as: "table" } },
  { types: /^(?:code|codeBlock|codeField|pre|verse|poem|latex|mathBlock|math)$/i, form: { as: "lines" } },
  { types: /^(?:html|rawHtml|htmlBlock|htmlEmbed|embedHtml|embedCode)$/i, form: { as: "html" } },
  {
    types:
      /embed|iframe|youtube|vimeo|video|audio|podcast|tweet|twitter|instagram|tiktok|facebook|bluesky|threads|spotify|soundcloud|map|oembed|^file$|^mux/i,
    form: { as: "embed" },
  },
  { types: /quote|testimonial/i, form: { as: "quotation" } },
];

/** The form of an object between paragraphs; one of an unknown type is kept as its text. Pure. */
export const portableFormOf = (type: string): PortableForm =>
  portableForms.find(({ types }) => types.test(type))?.form ?? { as: "text" };

/** What becomes of a mark on a word: the mark of the content model, none, or nothing at all of the word. */
type DecoratorForm =
  { readonly as: "strong" | "em" | "sub" | "sup" | "words" } | { readonly leftOut: PortableLeftOutReason };

const decorators: readonly { readonly names: RegExp; readonly form: DecoratorForm }[] = [
  { names: /^(?:strong|b|bold)$/i, form: { as: "strong" } },
  { names: /^(?:em|i|italic|emphasis)$/i, form: { as: "em" } },
  { names: /^(?:sub|subscript)$/i, form: { as: "sub" } },
  { names: /^(?:sup|super|superscript)$/i, form: { as: "sup" } },
  { names: /^(?:strike|strike-?through|s|del)$/i, form: { leftOut: "struck-out" } },
];

/** The form of a mark; of one that the content model does not have, such as an underline, the words stay. Pure. */
export const decoratorFormOf = (name: string): DecoratorForm =>
  decorators.find(({ names }) => names.test(name))?.form ?? { as: "words" };
