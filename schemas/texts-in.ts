/** Ids, keys and choices from a list. */
const notText = /^(?:_.*|style|listItem|marks|language)$/;
/** Where something is, and on whose site. */
const addresses = /^(?:url|href|provider)$/;

/**
 * The strings in a member of a body, or in a part of it, that are text, in order; those of a paragraph's spans are one.
 * Pure.
 *
 * @param isAddressText Whether addresses count as text.
 */
export function textsIn(value: unknown, isAddressText: boolean, name = ""): string[] {
  if (typeof value === "string") {
    return notText.test(name) || (!isAddressText && addresses.test(name)) ? [] : [value];
  }
  if (Array.isArray(value)) {
    const texts = value.flatMap((each: unknown) => textsIn(each, isAddressText, name));
    return name === "children" ? [texts.join("")] : texts;
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, isAddressText, key));
}
