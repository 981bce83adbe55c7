import { EllipsisHorizontalIcon } from "@sanity/icons/EllipsisHorizontal";
import { memo, type ReactNode } from "react";
import { useTranslation } from "sanity";
import { isUnsure } from "../../../schemas/index.ts";
import type { DirectionAttributes } from "../../direction/text-direction.ts";
import type { LeftOutLine } from "../../left-out/left-out-lines.ts";
import { LeftOutNote } from "../../left-out/left-out-note.tsx";
import type { LeftOut } from "../../left-out/use-left-out.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { sayHowFound } from "./how-found.ts";
import type { LineValue } from "./values-of-lines.ts";

interface SourceLineProps extends DirectionAttributes {
  readonly number: number;
  readonly text: string;
  readonly values: readonly LineValue[] | undefined;
  /** Whether the editor is in the field that was read from it, and whether it is the first such line. */
  readonly lit: "first" | "more" | undefined;
  readonly onPress: (number: number) => void;
  /** Opens the menu of what the line is; absent where nothing can be taught. */
  readonly onAsk?: ((number: number, button: HTMLElement) => void) | undefined;
  readonly isMenuOpen: boolean;
  readonly left?: LeftOutLine;
  readonly leftOut?: LeftOut;
}

/** Memoised: a story may have thousands of lines, and each move of the focus lights only a few. */
export const SourceLine = memo(function SourceLine(props: SourceLineProps) {
  const { number, text, values = [], lit, onPress, onAsk, isMenuOpen, left, leftOut, dir, lang } = props;
  const { t } = useTranslation(deskNamespace);
  const isGone = (piece: LeftOutLine["pieces"][number]): boolean => leftOut?.isInStory(piece) !== true;
  const mark = left?.pieces.some(isGone) === true ? (left.isWhole ? "whole" : "part") : undefined;
  const told = values.filter(({ confidence }) => lit === "first" || isUnsure(confidence));
  return (
    <li data-line={number} data-lit={lit === undefined ? undefined : ""}>
      <span className="copydesk-source-fields">
        {values.length > 0 && (
          <button type="button" aria-pressed={lit !== undefined} onClick={() => onPress(number)}>
            {values.map(({ title }) => title).join(", ")}
          </button>
        )}
        {mark !== undefined && <span>{t(`story.left-out.${mark}`)}</span>}
        {onAsk !== undefined && text.trim() !== "" && (
          <button
            type="button"
            className="copydesk-teach-line"
            aria-label={t("teach.line", { line: number })}
            aria-haspopup="menu"
            aria-expanded={isMenuOpen}
            onClick={({ currentTarget }) => onAsk(number, currentTarget)}
          >
            <EllipsisHorizontalIcon aria-hidden />
          </button>
        )}
      </span>
      <div
        dir={dir}
        lang={lang}
        className="copydesk-source-text"
        // A text that is selected is to be copied. The keyboard has the button.
        onClick={() => {
          if (values.length > 0 && getSelection()?.isCollapsed !== false) onPress(number);
        }}
      >
        {left === undefined ? text : left.parts.map(toPart)}
      </div>
      {told.length > 0 && (
        <div className="copydesk-source-notes copydesk-source-found">
          {told.map((value) => (
            <span key={value.title} data-unsure={isUnsure(value.confidence) ? "" : undefined}>
              {t("story.problem.unsure", { field: value.title, how: sayHowFound(value, t) })}
              {value.printed !== undefined && <bdi> “{value.printed}”</bdi>}
            </span>
          ))}
        </div>
      )}
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
