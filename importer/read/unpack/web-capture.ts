import { readInstant } from "../../parse/time/read-instant.ts";
import type { HeaderBlock } from "./header-block.ts";
import type { WebCapture } from "./unpacked.ts";

type Fields = HeaderBlock["fields"];

/**
 * Reads what the fields of a record, and of the response in it, say about a page; `undefined` for a record without a
 * web address. Pure.
 */
export function webCaptureOf(record: Fields, answer?: Fields): WebCapture | undefined {
  const url = webAddressOf(record.get("warc-target-uri") ?? "");
  if (url === undefined) return undefined;
  const contentType = (answer ?? record).get("content-type");
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? "")?.[1];
  // Common Crawl lists the languages of a page, most frequent first.
  const language =
    firstOf(answer?.get("content-language")) ?? firstOf(record.get("warc-identified-content-language"));
  // The standard also allows a day alone, which cannot show which of two pages is newer.
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
