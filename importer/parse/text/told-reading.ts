import type { ToldLine } from "../../../schemas/index.ts";
import type { OutletReading } from "../outlet-reading.ts";

/**
 * What is known of the lines of one story of which editors have said what they are: that goes before all that is known
 * of its outlet. Of two words about one line the later one counts. Pure.
 *
 * @param outlet What is known of the outlet; its version stays, since only one story is read in another way.
 */
export function toldReading(told: readonly ToldLine[], outlet: OutletReading | undefined): OutletReading {
  const roles = new Map(told.map(({ text, role }) => [text, role]));
  return {
    version: outlet?.version ?? "",
    lineOf(text) {
      const role = roles.get(text);
      return role === undefined ? outlet?.lineOf(text) : { role, habit: "taught", isUsual: true };
    },
  };
}
