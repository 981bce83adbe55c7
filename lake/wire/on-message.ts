import type { WebSocket } from "ws";
import { maxDepth } from "../core/limits.ts";
import { measureJson } from "../core/measure-json.ts";
import { logBug } from "./log-bug.ts";

/**
 * Hands on each message of a socket. Whatever goes wrong with one ends this socket and nothing else: what is thrown in
 * a socket's listener would end the process.
 *
 * @param handle Gets the JSON of the message, and its text. The JSON is `undefined` when there is none, or when it nests
 * so deep that it could not be passed on.
 */
export function onMessage(
  socket: WebSocket,
  log: (line: string) => void,
  handle: (json: unknown, text: string) => void,
): void {
  socket.on("message", (data, isBinary) => {
    try {
      const text = isBinary ? "" : String(data);
      handle(parseJson(text), text);
    } catch (error) {
      logBug(error, log);
      socket.close(1011, "The Content Lake failed");
    }
  });
  // "close" follows, and does the work.
  socket.on("error", () => socket.terminate());
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return measureJson(value).depth > maxDepth ? undefined : value;
  } catch {
    return undefined;
  }
}
