import { memo, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import type { DirectionAttributes } from "../direction/text-direction.ts";
import { FoldButton } from "../left-out/fold-button.tsx";
import { foldLines, type LineRow } from "../left-out/fold-lines.ts";
import { foldTitle } from "../left-out/fold-title.ts";
import type { LeftOutLine } from "../left-out/left-out-lines.ts";
import { LeftOutNote } from "../left-out/left-out-note.tsx";
import type { LeftOut } from "../left-out/use-left-out.ts";

interface SourceLinesProps {
  readonly lines: readonly string[];
  readonly direction: DirectionAttributes;
  /** The fields read from each line, by its number. */
  readonly fields: ReadonlyMap<number, string>;
  /** Numbers of the lines to mark. Compared by identity: another list scrolls its first line into view. */
  readonly marked: readonly number[] | undefined;
  readonly leftOut: LeftOut;
  /** The lines that were left out, by number. */
  readonly leftOutLines: ReadonlyMap<number, LeftOutLine>;
}

/**
 * A text line by line, with line numbers on the left for every script, and beside each line what was read from it. What
 * was left out is grey, with the reason beneath it.
 */
export function SourceLines(props: SourceLinesProps): ReactElement {
  const { lines, direction, fields, marked, leftOut, leftOutLines } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (marked !== undefined)
      list.current?.querySelector("[data-marked]")?.scrollIntoView({ block: "nearest" });
  }, [marked]);

  const numbers = new Set(marked);
  const rows = useMemo(
    () => foldLines(lines, leftOutLines, (number) => fields.has(number)),
    [lines, leftOutLines, fields],
  );
  const toLine = (number: number): ReactElement => {
    const left = leftOutLines.get(number);
    return (
      <SourceLine
        key={number}
        number={number}
        text={lines[number - 1] ?? ""}
        fields={fields.get(number)}
        isMarked={numbers.has(number)}
        {...(left === undefined ? {} : { left, leftOut })}
        {...direction}
      />
    );
  };
  return (
    <ol ref={list} dir="ltr" className="copydesk-source-lines">
      {rows.map((row) =>
        row.kind === "line" ? toLine(row.number) : <FoldedLines key={row.first} fold={row} toLine={toLine} />,
      )}
    </ol>
  );
}

interface FoldedLinesProps {
  readonly fold: Extract<LineRow, { readonly kind: "fold" }>;
  readonly toLine: (number: number) => ReactElement;
}

function FoldedLines({ fold: { first, last, leftOut }, toLine }: FoldedLinesProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const pieces = leftOut.flatMap((line) => line.pieces);
  return (
    <>
      <li className="copydesk-source-fold">
        <FoldButton
          title={foldTitle("line", leftOut.length, pieces)}
          isOpen={isOpen}
          onToggle={() => setIsOpen(!isOpen)}
        />
      </li>
      {isOpen && Array.from({ length: last - first + 1 }, (_, index) => toLine(first + index))}
    </>
  );
}

interface SourceLineProps extends DirectionAttributes {
  readonly number: number;
  readonly text: string;
  readonly fields: string | undefined;
  readonly isMarked: boolean;
  readonly left?: LeftOutLine;
  readonly leftOut?: LeftOut;
}

/** Memoised: a story may have thousands of lines, and each move of the pointer marks only a few. */
const SourceLine = memo(function SourceLine(props: SourceLineProps) {
  const { number, text, fields, isMarked, left, leftOut, dir, lang } = props;
  const isGone = (piece: LeftOutLine["pieces"][number]): boolean => leftOut?.isInStory(piece) !== true;
  const mark = left?.pieces.some(isGone) === true ? (left.isWhole ? "Left out" : "Partly left out") : "";
  return (
    <li data-line={number} data-marked={isMarked ? "" : undefined} data-left-out={mark || undefined}>
      <span className="copydesk-source-fields">{[fields, mark].filter(Boolean).join(", ")}</span>
      <div dir={dir} lang={lang} className="copydesk-source-text">
        {left === undefined ? text : left.parts.map(toPart)}
      </div>
      {left !== undefined && leftOut !== undefined && left.ending.length > 0 && (
        <div className="copydesk-source-notes">
          {left.ending.map((piece, index) => (
            <LeftOutNote key={index} piece={piece} leftOut={leftOut}>
              {left.pieces.length > 1 ? (
                <bdi className="copydesk-left-out-text">{piece.text}</bdi>
              ) : undefined}
            </LeftOutNote>
          ))}
        </div>
      )}
    </li>
  );

  function toPart(part: LeftOutLine["parts"][number], index: number): ReactNode {
    return part.piece !== undefined && isGone(part.piece) ? (
      <span key={index} className="copydesk-left-out-text">
        {part.text}
      </span>
    ) : (
      part.text
    );
  }
});
