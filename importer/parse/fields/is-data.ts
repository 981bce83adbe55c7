/** What a value looks like that is data about an item and not text of it. */
interface DataShape {
  readonly name: string;
  readonly looksLike: RegExp;
  readonly examples: readonly string[];
}

/** One loop decides; a value with words of any language fits none of these. */
export const dataShapes: readonly DataShape[] = [
  { name: "number", looksLike: /^[+-]?[\d.,\s]*\d%?$/, examples: ["12", "1,204.5", "-3"] },
  {
    name: "day-or-time",
    looksLike:
      /^(?:\w{3},? )?\d{1,4}[-/. ](?:\d{1,2}|\w{3})[-/. ]\d{1,4}(?:[T ,]+\d{1,2}:\d{2}(?::[\d.]+)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}))?)?$|^\d{8}[Tt]\d{4,6}\S*$|^\d{1,2}:\d{2}(?::\d{2})?$/,
    examples: ["2026-11-28T10:00:00Z", "Mon, 02 Nov 2026 09:00:00 GMT", "20261128T100000+0000"],
  },
  {
    name: "address",
    looksLike: /^(?:[a-z][\w+.-]*:\S+|\/\S*|www\.\S+)$/i,
    examples: ["https://a.example/b", "tag:a.example,2026:1", "urn:x:1"],
  },
  {
    name: "media-type",
    looksLike: /^[a-z]+\/[\w.+-]+(?:;\s?[\w-]+=\S+)*$/,
    examples: ["image/jpeg", "text/html; charset=utf-8"],
  },
  { name: "language", looksLike: /^[a-z]{2,3}(?:[-_][A-Za-z]{2,8})*$/, examples: ["en", "en-AU", "zh-Hant"] },
  { name: "code", looksLike: /^[a-z][a-z\d]*$/, examples: ["main", "originator", "ninjs"] },
  {
    name: "flag",
    looksLike: /^(?:true|false|yes|no|null|on|off|open|closed|publish|draft|post|page)$/i,
    examples: ["true", "closed"],
  },
  {
    name: "identifier",
    looksLike: /^(?=\S*[\d_:/@#=.-])[\x21-\x7e]+$/,
    examples: ["a1b2c3d4", "wp_12", "post-name", "name@a.example"],
  },
  {
    name: "serialised",
    looksLike: /^(?:a:\d+:\{|s:\d+:"|\{"|\[\{?")/,
    examples: ['a:1:{i:0;s:1:"x";}', '{"a":1}'],
  },
];

/**
 * Whether a value without blanks around it is data about an item, such as an id, a time or an address, and not text of it.
 * Pure.
 */
export const isData = (value: string): boolean => dataShapes.some(({ looksLike }) => looksLike.test(value));
