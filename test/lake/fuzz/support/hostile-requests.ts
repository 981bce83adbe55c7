import fc from "fast-check";
import { hostileJson, hostileObject, hostileText, mostly, plainJson } from "./hostile-text.ts";

const own = "localhost:3333";
const target = mostly(
  fc.constantFrom("/__mux", "//__mux", "/v1/socket/production", "/v2025-02-19/socket/", "/elsewhere"),
  fc.oneof(
    fc.constantFrom(
      "//",
      "///",
      "//[",
      "*",
      "http://[",
      "http://evil.example//",
      "http://a:b@c:99999/",
      "/\\",
      "/%",
      "/..//",
      "?",
      "#",
    ),
    hostileText,
  ),
);
const host = mostly(
  fc.constant(own),
  fc.oneof(
    fc.constantFrom("localhost:99999", "xn--.localhost", "[::1]:1", "[::", "evil.example", "", "a b"),
    hostileText,
  ),
);
const header = fc.oneof(
  fc.constantFrom(
    "Origin: http://localhost:3333",
    "Origin: https://evil.example",
    "Origin: null",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Version: 99",
    "Sec-WebSocket-Key: short",
    "Sec-WebSocket-Protocol: a,,b",
    "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99999",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Mode: navigate",
    "Sec-Fetch-Dest: document",
    "Content-Length: 5",
    "Transfer-Encoding: chunked",
    "Expect: 100-continue",
    "Expect: miracles",
    "Range: bytes=9-1",
    "If-None-Match: ,,,",
    "Authorization: Bearer",
    "Last-Event-ID: #",
  ),
  fc.tuple(hostileText, hostileText).map(([name, value]) => `${name}: ${value}`),
);

const head = (method: string, path: string, hostName: string, lines: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, `Host: ${hostName}`, ...lines, "", ""].join("\r\n");

/** Requests for a WebSocket, each wrong in some way or in none. */
export const upgrade: fc.Arbitrary<Buffer> = fc
  .tuple(
    mostly(fc.constant("GET"), fc.constantFrom("POST", "CONNECT", "get", "TRACE")),
    target,
    host,
    mostly(fc.constant("websocket"), fc.constantFrom("h2c", "", "websocket, websocket")),
    mostly(fc.constant("dGhlIHNhbXBsZSBub25jZQ=="), hostileText),
    fc.array(header, { maxLength: 3 }),
    fc.uint8Array({ maxLength: 10 }),
  )
  .map(([method, path, hostName, protocol, key, lines, rest]) => {
    const asked = ["Connection: Upgrade", `Upgrade: ${protocol}`, "Sec-WebSocket-Version: 13"];
    const text = head(method, path, hostName, [...asked, `Sec-WebSocket-Key: ${key}`, ...lines]);
    return Buffer.concat([Buffer.from(text), rest]);
  });

const step = fc.oneof(
  fc.constantFrom(
    "a",
    "body",
    "[0]",
    "[-1]",
    "[99999999]",
    "[1.5]",
    "[99999999999999999999]",
    "[*]",
    "..",
    "[0:9999999]",
  ),
  fc.constantFrom(
    '[_key=="a"]',
    '[_key=="constructor"]',
    "['__proto__']",
    "[?",
    "[@>1]",
    "*",
    "[",
    "]",
    "$",
    "'",
  ),
);
const path = fc.oneof(
  fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => steps.join("")),
  fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => steps.join(".")),
  fc.constantFrom(1_000, 20_000).map((steps) => Array(steps).fill("a").join(".")),
  fc.constantFrom(300, 20_000).map((steps) => `a${"[0]".repeat(steps)}`),
  hostileText,
);
const value = mostly(plainJson, hostileJson);
const number = fc.constantFrom("1", "1", "1e308", "-1e308", "0.1", '"1"', "1e999");
const byPath = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(path, content).map(([name, text]) => `{${JSON.stringify(name)}:${text}}`);
const place = path.map((text) => JSON.stringify(text));
const textPatch = fc.constantFrom(
  "@@ -1,2 +1,3 @@\n a\n+b\n c",
  "@@ -999999999,9 +0,0 @@\n-a",
  "@@ -1,999999999 +1,999999999 @@\n a\n",
  "@@",
  "@@ -1 +1 @@\n-%\n",
);
/** A patch of one operation: what is wrong with one does not hide what is wrong with the next. */
const operation = fc.oneof(
  mostly(byPath(value), value).map((text) => `"set":${text}`),
  byPath(value).map((text) => `"setIfMissing":${text}`),
  place.map((text) => `"unset":[${text}]`),
  byPath(number).map((text) => `"inc":${text}`),
  byPath(number).map((text) => `"dec":${text}`),
  fc
    .tuple(fc.constantFrom("before", "after", "replace"), place, value)
    .map(([where, at, item]) => `"insert":{"${where}":${at},"items":[${item}]}`),
  byPath(textPatch.map((text) => JSON.stringify(text))).map((text) => `"diffMatchPatch":${text}`),
  hostileText.map((text) => `"ifRevisionID":${JSON.stringify(text)}`),
);
const operations = fc.uniqueArray(operation, {
  minLength: 1,
  maxLength: 2,
  selector: (text) => text.slice(0, 5),
});
const ids = fc.constantFrom("a", "a", "a", "drafts.a", "versions", "-", "").map((id) => JSON.stringify(id));
const document = hostileObject({ _id: ids, _type: mostly(fc.constant('"t"'), value), body: value, a: value });
const mutation = mostly(
  fc.oneof(
    operations.map((each) => `{"patch":{"id":"a",${each.join(",")}}}`),
    operations.map((each) => `{"patch":{"query":"*[_type == 't']",${each.join(",")}}}`),
    fc
      .tuple(fc.constantFrom("createOrReplace", "createIfNotExists", "create"), document)
      .map(([name, text]) => `{"${name}":${text}}`),
  ),
  fc.oneof(value, fc.constantFrom('{"delete":{"id":"a"}}', '{"delete":{"query":"*["}}', '{"nonsense":{}}')),
);
/** Something is always there to be patched. */
const made = `{"createIfNotExists":{"_id":"a","_type":"t","a":1,"body":[{"_key":"a","x":1e308},{"_key":"b"}]}}`;
const mutations = fc
  .array(mutation, { minLength: 1, maxLength: 3 })
  .map((each) => `{"mutations":[${[made, ...each].join(",")}]}`);
