import { z } from "zod";
import { plainError } from "../core/lake-error.ts";

/** sanity.io/docs/technical-limits: mutation requests. */
export const maxMutationBytes = 4_000_000;
/** sanity.io/docs/technical-limits: any request. */
export const maxBodyBytes = 100_000_000;

/**
 * Reads a JSON body of a known shape.
 *
 * @throws {LakeError} 413 when it is longer than `maxBytes`, 400 when it is no JSON or of another shape.
 */
export async function readJsonBody<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  maxBytes: number,
): Promise<z.output<Shape>> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maxBytes) throw plainError(413, `Request body exceeds limit of ${maxBytes} bytes`);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw plainError(
      400,
      `Cannot read request body as JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
  if (isDeeperThan(maxDepth, body)) {
    throw plainError(400, `Cannot read request body: it nests deeper than ${maxDepth} levels`);
  }
  return readShape(shape, body);
}

/** Documents of the hosted service nest 20 levels; what walks through values here could not go down for ever. */
const maxDepth = 200;

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((member) => isDeeperThan(depth - 1, member));
}

/** @throws {LakeError} 400 when the value has another shape. */
function readShape<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw plainError(400, `Cannot read request: ${z.prettifyError(parsed.error)}`);
}
