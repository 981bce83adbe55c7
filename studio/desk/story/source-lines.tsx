import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import type { DirectionAttributes } from "../../direction/text-direction.ts";
import { compared } from "../../left-out/compared.ts";
import { FoldButton } from "../../left-out/fold-button.tsx";
import { foldLines, type LineRow } from "../../left-out/fold-lines.ts";
import { foldTitle } from "../../left-out/fold-title.ts";
import type { LeftOutLine } from "../../left-out/left-out-lines.ts";
import type { LeftOut } from "../../left-out/use-left-out.ts";
import type { LineRole, ToldLine } from "../../../schemas/index.ts";
import { RoleMenu } from "../teach/role-menu.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { SourceLine } from "./source-line.tsx";
import type { LineValue } from "./values-of-lines.ts";

interface SourceLinesProps {
  readonly lines: readonly string[];
  readonly direction: DirectionAttributes;
  /** What was read from each line, by its number. */
  readonly values: ReadonlyMap<number, readonly LineValue[]>;
  /** Numbers of the lines to light. Compared by identity: another list scrolls its first line into view. */
  readonly lit: readonly number[];
  /** Leads to the field that a line was read into. Constant while nobody edits the story. */
  readonly onPress: (number: number) => void;
  readonly leftOut: LeftOut;
  /** The lines that were left out, by number. */
  readonly leftOutLines: ReadonlyMap<number, LeftOutLine>;
  /** What editors have said of lines. */
  readonly told: readonly ToldLine[];
  /** Says what a line is; absent where nothing can be taught. */
  readonly onTell: ((number: number, text: string, role: LineRole | null) => void) | undefined;
}

/**
 * A text line by line, with its numbers, and beside each line what was read from it. What was left out is grey, with the
 * reason beneath it.
 */
export function SourceLines(props: SourceLinesProps): ReactElement {
  const { lines, direction, values, lit, onPress, leftOut, leftOutLines, told, onTell } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (lit.length > 0) list.current?.querySelector("[data-lit]")?.scrollIntoView({ block: "nearest" });
  }, [lit]);

  const [menu, setMenu] = useState<{ readonly line: number; readonly button: HTMLElement }>();
  const ask = useCallback((line: number, button: HTMLElement) => setMenu({ line, button }), []);
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const textOf = (number: number): string => lines[number - 1] ?? "";

  const numbers = new Set(lit);
  const rows = useMemo(
    () => foldLines(lines, leftOutLines, (number) => values.has(number)),
    [lines, leftOutLines, values],
  );
  const toLine = (number: number): ReactElement => {
    const left = leftOutLines.get(number);
    return (
      <SourceLine
        key={number}
        number={number}
        text={textOf(number)}
        values={values.get(number)}
        // Only the first says how it was found: the others would say it again.
        lit={numbers.has(number) ? (lit[0] === number ? "first" : "more") : undefined}
        onPress={onPress}
        onAsk={onTell && ask}
        isMenuOpen={menu?.line === number}
        {...(left === undefined ? {} : { left, leftOut })}
        {...direction}
      />
    );
  };
  return (
    <>
      <ol ref={list} className="copydesk-source-lines">
        {rows.map((row) =>
          row.kind === "line" ? (
            toLine(row.number)
          ) : (
            <FoldedLines key={row.first} fold={row} toLine={toLine} />
          ),
        )}
      </ol>
      {menu !== undefined && onTell !== undefined && (
        <RoleMenu
          button={menu.button}
          told={told.find(({ text }) => compared(text) === compared(textOf(menu.line)))?.role}
          onChoose={(role) => onTell(menu.line, textOf(menu.line).trim(), role)}
          onClose={closeMenu}
        />
      )}
    </>
  );
}

interface FoldedLinesProps {
  readonly fold: Extract<LineRow, { readonly kind: "fold" }>;
  readonly toLine: (number: number) => ReactElement;
}

function FoldedLines({ fold: { first, last, leftOut }, toLine }: FoldedLinesProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [isOpen, setIsOpen] = useState(false);
  const pieces = leftOut.flatMap((line) => line.pieces);
  return (
    <>
      <li className="copydesk-source-fold">
        <FoldButton
          title={t(foldTitle("lines", pieces), { count: leftOut.length })}
          isOpen={isOpen}
          onToggle={() => setIsOpen(!isOpen)}
        />
      </li>
      {isOpen && Array.from({ length: last - first + 1 }, (_, index) => toLine(first + index))}
    </>
  );
}
