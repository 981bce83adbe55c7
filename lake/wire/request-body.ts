import { z } from "zod";
import { plainError } from "../core/lake-error.ts";
import { checkJson } from "./check-json.ts";

/**
 * Reads a JSON body of a known shape.
 *
 * @throws {LakeError} 413 when it is longer than `maxBytes`, 400 when it is no JSON, more than the lake can carry, or
 * of another shape. No more than `maxBytes` of it is ever held.
 */
export async function readJsonBody<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  maxBytes: number,
): Promise<z.output<Shape>> {
  const bytes = await readBytes(request, maxBytes);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw plainError(400, `Cannot read request body as JSON: ${reasonOf(cause)}`);
  }
  checkJson(body, "request body");
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw plainError(400, `Cannot read request: ${z.prettifyError(parsed.error)}`);
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length"));
  if (announced > maxBytes) throw tooLong(maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // A body that announces its length is no longer than that: Node sees to it.
    if (announced > 0) return new Uint8Array(await request.arrayBuffer());
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      if (length > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw plainError(400, `Cannot read request body: ${reasonOf(cause)}`);
  }
  if (length > maxBytes) throw tooLong(maxBytes);
  return Buffer.concat(chunks);
}

function tooLong(maxBytes: number): Error {
  return plainError(413, `Request body exceeds limit of ${maxBytes} bytes`);
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
