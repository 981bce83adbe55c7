import type { Locator, Page } from "playwright-core";

/** What an editor does at keyboard and pointer, and how often. */
export class Hands {
  /** Keys and clicks; what is typed into a field is no part of them. */
  acts = 0;
  /** Letters typed into fields. */
  typed = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.acts += 1;
    await this.#page.keyboard.press(key);
  }

  async click(what: Locator): Promise<void> {
    this.acts += 1;
    await what.click();
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    this.typed += text.length;
    await this.#page.keyboard.type(text);
  }
}
