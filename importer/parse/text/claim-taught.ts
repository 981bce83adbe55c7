import { readOrderLine } from "../control/order-line.ts";
import { isGrave } from "../control/wire-order.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims the lines of which an editor has said what they are, but for those of pictures, which need each other. */
export function claimTaught(board: RoleBoard): void {
  for (const line of board.lines) {
    const role = line.outlet?.habit === "taught" ? line.outlet.role : undefined;
    if (role === undefined || role.startsWith("image") || withholds(line)) continue;
    board.claim(line, { role, rule: "taught-by-editor", confidence: 0.97 });
  }
}

/** What withholds a story is obeyed, whatever such lines have been before. */
function withholds({ text }: ObservedLine): boolean {
  const order = readOrderLine(text);
  return order !== undefined && isGrave(order.kind);
}
