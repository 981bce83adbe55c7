import type { Line, LineGroup } from "./lines.ts";
import { scriptOf, type Script } from "../scripts.ts";
import { splitCredit, type CreditedText } from "../split-credit.ts";

/** A line with what can be seen of it and of its place, before any role is given. */
export interface ObservedLine extends Line {
  /** Number of lines in its group, without the headline and the source line. */
  readonly groupSize: number;
  /** Whether the next line of the story follows without a blank line. */
  readonly hasNeighbour: boolean;
  readonly script: Script | undefined;
  readonly credited: CreditedText | undefined;
  /** The text without the credit. */
  readonly plain: string;
  /** Whether it ends in a credit that is one beyond doubt of its words. */
  readonly isCredited: boolean;
  /** Whether it is a credit and nothing else. */
  readonly isCredit: boolean;
}

/** Looks at each line of the groups on its own. Pure. */
export function observeLines(groups: readonly LineGroup[]): ObservedLine[] {
  return groups.flatMap((group) =>
    group.map((line, index) => {
      const credited = splitCredit(line.text);
      const isProven = credited !== undefined && credited.strength !== "unproven";
      return {
        ...line,
        groupSize: group.length,
        hasNeighbour: index < group.length - 1,
        script: scriptOf(line.text),
        credited,
        plain: credited?.text ?? line.text,
        isCredited: isProven && credited.text !== "",
        isCredit: isProven && credited.text === "",
      };
    }),
  );
}
