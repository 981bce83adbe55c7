import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "./fault.ts";
import { plainError } from "../core/lake-error.ts";

/** What a fault may do to the connection of a request. */
export interface Connection {
  /** Ends it without an answer. */
  destroy(): void;
}

/** Handles a request with the fault applied. */
export async function applyFault(
  fault: Fault,
  connection: Connection,
  handle: () => Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case "latency":
      await wait(fault.delayMs);
      return handle();
    case "refuse":
      return refusal(fault);
    case "reset-before":
      connection.destroy();
      return new Response(null);
    case "drop-answer": {
      const answer = await handle();
      await answer.body?.cancel();
      connection.destroy();
      return new Response(null);
    }
    case "slow-body":
      return slowly(await handle(), fault.delayMs);
  }
}

function refusal(fault: Extract<Fault, { kind: "refuse" }>): Response {
  const error = plainError(fault.status, "Refused on purpose by the lake's fault mode");
  const headers =
    fault.retryAfterSeconds === undefined ? {} : { "retry-after": `${fault.retryAfterSeconds}` };
  return Response.json(error.body, { status: fault.status, headers });
}

/** Sends half of the body at once and the rest after the delay. */
async function slowly(answer: Response, delayMs: number): Promise<Response> {
  const bytes = await answer.bytes();
  const half = bytes.length >> 1;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.subarray(0, half));
      await wait(delayMs);
      controller.enqueue(bytes.subarray(half));
      controller.close();
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}
