import type { LeftOutPiece } from "../../schemas/index.ts";
import type { BodyMember } from "./body-member.ts";
import { saysPiece } from "./says-piece.ts";

/** What tells where a piece of a story goes. */
export interface LeftOutContext {
  /** All that was left out of the story, in its order. */
  readonly pieces: readonly LeftOutPiece[];
  /** Keys of the members of the body as imported, which the pieces' `after` counts. */
  readonly imported: readonly string[];
}

/**
 * The key of the member of the body that a piece goes right after; `undefined` for the beginning. Pure.
 *
 * It is the member that the piece stood after in the source, or, where editors have removed that, the nearest before it
 * that is still there. What was put in before from between the two stays in the source's order.
 *
 * @param body The body as it is now.
 */
export function placeOfPiece(
  piece: LeftOutPiece,
  { pieces, imported }: LeftOutContext,
  body: readonly BodyMember[],
): string | undefined {
  const there = new Set(body.map(({ key }) => key));
  const before = pieces.slice(0, Math.max(0, pieces.indexOf(piece))).toReversed();
  const added = body.filter(({ key }) => !imported.includes(key));
  for (let at = piece.after ?? -1; at >= -1; at -= 1) {
    const last = before
      .filter(({ after = -1 }) => after === at)
      .flatMap((other) => added.find((member) => saysPiece(member, other)) ?? [])
      .at(0);
    if (last !== undefined) return last.key;
    const key = imported[at];
    if (key !== undefined && there.has(key)) return key;
  }
  return undefined;
}
