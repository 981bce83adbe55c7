import type { Article, Evidence, Problem } from "../../schemas/index.ts";
import type { InputPiece } from "./input-piece.ts";

/** A stretch of text with one set of marks. */
export interface ParsedSpan {
  readonly text: string;
  readonly strong?: true;
  readonly em?: true;
  readonly sub?: true;
  readonly sup?: true;
  /** Absolute `http`, `https` or `mailto` address that the text links to. */
  readonly href?: string;
}

/** A text whose language may differ from the story's. */
export interface ParsedText {
  readonly text: string;
  /** BCP 47, if the input states it; otherwise it is detected. */
  readonly language?: string;
}

/** A picture of a story, wherever the input keeps its details. */
export interface ParsedPicture {
  /** Absolute `http` or `https` address. */
  readonly url?: string;
  /** A local file that the input names, relative to the input, with `/`. */
  readonly file?: string;
  readonly altTexts: readonly ParsedText[];
  /** Without the credit, where it could be separated. */
  readonly captions: readonly ParsedText[];
  /** The credit as printed, without label or brackets around it. */
  readonly creditLine?: string;
  /** Names of sources in the credit, as printed. */
  readonly sources: readonly string[];
  /** Names of the photographers. */
  readonly people: readonly string[];
  /** ISO date. */
  readonly dateCreated?: string;
  readonly copyrightNotice?: string;
  readonly usageTerms?: string;
  /**
   * What else stands for it in the input: its other sizes, and names such as an id. See `isSamePicture`; a finished story
   * is without it.
   */
  readonly knownAs?: readonly string[];
  /** In pixels, if the input declares both; a finished story is without it. */
  readonly declaredSize?: { readonly width: number; readonly height: number };
}

/** A part of the story's text, in reading order. */
export type ParsedBlock =
  | {
      readonly kind: "text";
      readonly style: "normal" | "h2" | "h3" | "blockquote";
      readonly listItem?: "bullet" | "number";
      /** Depth of a list item, from 1. */
      readonly level?: number;
      readonly spans: readonly ParsedSpan[];
    }
  /** Where a picture appears; the number is its index in `pictures`. */
  | { readonly kind: "picture"; readonly picture: number }
  | ParsedTable
  | ParsedEmbed;

/** A table of texts. */
export interface ParsedTable {
  readonly kind: "table";
  readonly caption?: string;
  /** Whether the first row names the columns. */
  readonly hasHeaderRow: boolean;
  /** All of one length: a cell that spans several columns is followed by empty ones. */
  readonly rows: readonly (readonly string[])[];
}

/** Something that another site shows in the page. */
export interface ParsedEmbed {
  readonly kind: "embed";
  /** Absolute `http` or `https` address. */
  readonly url: string;
  /** Name of the site. */
  readonly provider?: string;
  readonly title?: string;
  /** What stands in for it, such as the words of a quoted post; lines are separated by line breaks. */
  readonly text?: string;
}

/** Why a value was chosen, in the form that the import record stores. */
export type ParsedEvidence = Evidence;

/** What a story's own words, or its metadata, say about whether it may be published. */
export interface WireControl {
  readonly pubStatus?: Article["pubStatus"];
  /** ISO 8601 with offset. */
  readonly embargoedUntil?: string;
  /** The control line as printed, such as "CORRECTED: fixes name in paragraph 2". */
  readonly note?: string;
}

/** parse → transform: one story in the form that every parser returns. Text is in NFC and otherwise as read. */
export interface ParsedStory {
  /** The story's identity as the input states it; without it the path identifies the story. */
  readonly identity?: { readonly kind: "url" | "id"; readonly value: string };
  /** The story's other identities in the input: an id beside an address, for example. */
  readonly otherIdentities?: readonly NonNullable<ParsedStory["identity"]>[];
  /** The provider's version number of the story. */
  readonly version?: number;
  /** When this version was made: ISO 8601 with offset. */
  readonly versionCreated?: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly subHeadline?: string;
  readonly summary?: string;
  /** As printed, without a label such as "By". */
  readonly byline?: string;
  readonly creators: readonly { readonly name: string }[];
  readonly dateline?: { readonly printed: string; readonly place?: string; readonly date?: string };
  /** ISO 8601 with offset, or the day alone. Absent without evidence: no date or zone is ever invented. */
  readonly publishedAt?: string;
  readonly blocks: readonly ParsedBlock[];
  readonly pictures: readonly ParsedPicture[];
  /** The picture that leads the story; the blocks then do not contain it. */
  readonly leadPicture?: number;
  /** As printed. */
  readonly sourceLine?: string;
  readonly infoSources: readonly {
    readonly printed: string;
    readonly role: "originator" | "contributor" | "distributor" | "aggregator";
  }[];
  readonly canonicalUrl?: string;
  /** BCP 47; `und` if undetermined. */
  readonly language: string;
  readonly keywords: readonly string[];
  readonly control?: WireControl;
  readonly edNote?: string;
  readonly evidence: readonly ParsedEvidence[];
  /** All that the input says, in reading order: what of it ends in no document is left out. See `leftOutOf`. */
  readonly pieces: readonly InputPiece[];
  readonly problems: readonly Problem[];
}
