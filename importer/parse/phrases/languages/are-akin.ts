/** Languages that share most of their frequent words, so that a short text may be in any of them. */
const families = ["bs cnr hr sh sr", "id ms", "da nb nn no", "fil tl", "xh zu"].map((tags) =>
  tags.split(" "),
);

/**
 * Whether two language tags may be of one text: they name the same language, or two that are hardly told apart. Pure.
 * Regions and scripts do not count.
 */
export function areAkin(one: string, other: string): boolean {
  const [a = "", b = ""] = [one, other].map((tag) => tag.split("-")[0]);
  return a === b || families.some((family) => family.includes(a) && family.includes(b));
}
