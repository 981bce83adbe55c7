import type { Locator } from "playwright-core";

/** Where a character stands on the page. */
interface Placed {
  readonly char: string;
  readonly middle: number;
  readonly top: number;
}

/**
 * Finds where an Arabic text is not read from the right to the left: pairs of neighbours of one line, neither of them of a
 * number or a Latin word, of which the second stands to the right of the first. Empty is well.
 */
export async function placesReadWrongly(text: Locator): Promise<string[]> {
  const characters = await text.evaluate(placesOf);
  return characters.flatMap((second, index) => {
    const first = characters[index - 1];
    if (first === undefined || Math.abs(first.top - second.top) > 8) return [];
    const isOther = [first, second].some(({ char }) => /[\d\sA-Za-z]/.test(char));
    return isOther || second.middle <= first.middle + 0.5 ? [] : [`${first.char}${second.char} at ${index}`];
  });
}

/** Runs in the page. */
function placesOf(element: Element): Placed[] {
  const places: Placed[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    for (let index = 0; index < text.length; index += 1) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const { left, right, bottom } = range.getBoundingClientRect();
      // Fonts differ in height, and stand on one line.
      places.push({ char: text.charAt(index), middle: (left + right) / 2, top: bottom });
    }
  }
  return places;
}
