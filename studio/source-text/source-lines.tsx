import { memo, useEffect, useRef, type ReactElement } from "react";
import type { DirectionAttributes } from "../direction/text-direction.ts";

interface SourceLinesProps {
  readonly text: string;
  readonly direction: DirectionAttributes;
  /** The fields read from each line, by its number. */
  readonly fields: ReadonlyMap<number, string>;
  /** Numbers of the lines to mark. Compared by identity: another list scrolls its first line into view. */
  readonly marked: readonly number[] | undefined;
}

/** A text line by line, with line numbers on the left for every script, and beside each line what was read from it. */
export function SourceLines({ text, direction, fields, marked }: SourceLinesProps): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (marked !== undefined)
      list.current?.querySelector("[data-marked]")?.scrollIntoView({ block: "nearest" });
  }, [marked]);

  const numbers = new Set(marked);
  return (
    <ol ref={list} dir="ltr" className="copydesk-source-lines">
      {text.split("\n").map((line, index) => (
        <SourceLine
          key={index}
          number={index + 1}
          text={line}
          fields={fields.get(index + 1)}
          isMarked={numbers.has(index + 1)}
          {...direction}
        />
      ))}
    </ol>
  );
}

interface SourceLineProps extends DirectionAttributes {
  readonly number: number;
  readonly text: string;
  readonly fields: string | undefined;
  readonly isMarked: boolean;
}

/** Memoised: a story may have thousands of lines, and each move of the pointer marks only a few. */
const SourceLine = memo(function SourceLine({ number, text, fields, isMarked, dir, lang }: SourceLineProps) {
  return (
    <li data-line={number} data-marked={isMarked ? "" : undefined}>
      <span className="copydesk-source-fields">{fields}</span>
      <div dir={dir} lang={lang} className="copydesk-source-text">
        {text}
      </div>
    </li>
  );
});
