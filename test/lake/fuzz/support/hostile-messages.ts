import fc from "fast-check";
import { hostileJson, hostileObject, hostileText, mostly } from "./hostile-text.ts";

const quoted = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.map((text) => JSON.stringify(text));
const names = (...each: string[]): fc.Arbitrary<string> => quoted(fc.constantFrom(...each));

const streamPath = fc
  .tuple(
    fc.constantFrom(
      "",
      "/",
      "/v1",
      "/v2025-02-19",
      "//evil.example",
      "/\\evil.example",
      "/projects/p/datasets/d",
    ),
    fc.constantFrom(
      "/data/listen/production",
      "/data/live/events/production",
      "/data/listen/",
      "/data/listen/absent",
    ),
    fc.constantFrom(
      "",
      "?query=*",
      "?query=%",
      "?query=*[",
      "?query=*%5B_type==$a%5D&$a=1e999",
      "?enableResume=true&query=*",
    ),
  )
  .map((parts) => parts.join(""));
const headers = mostly(
  fc
    .dictionary(
      fc.oneof(fc.constantFrom("accept", "last-event-id", "authorization"), hostileText),
      hostileText,
    )
    .map((given) => JSON.stringify(given)),
  hostileJson,
);

/** What a page could send over the connection that its event streams share. */
export const muxMessage = mostly(
  hostileObject({
    t: mostly(names("open", "open", "open", "close"), hostileJson),
    id: mostly(fc.nat(5).map(String), hostileJson),
    path: mostly(quoted(streamPath), fc.oneof(quoted(hostileText), hostileJson)),
    headers,
  }),
  fc.oneof(hostileJson, hostileText),
);

const presenceParams = hostileObject({
  session: mostly(names("a", "b"), hostileJson),
  subscriptionId: mostly(names("a"), hostileJson),
  data: mostly(hostileObject({ sessionId: names("a", "b"), locations: hostileJson }), hostileJson),
});

/** What a page could send over the connection by which tabs tell each other where they are. */
export const presenceMessage = mostly(
  hostileObject({
    jsonrpc: mostly(names("2.0"), hostileJson),
    id: mostly(names("1"), hostileJson),
    method: mostly(
      names(
        "presence_subscribe",
        "presence_unsubscribe",
        "presence_rollcall",
        "presence_announce",
        "presence_disconnect",
      ),
      fc.oneof(quoted(hostileText), hostileJson),
    ),
    params: mostly(presenceParams, hostileJson),
  }),
  fc.oneof(hostileJson, hostileText),
);

/** Bytes that claim to be frames of a WebSocket. */
export const frames: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(0x81, 0x82, 0x80, 0x01, 0x88, 0x89, 0x8a, 0x83, 0xf1, 0xc1, 0x8f),
    fc.constantFrom(0x80, 0x85, 0xfd, 0xfe, 0xff, 0x05, 0x7e, 0x7f),
    fc.uint8Array({ maxLength: 40 }),
  )
  .map(([first, second, rest]) => Uint8Array.of(first, second, ...rest));
