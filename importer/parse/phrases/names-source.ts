import { findSource } from "../authority/find-source.ts";
import { readCredit } from "./read-credit.ts";

/** Whether a text, read as a credit, names a known source: "Jane Doe/AP", "AFP via Getty Images". Pure. */
export const namesSource = (text: string): boolean =>
  readCredit(text)?.sources.some((name) => findSource(name) !== undefined) === true;
