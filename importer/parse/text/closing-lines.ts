import { isEndMark, withoutEndMark } from "../phrases/end-mark.ts";
import { isDeskLine } from "./desk-line.ts";
import { namesOnlyKnownSources } from "./names-only-known-sources.ts";
import type { ObservedLine } from "./observe-lines.ts";

/** A line, with what tells whether it closes the story. */
interface ClosingPlace {
  readonly line: ObservedLine;
  /** Whether the line right above it is a sentence of the text. */
  readonly isBelowText: boolean;
}

/** A way in which a story says that it ends. */
export interface ClosingLine {
  readonly name: string;
  readonly looksAt: string;
  /** The largest share of the text above it that the running text below it may have; more shows that the story goes on. */
  readonly mostBelow: number;
  readonly example: string;
  /** Whether a line closes the story if there is text above it. Pure. */
  readonly applies: (place: ClosingPlace) => boolean;
}

/** The lines that close a story: below them are notes to editors, credits, and the page. */
export const closingLines: readonly ClosingLine[] = [
  {
    name: "end-mark",
    looksAt: "a line that only says that the copy ends",
    mostBelow: 1,
    example: "(ends)",
    applies: ({ line: { text } }) => isEndMark(text),
  },
  {
    name: "mark-after-text",
    looksAt: "a paragraph that says at its end that the copy ends",
    mostBelow: 0.25,
    example: "The bridge will open again in May of next year, the council said on Monday. Enditem",
    applies: ({ line: { text } }) => withoutEndMark(text) !== text,
  },
  {
    name: "known-source",
    looksAt: "a label for sources and known ones",
    mostBelow: 0.25,
    example: "Source: Reuters",
    applies: ({ line }) => hasSourceLabel(line) && namesOnlyKnownSources(line.label?.value ?? ""),
  },
  {
    name: "desk",
    looksAt: "the people who worked on the story, in brackets",
    mostBelow: 0.25,
    example: "(Reporting by Jane Doe; editing by the desk)",
    applies: ({ line }) => /^[(（—–-]/u.test(line.text) && isDeskLine(line),
  },
  {
    name: "source",
    // A source that nobody knows may be that of a table or a picture.
    looksAt: "a label for sources and a few words",
    mostBelow: 0,
    example: "Source: Bridge Post",
    applies: ({ line }) => hasSourceLabel(line) && (line.label?.value ?? "").split(/\s+/u).length <= 14,
  },
  {
    name: "known-source-below-unknown-label",
    looksAt: "a word or two in any language, a colon, and known sources",
    mostBelow: 0,
    example: "Sarchashma: Reuters",
    applies: ({ line: { text, label, isCredit }, isBelowText }) => {
      const names = labelled.exec(text)?.[1];
      return (
        isBelowText && label === undefined && !isCredit && names !== undefined && namesOnlyKnownSources(names)
      );
    },
  },
  {
    name: "known-sources",
    looksAt: "known sources and nothing else, right below the text",
    mostBelow: 0,
    example: "(Reuters, AFP)",
    applies: ({ line, isBelowText }) => isBelowText && line.length <= 60 && namesOnlyKnownSources(line.text),
  },
];

const labelled = /^[^:：]{2,25}[:：]\s*(.{2,100})$/u;

const hasSourceLabel = ({ label, length, endsSentence }: ObservedLine): boolean =>
  length <= 160 &&
  !endsSentence &&
  label?.kinds.has("source") === true &&
  !label.kinds.has("credit") &&
  label.value !== "";
