import { offsetOf } from "../phrases/dates/zone-names.ts";
import { isoOf } from "./iso-of.ts";
import { readMoment } from "./read-moment.ts";
import { spanOf } from "./span-of.ts";

/**
 * Returns an instant with the offset of a clock time, from one text of each: the two together imply the offset. Pure.
 *
 * A value that is no instant is returned unchanged; a clock time that implies an impossible offset is ignored.
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
