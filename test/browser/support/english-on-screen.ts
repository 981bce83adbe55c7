import type { Page } from "playwright-core";

/** What is the same in every language: names of keys, of the program and of kinds of files, and the tag of a language. */
const sameInArabic = ["Copydesk", "Ctrl", "Enter", "ENTER", "Escape", "ar", "en", "he", "txt"];

/** What Studio says in English whatever its language is, and by which name the importer goes in each. */
const saidByOthers = /^(Field actions|Open|Importer \(.+\))$/;

/** What is data, or says that it is in another language. */
const noWordsOfOurs =
  "[lang]:not([lang|='ar'], html), kbd, code, pre, input, textarea, [contenteditable], svg, style, script";

/**
 * Words in Latin letters that somebody sees or hears in an Arabic Studio, each with the text that it stands in. Empty is well,
 * as long as no story of the test has such a word.
 */
export async function englishOnScreen(page: Page): Promise<string[]> {
  const texts = await page.evaluate(textsOnScreen, noWordsOfOurs);
  return texts.filter(
    (text) =>
      !saidByOthers.test(text) &&
      (text.match(/[A-Za-z]{2,}/g) ?? []).some((word) => !sameInArabic.includes(word)),
  );
}

/** Runs in the page: every text on it, also what is only read out. */
function textsOnScreen(apart: string): string[] {
  const texts: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest(apart) || !element.checkVisibility()) continue;
    for (const name of ["aria-label", "aria-description", "title", "placeholder", "alt"])
      texts.push(element.getAttribute(name) ?? "");
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? "");
  }
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== "");
}
