import { MIMEType } from "node:util";

/** How a file is declared, and whether a browser that opens it could run a script of the file's. */
export interface ContentType {
  /** For the `Content-Type` header; of parameters, only the character set is left. */
  readonly header: string;
  readonly isInert: boolean;
}

const unknown: ContentType = { header: "application/octet-stream", isInert: false };

/**
 * Reads a media type as browsers do, in whatever case and with whatever parameters it was written. Total: what is no
 * media type is sent as bytes of an unknown kind.
 *
 * SVG and everything else made of XML can hold scripts. PDF can too, but a browser runs those in a sandbox of its own,
 * and another sandbox would break its viewer.
 */
export function contentTypeOf(mimeType: unknown): ContentType {
  const parsed = typeof mimeType === "string" ? parse(mimeType) : undefined;
  if (!parsed) return unknown;
  const { type, subtype, essence, params } = parsed;
  const charset = params.get("charset") ?? (type === "text" ? "utf-8" : undefined);
  const isNamed = charset !== undefined && /^[\w.:-]{1,40}$/.test(charset);
  return {
    header: isNamed ? `${essence}; charset=${charset}` : essence,
    isInert:
      essence === "application/pdf" ||
      (["image", "audio", "video", "font"].includes(type) &&
        !/(?:^|\+)xml$/.test(subtype) &&
        subtype !== "svg"),
  };
}

function parse(mimeType: string): MIMEType | undefined {
  try {
    return new MIMEType(mimeType);
  } catch {
    return undefined;
  }
}
