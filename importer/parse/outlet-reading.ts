import type { LearnedShape, LineRole, OutletHabit } from "../../schemas/index.ts";

/** What is known of a line by the outlet that it comes from. */
export interface OutletLine {
  readonly role: LineRole;
  /** The habit of the outlet that it shows; `taught` if an editor has said what such lines are. */
  readonly habit: OutletHabit | "taught";
  /** Where it stands in most stories; absent for what an editor has taught. */
  readonly stands?: LearnedShape["stands"];
  /** Whether most stories of the outlet have such a line. */
  readonly isUsual: boolean;
  /** The line without its label, if the label is what it is known by. */
  readonly said?: string;
}

/** What is known of the lines of an outlet, for whoever reads its stories. */
export interface OutletReading {
  /** Digest of the rules: the same version reads every line alike. */
  readonly version: string;
  /** What is known of a line by its shape; `undefined` for most lines. Pure. */
  lineOf(text: string): OutletLine | undefined;
}

/** Finds what is known of an outlet by its key; `undefined` if nothing is. */
export type ReadingOfOutlet = (key: string) => OutletReading | undefined;
