import { type Problem } from "../schemas/index.ts";
import { toProblem } from "./problems.ts";

/** An error that nobody foresaw, and the input that it came with. */
export interface Crash {
  readonly input: string;
  readonly error: unknown;
}

/** What a story says of itself that the program has failed on; the stack goes to whoever is told of the crash. Pure. */
export const crashProblem = ({ error }: Pick<Crash, "error">): Problem =>
  toProblem("crashed", `The program failed on the story: ${oneLineOf(error)}`);

const oneLineOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    .replace(/\s+/g, " ")
    .slice(0, 200);
