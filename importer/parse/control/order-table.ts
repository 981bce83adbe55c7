import type { OrderKind } from "./wire-order.ts";

/** Where a format states what should happen to a story. */
interface VocabularyFacts {
  /**
   * Whether this place holds only statuses, so that an unknown value is a status we do not know. Other places also
   * hold the provider's own values, most of which do not concern us.
   */
  readonly isClosed: boolean;
  readonly because: string;
}

/** Where each format puts orders. */
export const vocabularies = {
  "newsml-g2-status": { isClosed: true, because: "itemMeta/pubStatus takes the NewsCodes `stat:`" },
  "newsml-g2-signal": { isClosed: false, because: "itemMeta/signal takes `sig:` and providers' own codes" },
  "newsml-1-status": { isClosed: true, because: "NewsManagement/Status takes the IPTC's topic set Status" },
  "newsml-1-instruction": { isClosed: false, because: "providers choose their own names for instructions" },
  "nitf-status": { isClosed: true, because: "docdata/@management-status is one of four words" },
  "nitf-message": { isClosed: false, because: "docdata/ed-msg may be any message to editors" },
  "ninjs-status": { isClosed: true, because: "pubstatus is one of three words" },
  "ninjs-signal": { isClosed: false, because: "signal may be any instruction to a program" },
  "wordpress-status": { isClosed: true, because: "wp:status is the post_status of WordPress" },
  "atom-draft": { isClosed: true, because: "app:draft is yes or no: RFC 5023, 13.1.1" },
  "record-status": { isClosed: true, because: "the status of a record of data, or in front matter" },
  "draft-flag": { isClosed: true, because: "`draft: true` in front matter, as Hugo has it" },
  "published-flag": { isClosed: false, because: "`published: false` as Jekyll has it, or a date" },
  "embargo-field": { isClosed: false, because: "usually a date, not a word of a vocabulary" },
  note: { isClosed: false, because: "notes to editors, and lines at the head of a text" },
} as const satisfies Readonly<Record<string, VocabularyFacts>>;
export type Vocabulary = keyof typeof vocabularies;

/** Codes with one meaning, and where they are used. */
export interface OrderRow {
  readonly kind: OrderKind;
  /** Default: all vocabularies. */
  readonly of?: readonly Vocabulary[];
  /** Without the scheme. Case, accents and signs between words do not count. */
  readonly codes: readonly string[];
  /** Source of the codes. */
  readonly because: string;
  readonly example: readonly [vocabulary: Vocabulary, printed: string];
}

/**
 * The meaning of each code. To add a code, add a word to a row; words of human languages, which also count in every
 * vocabulary, belong in the `control` lists of `../lexicons`.
 */
export const orderTable: readonly OrderRow[] = [
  {
    kind: "canceled",
    codes: ["canceled", "cancelled", "cancel", "kill", "killed", "mandatory kill"],
    because: "cv.iptc.org/newscodes/pubstatusg2, NewsML 1, NITF, ninjs; kill is the word of agencies",
    example: ["newsml-g2-status", "stat:canceled"],
  },
  {
    kind: "canceled",
    codes: [
      "withdraw",
      "withdrawn",
      "withdrawal",
      "recall",
      "recalled",
      "retract",
      "retracted",
      "retraction",
    ],
    because: "agencies' words for a kill; Superdesk's state `recalled`",
    example: ["newsml-g2-signal", "sig:withdraw"],
  },
  {
    kind: "canceled",
    of: ["newsml-1-instruction", "record-status", "nitf-status", "ninjs-status"],
    codes: ["delete", "deleted", "remove", "removed", "takedown", "taken down"],
    because: "archives' instructions and statuses",
    example: ["newsml-1-instruction", "Delete"],
  },
  {
    kind: "withheld",
    codes: ["withheld", "withhold", "hold", "held", "on hold", "onhold"],
    because: "cv.iptc.org/newscodes/pubstatusg2, NewsML 1, NITF, ninjs; hold is the word of agencies",
    example: ["ninjs-status", "withheld"],
  },
  {
    kind: "withheld",
    of: ["wordpress-status", "record-status"],
    codes: ["draft", "auto-draft", "pending", "private", "trash"],
    because: "developer.wordpress.org/reference/functions/get_post_stati: what readers do not see",
    example: ["wordpress-status", "auto-draft"],
  },
  {
    kind: "withheld",
    of: ["record-status", "wordpress-status"],
    codes: [
      ..."drafted unpublished inactive disabled hidden internal confidential rejected spiked review".split(
        " ",
      ),
      ..."in review|pending review|in progress|needs review|not published|not approved".split("|"),
    ],
    because: "statuses of content management systems and their plug-ins",
    example: ["record-status", "in_review"],
  },
  {
    kind: "withheld",
    of: ["record-status", "published-flag"],
    codes: ["false", "no", "0", "off"],
    because: "not published, in so many words",
    example: ["published-flag", "false"],
  },
  {
    kind: "withheld",
    of: ["draft-flag", "atom-draft"],
    codes: ["true", "yes", "1", "on", "draft"],
    because: "a draft, in so many words",
    example: ["atom-draft", "yes"],
  },
  {
    kind: "embargoed",
    codes: ["embargoed", "embargo", "under embargo"],
    because: "NewsML 1's and NITF's status; ninjs of some agencies",
    example: ["newsml-1-status", "Embargoed"],
  },
  {
    kind: "embargoed",
    of: ["wordpress-status", "record-status"],
    codes: ["future", "scheduled"],
    because: "a post that WordPress will publish later",
    example: ["wordpress-status", "future"],
  },
  {
    kind: "embargoed",
    of: ["embargo-field"],
    codes: ["true", "yes", "1", "on"],
    because: "an embargo whose end is given elsewhere, or not at all",
    example: ["embargo-field", "true"],
  },
  {
    kind: "corrected",
    codes: ["correction", "corrected", "correct", "corrective", "rectify", "clarification", "refile"],
    because: "cv.iptc.org/newscodes/signal; NITF's msg-type; instructions of NewsML 1",
    example: ["newsml-g2-signal", "sig:correction"],
  },
  {
    kind: "updated",
    codes: ["update", "updated", "replace", "replaced", "replacement", "writethru", "add", "addition"],
    because: "cv.iptc.org/newscodes/signal; instructions of NewsML 1",
    example: ["newsml-g2-signal", "sig:update"],
  },
  {
    kind: "usable",
    codes: ["usable", "use"],
    because: "cv.iptc.org/newscodes/pubstatusg2, NewsML 1, NITF, ninjs",
    example: ["newsml-g2-status", "http://cv.iptc.org/newscodes/pubstatusg2/usable"],
  },
  {
    kind: "usable",
    of: ["wordpress-status", "record-status"],
    // `inherit` is the status of a part of a published post.
    codes: ["publish", "published", "inherit"],
    because: "developer.wordpress.org/reference/functions/get_post_stati",
    example: ["wordpress-status", "publish"],
  },
  {
    kind: "usable",
    of: ["record-status"],
    codes: "public online active approved final released open visible enabled done ok success 200".split(" "),
    because: "statuses of content management systems, and of programs that fetch pages",
    example: ["record-status", "online"],
  },
  {
    kind: "usable",
    of: ["record-status", "published-flag"],
    codes: ["true", "yes", "1", "on"],
    because: "published, in so many words",
    example: ["record-status", "1"],
  },
  {
    kind: "usable",
    of: ["draft-flag", "atom-draft", "embargo-field"],
    codes: ["false", "no", "none", "0", "off"],
    because: "no draft, or no embargo, in so many words",
    example: ["draft-flag", "false"],
  },
];
