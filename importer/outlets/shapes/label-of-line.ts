import { visualLength } from "../../parse/phrases/line-shape.ts";
import { isPersonName } from "../../parse/phrases/person-name.ts";
import { withSingleSpaces } from "./with-single-spaces.ts";

/** A line that begins with a label, in whatever language. */
export interface LabelOfLine {
  /** The label with its mark, and `…` for the value: all lines with the label have this shape. */
  readonly shape: string;
  readonly value: string;
}

const withColon = /^([^\s:：\p{Nd}][^:：\p{Nd}]{1,29}?)\s*([:：])\s*(\S.*)$/su;
/** Some broadcasters put a comma there: several words, since a sentence may begin with one. */
const withComma = /^([\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+){1,3}|\p{Script=Han}{3,8})\s?([,，،])\s*(\S.*)$/su;

const mostWords = 4;
/** In letters. */
const longestValue = 120;
const longestAfterComma = 50;

/** Splits a line at its label; `undefined` for a line without one. It may be no label at all: only repetition tells. Pure. */
export function labelOfLine(line: string): LabelOfLine | undefined {
  const text = withSingleSpaces(line);
  return (
    split(withColon.exec(text), longestValue, ": …") ??
    split(withComma.exec(text), longestAfterComma, ", …") ??
    beforeName(text)
  );
}

/** "Na Salome Wekesa": a word before a person's name, in a script with capitals. */
function beforeName(text: string): LabelOfLine | undefined {
  const [, word = "", value = ""] = /^(\p{Lu}?\p{Ll}{1,11}) (\p{Lu}.{4,40})$/u.exec(text) ?? [];
  return isPersonName(value) ? { shape: `${word} …`, value } : undefined;
}

function split(match: RegExpExecArray | null, longest: number, end: string): LabelOfLine | undefined {
  const [, label = "", , value = ""] = match ?? [];
  if (label === "" || label.split(" ").length > mostWords || !/\p{L}/u.test(label)) return undefined;
  return visualLength(value) > longest ? undefined : { shape: label + end, value };
}
