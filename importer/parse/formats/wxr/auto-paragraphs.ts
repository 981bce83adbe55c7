const blockTags =
  "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary";
const blockStart = new RegExp(String.raw`(<(?:${blockTags})(?=[\s>/]))`, "gi");
const blockEnd = new RegExp(String.raw`(</(?:${blockTags})>)`, "gi");
const isBlock = new RegExp(String.raw`^</?(?:${blockTags})(?=[\s>/])`, "i");

/**
 * Turns blank lines into paragraphs and line ends into breaks, as WordPress does for posts of its classic editor,
 * whose text has neither. Pure, linear.
 */
export const autoParagraphs = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(blockStart, "\n\n$1")
    .replace(blockEnd, "$1\n\n")
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (isBlock.test(part) ? part : `<p>${part.replaceAll("\n", "<br>\n")}</p>`))
    .join("\n");
