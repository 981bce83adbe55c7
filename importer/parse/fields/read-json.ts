import type { Problem } from "../../../schemas/index.ts";
import { toProblem } from "../../problems.ts";

export type ReadJson =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "broken"; readonly problem: Problem };

/** Reads JSON, with or without a byte-order mark; invalid JSON is a problem. Pure, never throws. */
export function readJson(text: string): ReadJson {
  try {
    return { kind: "value", value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const problem = toProblem("malformed-json", `Cannot read the JSON: ${why.slice(0, 200)}`);
    return { kind: "broken", problem };
  }
}
