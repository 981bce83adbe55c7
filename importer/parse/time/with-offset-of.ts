import { offsetOf } from "../phrases/dates/zone-names.ts";
import { isoOf } from "./iso-of.ts";
import { readMoment } from "./read-moment.ts";
import { spanOf } from "./span-of.ts";

/**
 * An instant as a clock showed it, from a text of each: the two together state the offset. Pure.
 *
 * What is no instant is given back as it is; a clock that is away by no offset of this world says nothing.
 */
export function withOffsetOf(instant: string, clock: string | undefined): string {
  const [at, shown] = [readMoment(instant), readMoment(clock ?? "")];
  if (at?.kind !== "instant") return instant;
  if (shown?.kind !== "local") return isoOf(at);
  const difference = spanOf({ ...shown, kind: "instant", offset: "Z" }).earliest - spanOf(at).earliest;
  const minutes = Math.round(difference / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = rest % 15 === 0 ? offsetOf(minutes < 0, hours, rest) : undefined;
  return offset === undefined ? isoOf(at) : isoOf({ ...shown, kind: "instant", offset });
}
