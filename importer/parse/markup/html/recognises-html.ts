const opening = /^<(?:!doctype\s+html|html|head|body)\b/i;
const others = /^<(?:rss|feed|rdf:rdf|newsitem|newsmessage|packageitem|newsml|nitf|svg)\b/i;
/** What only the head of a page has, in those that leave out the elements around it. */
const ofHead = /^<(?:title|meta|link|base|style|script|noscript)\b/i;
const blocks =
  /<(?:p|div|h[1-6]|ul|ol|table|article|section|main|header|br|blockquote|figure|center)\b[^<>]*>/gi;

/**
 * Whether a text is HTML: by its first element, whatever its name; or, for fragments and pages without their outer
 * elements, by their blocks, and by the name. Pure, and takes time linear in the text.
 *
 * @param name The input's name, whose extension may suggest HTML.
 */
export function recognisesHtml(text: string, name = ""): boolean {
  const start = firstElement(text);
  if (others.test(start)) return false;
  if (opening.test(start)) return true;
  const isNamedSo = /\.x?html?$/i.test(name);
  if (!isNamedSo && !start.startsWith("<")) return false;
  const count = start.match(blocks)?.length ?? 0;
  return count >= (isNamedSo || ofHead.test(start) ? 1 : 3);
}

/** The text from its first element on: after blanks, comments, XML declarations and other document types. */
function firstElement(text: string): string {
  const blanks = /[\uFEFF\s]*/y;
  let at = 0;
  for (;;) {
    blanks.lastIndex = at;
    at += blanks.exec(text)?.[0].length ?? 0;
    const rest = text.slice(at, at + 20);
    const end = rest.startsWith("<!--")
      ? "-->"
      : /^<(?:\?|!doctype\s+(?!html\b))/i.test(rest)
        ? ">"
        : undefined;
    if (end === undefined) return text.slice(at);
    const found = text.indexOf(end, at + 2);
    if (found < 0) return "";
    at = found + end.length;
  }
}
