/** Characters searched for elements; a page with none this far is another format. */
const searched = 4_096;

const opening = /^<(?:!doctype\s+html|html|head|body)\b/i;
const others = /^<(?:rss|feed|rdf:rdf|newsitem|newsmessage|packageitem|newsml|nitf|svg)\b/i;
const blocks = /<(?:p|div|h[1-6]|ul|ol|table|article|section|br|blockquote|figure)\b[^<>]*>/gi;

/**
 * Whether a text is HTML: by its first element, whatever its name; or, for fragments, by its blocks and its name
 * together. Pure.
 *
 * @param name The input's name, whose extension may suggest HTML.
 */
export function recognisesHtml(text: string, name = ""): boolean {
  const start = firstElement(text.slice(0, searched));
  if (others.test(start)) return false;
  if (opening.test(start)) return true;
  const count = start.match(blocks)?.length ?? 0;
  return /\.x?html?$/i.test(name) ? count >= 1 : count >= 3 && start.startsWith("<");
}

/** The text from its first element on: after blanks, comments, XML declarations and other document types. */
function firstElement(text: string): string {
  let rest = text.replace(/^\uFEFF/, "").trimStart();
  for (;;) {
    const end = rest.startsWith("<!--")
      ? "-->"
      : /^<(?:\?|!doctype\s+(?!html\b))/i.test(rest)
        ? ">"
        : undefined;
    if (end === undefined) return rest;
    const found = rest.indexOf(end, 2);
    rest = found < 0 ? "" : rest.slice(found + end.length).trimStart();
  }
}
