import http from "node:http";
import https from "node:https";
import { isPublicAddress } from "./address-policy.ts";
import { type ResolveHost, checkedLookup, resolveHost } from "./checked-lookup.ts";
import { type AddressRules, fetchAddressOf, notPublic } from "./fetch-address.ts";
import type { ReadBytesOfPicture } from "./local-picture.ts";

export interface FetchPictureOptions {
  /** What the server called the version that is known, to be sent no other time: see `ReadBytesOfPicture`. */
  readonly validator?: string | undefined;
  /** Default: 20 MB. */
  readonly limitBytes?: number;
  /** Time limit for the whole fetch, including redirects (default: 30 s). */
  readonly totalMs?: number;
  /** Time limit without receiving a byte (default: 10 s). */
  readonly idleMs?: number;
  /** Default: 5. */
  readonly maxRedirects?: number;
  readonly signal?: AbortSignal;
  readonly resolve?: ResolveHost;
  readonly mayConnect?: AddressRules["mayConnect"];
  readonly morePorts?: AddressRules["morePorts"];
}

/** A picture that was fetched, or that is still the one that is known. */
export type FetchedPicture = ReadBytesOfPicture | { readonly kind: "unchanged" };

/** The picture's bytes, a refusal, or a redirect. */
type Answer = FetchedPicture | { readonly kind: "redirect"; readonly location: string };

/**
 * Fetches a picture over `http` or `https`, from the public internet only: each URL, including each redirect, is
 * checked before it is requested, and so is the address that is connected to. Reveals nothing about the sender: no
 * cookies, no credentials, no referrer. Never rejects.
 *
 * Given what the server called the version that is known, it asks for the picture only if there is another version
 * (RFC 9110, 13.1).
 */
export async function fetchPicture(
  written: string,
  options: FetchPictureOptions = {},
): Promise<FetchedPicture> {
  const { maxRedirects = 5, totalMs = 30_000, mayConnect = isPublicAddress, morePorts = new Set() } = options;
  const deadline = AbortSignal.timeout(totalMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  let base: URL | undefined;
  let next = written;
  try {
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const address = fetchAddressOf(next, { mayConnect, morePorts }, base);
      if (address.kind === "refused") return address;
      const answer = await ask(address.url, { ...options, mayConnect, signal });
      if (answer.kind === "unchanged" && options.validator === undefined)
        return refused("the server responded with status 304");
      if (answer.kind !== "redirect") return answer;
      base = address.url;
      next = answer.location;
    }
    return refused(`it is redirected more than ${maxRedirects} times`);
  } catch (error) {
    if (deadline.aborted) return refused(`it did not arrive within ${totalMs / 1000} s`);
    return refused(error instanceof Error ? error.message : String(error));
  }
}

type AskOptions = FetchPictureOptions & Required<Pick<FetchPictureOptions, "mayConnect" | "signal">>;

/** Sends one request over a new connection: an existing one would not have been checked. */
async function ask(url: URL, options: AskOptions): Promise<Answer> {
  const { mayConnect, signal, resolve = resolveHost, idleMs = 10_000, limitBytes = 20_000_000 } = options;
  const { promise, resolve: done, reject } = Promise.withResolvers<http.IncomingMessage>();
  const request = (url.protocol === "https:" ? https : http).get(url, {
    agent: false,
    headers: {
      accept: "image/*",
      "accept-encoding": "identity",
      "user-agent": "copydesk",
      ...conditionOf(options.validator),
    },
    lookup: checkedLookup(resolve, mayConnect),
    signal,
    timeout: idleMs,
  });
  request.on("response", done);
  request.on("error", reject);
  request.on("timeout", () => request.destroy(new Error(`no data arrived for ${idleMs / 1000} s`)));
  request.on("socket", (socket) =>
    socket.on("connect", () => {
      // The final check, whatever happened before.
      const { remoteAddress = "" } = socket;
      if (!mayConnect(remoteAddress)) request.destroy(new Error(notPublic(remoteAddress)));
    }),
  );
  try {
    return await readAnswer(await promise, limitBytes);
  } finally {
    request.destroy();
  }
}

async function readAnswer(response: http.IncomingMessage, limitBytes: number): Promise<Answer> {
  const { statusCode = 0, headers } = response;
  if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined)
    return { kind: "redirect", location: headers.location };
  if (statusCode === 304) return { kind: "unchanged" };
  if (statusCode !== 200) return refused(`the server responded with status ${statusCode}`);
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  // Some servers send a generic type; the bytes are checked anyway.
  if (type !== "" && !type.startsWith("image/") && !/^(?:application|binary)\/octet-stream$/.test(type))
    return refused(`the server sent ${type.slice(0, 60)} instead of an image`);
  if ((headers["content-encoding"] ?? "identity") !== "identity")
    return refused("the server compressed it without being asked to");
  const tooLong = refused(`it is larger than ${limitBytes / 1e6} MB`);
  if (Number(headers["content-length"]) > limitBytes) return tooLong;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) throw new Error("BUG: the answer is something else than bytes");
    length += chunk.byteLength;
    if (length > limitBytes) return tooLong;
    chunks.push(chunk);
  }
  if (!response.complete) return refused("the connection was lost");
  const validator = headers.etag ?? headers["last-modified"];
  return {
    kind: "bytes",
    bytes: Buffer.concat(chunks, length),
    ...(validator === undefined || validator.length > longestValidator ? {} : { validator }),
  };
}

const longestValidator = 200;

/** An entity tag is quoted; what is not is a time. */
function conditionOf(validator: string | undefined): Readonly<Record<string, string>> {
  if (validator === undefined || !/^[\x20-\x7e]+$/.test(validator)) return {};
  return /^(?:W\/)?"/.test(validator) ? { "if-none-match": validator } : { "if-modified-since": validator };
}

const refused = (why: string): Extract<ReadBytesOfPicture, { kind: "refused" }> => ({ kind: "refused", why });
