import { z } from "zod";

/** That one source takes the place of another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Whether what takes the place is published, so that references to it are strong. */
  readonly isPublished: boolean;
}

const reference = z.looseObject({ _ref: z.string() });
const infoSource = z.looseObject({ source: reference });

/** A reference, to the other source if it was to the one. Pure. */
export function moved(value: unknown, { from, to, isPublished }: Move): unknown {
  const found = reference.safeParse(value).data;
  if (found?._ref !== from) return value;
  const { _weak, _strengthenOnPublish, ...bare } = found;
  // It was weak only until its target would be published.
  const isStrong = isPublished && _strengthenOnPublish !== undefined;
  return isStrong ? { ...bare, _ref: to } : { ...found, _ref: to };
}

/** A story's sources after a {@link Move}. One that would be named twice for the same is named once. Pure. */
export function movedSources(value: unknown, move: Move): unknown {
  if (!Array.isArray(value)) return value;
  const list: readonly unknown[] = value;
  if (!list.some((member) => refOf(member) === move.from)) return value;
  const named = new Set(list.filter((member) => refOf(member) === move.to).map(roleOf));
  return list.flatMap((member) => {
    const one = refOf(member) === move.from ? infoSource.safeParse(member).data : undefined;
    if (one === undefined) return [member];
    if (named.has(roleOf(one))) return [];
    named.add(roleOf(one));
    return [{ ...one, source: moved(one.source, move) }];
  });
}

const refOf = (member: unknown): string | undefined => infoSource.safeParse(member).data?.source._ref;

const roleOf = (member: unknown): unknown => z.object({ role: z.unknown() }).safeParse(member).data?.role;