const action = hostileObject({
  actionType: mostly(
    fc
      .constantFrom(
        "create",
        "edit",
        "publish",
        "unpublish",
        "discard",
        "delete",
        "replaceDraft",
        "version.create",
      )
      .map((name) => `"sanity.action.document.${name}"`),
    value,
  ),
  publishedId: mostly(fc.constant('"a"'), value),
  draftId: mostly(fc.constant('"drafts.a"'), value),
  attributes: document.map((text) => text.replace('"_id":"a"', '"_id":"drafts.a"')),
  patch: operations.map((each) => `{${each.join(",")}}`),
});

const term = fc.constantFrom(
  "_id",
  "_type",
  "*",
  "@",
  "^",
  "a->b",
  "1",
  "1e999",
  '"x"',
  "$p",
  "null",
  "true",
  "count(*)",
  "now()",
  "identity()",
);
const operator = fc.constantFrom(
  "==",
  "!=",
  "<",
  ">",
  "+",
  "-",
  "/",
  "%",
  "**",
  "&&",
  "||",
  "in",
  "match",
  "=>",
  "|",
);
const groq = fc.oneof(
  fc.array(fc.oneof(term, operator), { maxLength: 8 }).map((parts) => parts.join(" ")),
  fc
    .tuple(term, operator, term)
    .map(([left, sign, right]) => `*[${left} ${sign} ${right}]{..., "x": ${right}}`),
  fc
    .constantFrom("*[_id == 'a']", "1 + 1", "(1)", "[1]", "{'a':1}")
    .chain((query) =>
      fc
        .constantFrom(" || ", " + ", "|order(_id)", "[0]", "{a}")
        .map((join) => query + join.repeat(200) + query),
    ),
  fc.constantFrom(
    "*[diff::changedAny(a, b, c)]",
    "*[sanity::versionOf($p)]",
    "*[references($p)]",
    "*[text::query('-')]",
    "*[a match text::query($p)]",
    "geo::distance(1,2)",
    "string::split('a', '')[0..99999999]",
  ),
  hostileText,
);
const question = hostileObject({
  query: groq.map((text) => JSON.stringify(text)),
  params: hostileObject({ p: value }),
});

const api = "/v2025-02-19";
const posted = fc.oneof(
  fc.tuple(fc.constant(`${api}/data/mutate/production`), mostly(mutations, hostileJson)),
  fc.tuple(
    fc.constant(`${api}/data/actions/production`),
    mostly(
      action.map((text) => `{"actions":[${text}]}`),
      hostileJson,
    ),
  ),
  fc.tuple(fc.constant(`${api}/data/query/production?perspective=raw`), mostly(question, hostileJson)),
  fc.tuple(fc.constant(`${api}/users/me/keyvalue`), hostileJson),
  fc.tuple(
    fc.constant(`${api}/__lake/people`),
    mostly(
      hostileText.map((name) => JSON.stringify({ name, color: "#1565c0" })),
      hostileJson,
    ),
  ),
);
const asked = fc.oneof(
  groq.map(
    (query) =>
      `${api}/data/query/production?query=${encodeURIComponent(query.toWellFormed()).slice(0, 8_000)}`,
  ),
  hostileJson.map(
    (value) => `${api}/data/query/production?query=$p&$p=${encodeURIComponent(value).slice(0, 8_000)}`,
  ),
  fc
    .tuple(
      fc.constantFrom(
        "doc/production/",
        "history/production/documents/",
        "history/production/transactions/",
        "history/production/events/documents/",
        "listen/production",
        "export/production",
        "references/production/documents/",
        "live/events/production",
      ),
      hostileText,
    )
    .map(
      ([route, text]) =>
        `${api}/data/${route}${encodeURIComponent(text.toWellFormed()).slice(0, 2_000)}?time=${encodeURIComponent(text.toWellFormed()).slice(0, 500)}&limit=0`,
    ),
  target.map((text) => text.replace(/[\r\n ]/g, "")),
);

/** Requests to the API, each wrong in some way or in none. */
export const request: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .tuple(posted, mostly(fc.constant<string[]>([]), fc.array(header, { maxLength: 1 })))
    .map(([[where, body], lines]) => {
      const method = where.endsWith("keyvalue") ? "PUT" : "POST";
      const length = `Content-Length: ${Buffer.byteLength(body)}`;
      return Buffer.from(head(method, where, own, ["Connection: close", ...lines, length]) + body);
    }),
  fc
    .tuple(
      mostly(fc.constant("GET"), fc.constantFrom("HEAD", "OPTIONS", "DELETE", "TRACE", "QUERY")),
      asked,
      mostly(fc.constant(own), host),
      mostly(fc.constant<string[]>([]), fc.array(header, { maxLength: 2 })),
    )
    .map(([method, where, hostName, lines]) =>
      Buffer.from(head(method, where, hostName, ["Connection: close", ...lines])),
    ),
);
