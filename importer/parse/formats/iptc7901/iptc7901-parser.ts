import { orNoStories } from "../../fields/or-no-stories.ts";
import { storyItem } from "../../fields/story-item.ts";
import type { ParsedItem, Parser } from "../../parser.ts";
import { iptc7901Story } from "./iptc7901-story.ts";
import { readHeader } from "./message-header.ts";
import { endMark, messagesIn } from "./messages-in.ts";
import { piecesOfMessage } from "./pieces-of-message.ts";
import { readTransmissionTime } from "./transmission-time.ts";

/** IPTC 7901, the telegram format of news agencies: one message, or many. */
export const iptc7901Parser: Parser = {
  format: "iptc7901",
  recognises: ({ text }) => isFramed(text) || isWithoutFrame(text),
  *parse(text) {
    yield* orNoStories(items(text), "IPTC 7901");
  },
};

function* items(text: string): Generator<ParsedItem> {
  for (const message of messagesIn(text)) yield storyItem(iptc7901Story(message), piecesOfMessage(message));
}

/** Blanks and characters that keep a line open may stand before the first message. */
const start = /^[\uFEFF\s\x16\x7f]*\x01/;
/** No header and no keywords are longer. */
const longestHeader = 2_000;

/** A header that begins with its control character, and the character that begins the text. */
function isFramed(text: string): boolean {
  if (!start.test(text)) return false;
  const [header = ""] = text.slice(text.indexOf("\x01") + 1).split(/[\n\r\x02]/, 1);
  return readHeader(header) !== undefined || text.slice(0, longestHeader).includes("\x02");
}

/** A header whose control characters are gone, and another line that only wires have. */
function isWithoutFrame(text: string): boolean {
  const lines = text.slice(0, 64 * 1024).split(/\r\n|[\n\r]/);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1 || readHeader(lines[first] ?? "") === undefined) return false;
  return lines
    .slice(first + 1)
    .some(
      (line, index) =>
        line.includes("\x02") ||
        (index < 12 && /\S\s?=\s*$/.test(line)) ||
        endMark.test(line) ||
        readTransmissionTime(line) !== undefined,
    );
}
