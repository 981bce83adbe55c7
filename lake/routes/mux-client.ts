import { readFileSync } from "node:fs";
import type { LakeHandler } from "../lake-services.ts";

const script = new URL("../mux/client.js", import.meta.url);

/** `GET /__mux/client.js`: the script that lets one WebSocket carry all event streams of a page. */
export function muxClient(): LakeHandler {
  const text = readFileSync(script, "utf8");
  return () =>
    new Response(text, {
      headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
    });
}
