import { InvalidArgumentError } from "commander";
import type { HistoryLimit } from "../lake/index.ts";

/** A hundred years: more than that is a slip of the finger. */
const mostDays = 36_500;

/** Reads the value of `--keep-history`: days such as `90d`, or a number of transactions. */
export function readHistoryLimit(text: string): HistoryLimit {
  const [, digits, unit] = /^(\d{1,9})(d?)$/.exec(text) ?? [];
  const number = Number(digits);
  const isDays = unit === "d";
  if (!(number >= 1) || (isDays && number > mostDays)) {
    throw new InvalidArgumentError("It must be days such as 90d, or a number of transactions such as 10000.");
  }
  return isDays ? { days: number } : { transactions: number };
}
