import { readInstant } from "../../parse/time/read-instant.ts";
import type { HeaderBlock } from "./header-block.ts";
import type { WebCapture } from "./unpacked.ts";

type Fields = HeaderBlock["fields"];

/**
 * What the fields of a record, and of the answer in it, say of a page; `undefined` for a record that is about no web
 * address. Pure.
 */
export function webCaptureOf(record: Fields, answer?: Fields): WebCapture | undefined {
  const url = webAddressOf(record.get("warc-target-uri") ?? "");
  if (url === undefined) return undefined;
  const contentType = (answer ?? record).get("content-type");
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? "")?.[1];
  // Common Crawl names the languages of a page with the most frequent first.
  const language =
    firstOf(answer?.get("content-language")) ?? firstOf(record.get("warc-identified-content-language"));
  // The standard also allows a day alone, which cannot tell which of two pages is the newer.
  const captured = readInstant(record.get("warc-date") ?? "");
  return {
    url,
    ...(captured.kind === "instant" ? { capturedAt: captured.iso } : {}),
    ...(mediaType ? { mediaType } : {}),
    ...(charset === undefined ? {} : { charset }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Early archives wrote addresses in angle brackets. */
function webAddressOf(written: string): string | undefined {
  const url = URL.parse(written.replace(/^<|>$/g, ""));
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return undefined;
  url.hash = "";
  return url.href;
}

const firstOf = (list: string | undefined): string | undefined =>
  /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\s*(?:,|$)/i.exec(list ?? "")?.[1];
