const abbreviations = new Map([
  ["id", "ID"],
  ["url", "URL"],
]);

/**
 * Makes a title from a field's name: `creditLine` → "Credit line", `subHeadline` → "Sub-headline",
 * `documentId` → "Document ID".
 */
export function humanise(name: string): string {
  const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const title = words.map((word) => abbreviations.get(word) ?? word).join(" ");
  return (title.charAt(0).toUpperCase() + title.slice(1)).replace(/^Sub /, "Sub-");
}
