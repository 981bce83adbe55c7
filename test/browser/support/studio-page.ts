import type { Locator, Page } from "playwright-core";
import { putOffKey } from "../../../studio/desk/people/put-off-key.ts";

/**
 * The parts of Studio that tests touch. Studio's test ids are no API: they stand here and nowhere else.
 */
export class StudioPage {
  readonly page: Page;
  readonly #origin: string;
  /** Settles when the browser will know of every page that its visitor has been asked. */
  readonly #isKnown: Promise<unknown> | undefined;

  /** @param visitor Who comes for the first time is asked who they are; nobody else is. */
  constructor(page: Page, origin: string, visitor: "known" | "first-time" = "known") {
    this.page = page;
    this.#origin = origin;
    this.#isKnown =
      visitor === "known"
        ? page.addInitScript((key) => sessionStorage.setItem(key, "yes"), putOffKey)
        : undefined;
  }

  async #goTo(path: string): Promise<void> {
    await this.#isKnown;
    await this.page.goto(`${this.#origin}${path}`, { waitUntil: "domcontentloaded" });
  }

  /** The dialog that asks who one is. */
  get whoIAm(): Locator {
    return this.page.getByRole("dialog").filter({ has: this.page.locator("input[name='person-color']") });
  }

  /** Opens the dialog that asks who one is, from the user menu. */
  async changeWhoIAm(entry: string): Promise<void> {
    const isPhone = (this.page.viewportSize()?.width ?? Infinity) < 600;
    if (isPhone) {
      // Studio's button has no name.
      await this.page.locator("button:has([data-sanity-icon='menu'])").click();
      await this.page.getByRole("button", { name: entry }).click();
    } else {
      await this.page.locator("#user-menu").click();
      await this.page.getByTestId("user-menu").getByRole("menuitem", { name: entry }).click();
    }
  }

  /** The button of the user menu, while it has the focus. */
  get userMenuInFocus(): Locator {
    return this.page.locator("#user-menu:focus");
  }

  /** What shows somebody: their picture, wherever it stands. */
  person(name: string): Locator {
    return this.page.locator(`[data-ui='Avatar'][title="${name}"]`);
  }

  /** Opens the desk. */
  async open(): Promise<void> {
    await this.#goTo(`/studio/structure`);
  }

  /** Opens a document's form and waits until it takes input. */
  async openDocument(type: string, id: string): Promise<void> {
    await this.#goTo(`/studio/intent/edit/id=${id};type=${type}/`);
    await this.editable();
  }

  /** Opens the form of a document that is no more, which takes no input. */
  async openDeletedDocument(type: string, id: string): Promise<void> {
    await this.#goTo(`/studio/intent/edit/id=${id};type=${type}/`);
    await this.page.getByTestId("deleted-document-banner").waitFor();
  }

  /** Opens the list of what happened to the document. */
  async openHistory(): Promise<void> {
    await this.page.getByTestId("pane-context-menu-button").last().click();
    await this.page.getByRole("menuitem", { name: /history|السجل/i }).click();
  }

  /** Opens the list of what changed since the document was last published, or made. */
  async openReviewChanges(): Promise<void> {
    await this.openHistory();
    await this.page.getByRole("tab", { name: /^(Review changes|مراجعة التغييرات)$/ }).click();
    await this.changedLine.waitFor();
  }

  /** The first line of text that "Review changes" shows, with what was taken out and what was put in. */
  get changedLine(): Locator {
    return this.page.locator("[data-ui='field-diff-inspect-wrapper'] :has(> [data-ui='diff-card'])").first();
  }

  /** The first paragraph of a body that "Review changes" shows. */
  get changedParagraph(): Locator {
    return this.page.locator("[data-diff-block-action='changed']").first();
  }

  /** The button that turns the Studio to another language, named in that language. */
  languageSwitch(name: string): Locator {
    return this.page.locator("[data-language-switch]").filter({ hasText: name });
  }

  /** What stands beside one another, in the order in which one opens it. */
  get panes(): Locator {
    const kinds = ["structure-tool-list-pane", "document-list-pane", "document-pane"];
    return this.page.locator(kinds.map((kind) => `[data-testid='${kind}']`).join());
  }

  /** Who did what to the document last, under its form. */
  get lastEvent(): Locator {
    return this.page.getByTestId("pane-footer-document-status");
  }

  get timelineItems(): Locator {
    return this.page.getByTestId("timeline-item-button");
  }

  /** Opens a member of an article's body that is no text. */
  async openBlock(articleId: string, key: string): Promise<void> {
    const path = encodeURIComponent(`body[_key=="${key}"]`);
    await this.#goTo(`/studio/intent/edit/id=${articleId};type=article;path=${path}/`);
  }

  /** The cells of the table that is open. */
  get tableGrid(): Locator {
    return this.page.getByTestId("table-grid");
  }

  /** Tables as the body shows them. */
  get tablePreview(): Locator {
    return this.page.getByTestId("table-preview");
  }

  /** Waits until the form takes input: a form is read-only while it connects. */
  async editable(): Promise<void> {
    await this.form.locator("input:read-write, textarea:read-write").first().waitFor();
  }

  get form(): Locator {
    return this.page.getByTestId("form-view").first();
  }

  field(path: string): Locator {
    return this.form.getByTestId(`field-${path}`);
  }

  /** A field in which the focus is. */
  fieldInFocus(path: string): Locator {
    return this.field(path).locator(":focus").first();
  }

  /** The text box of a string or text field. */
  input(path: string): Locator {
    return this.field(path).locator("input, textarea").first();
  }

  /** An entry of a pane: of the desk's first list, or of a document list. */
  paneItem(text: string | RegExp): Locator {
    return this.page.locator("[data-testid^='pane-item']").filter({ hasText: text }).first();
  }

  /** Everything that a list shows as its rows. */
  get rows(): Locator {
    return this.page.locator("[data-testid^='pane-item']");
  }

  /** Opens the list of stories. */
  async openStories(): Promise<void> {
    await this.#goTo(`/studio/structure/article`);
  }

  /** The stories of the list that have their texts. */
  get storyRows(): Locator {
    return this.page
      .locator("a[data-testid^='pane-item'][href*='/structure/article;']")
      .filter({ hasText: /\S/ });
  }

  /** Waits until the form takes input of the story whose row in the list has this text. */
  async storyEditable(row: string): Promise<void> {
    await this.page.waitForFunction((text) => {
      const box = document.querySelector("[data-testid='field-headline'] :is(input, textarea):read-write");
      // Until then, the form may be that of the story before.
      return (
        (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) &&
        box.value !== "" &&
        text.includes(box.value)
      );
    }, row);
  }

  /** Puts the caret into a paragraph of the body. */
  async placeCaretInBody(): Promise<void> {
    // The body is drawn before it takes input.
    const paragraph = this.field("body").locator("[contenteditable='true'] [data-pt-block='text']").nth(5);
    await paragraph.scrollIntoViewIfNeeded();
    await paragraph.click();
  }

  /** The stories of the queue that are drawn. */
  get queueRows(): Locator {
    return this.page.getByTestId("queue-row");
  }

  queueRow(headline: string | RegExp): Locator {
    return this.queueRows.filter({ hasText: headline });
  }

  /** The headline that a row shows. */
  queueHeadline(row: Locator): Locator {
    return row.locator(".copydesk-queue-headline");
  }

  /** The headline of the story that comes next. */
  get queueNext(): Locator {
    return this.page.getByTestId("queue-next");
  }

  /** The link of a row, while it has the focus. */
  queueRowInFocus(headline: string): Locator {
    return this.queueRow(headline).locator("a:focus");
  }

  /** Opens the queue with what an address says after its name. */
  async openQueue(params = ""): Promise<void> {
    await this.#goTo(`/studio/structure/queue${params}`);
    await this.queueBar.waitFor();
  }

  /** A tab of the queue, with its count. */
  queueTab(text: string | RegExp): Locator {
    return this.page.getByRole("tab", { name: text });
  }

  /** Opens the pane of the pictures with what an address says after its name. */
  async openPictures(params = ""): Promise<void> {
    await this.#goTo(`/studio/structure/pictures${params}`);
    await this.pictures.waitFor();
  }

  /** The pane of the pictures. */
  get pictures(): Locator {
    return this.page.getByTestId("pictures");
  }

  /** A picture of the grid. */
  pictureTile(text: string | RegExp): Locator {
    return this.page.getByTestId("picture").filter({ hasText: text });
  }

  /** Drops files on the pictures. */
  async dropOnPictures(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
    const sent = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
    const dataTransfer = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given)
        transfer.items.add(
          new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name, {
            type: "image/png",
          }),
        );
      return transfer;
    }, sent);
    await this.pictures.dispatchEvent("dragover", { dataTransfer });
    await this.pictures.dispatchEvent("drop", { dataTransfer });
  }

  /** The files that are about to be uploaded. */
  get plannedFiles(): Locator {
    return this.page.getByTestId("planned-file");
  }

  /** The bar beneath the queue and the story that is open. */
  get queueBar(): Locator {
    return this.page.getByTestId("queue-bar");
  }

  /** Opens the pane of imports. */
  async openImports(): Promise<void> {
    await this.#goTo(`/studio/structure/imports`);
    await this.imports.first().waitFor();
  }

  /** The imports, the newest first. */
  get imports(): Locator {
    return this.page.getByTestId("run");
  }

  /** Opens the list of the sources. */
  async openSources(): Promise<void> {
    await this.#goTo(`/studio/structure/sources`);
  }

  sourceRow(name: string | RegExp): Locator {
    return this.page.getByTestId("source-row").filter({ hasText: name });
  }

  /** The dialog that shows two stories side by side. */
  get comparison(): Locator {
    return this.page.getByRole("dialog").filter({ has: this.page.getByTestId("compare") });
  }

  /** What says that two sources were merged, and takes it back. */
  get merged(): Locator {
    return this.page.getByTestId("merged");
  }

  /** The pairs of sources that may be the same. */
  get doubles(): Locator {
    return this.page.getByTestId("doubles");
  }

  /** The panel beside an article's form, with what is left to do and its source. */
  get story(): Locator {
    return this.page.getByTestId("story-and-source");
  }

  /** What the source says otherwise of a field, at that field. */
  suggestedAt(path: string): Locator {
    return this.page.getByTestId(`suggested-${path}`);
  }

  /** The numbers of the lines of the source that are lit. */
  litLines(): Promise<(string | null)[]> {
    return this.story
      .locator("[data-lit]")
      .evaluateAll((lines) => lines.map((line) => line.getAttribute("data-line")));
  }

  /** What is to be checked, by the code of the problem. */
  problem(code: string): Locator {
    return this.story.getByTestId(`problem-${code}`);
  }

  /** What stops the article from being published. */
  get blocking(): Locator {
    return this.story.getByTestId("blocking");
  }

  /** What the source has ordered, above the form. */
  get banner(): Locator {
    return this.page.getByTestId("status-banner");
  }

  /** The answer to the question whether to do something. */
  get question(): Locator {
    return this.page
      .locator("[data-ui='Popover']")
      .filter({ has: this.page.getByTestId("confirm-popover-confirm-button") });
  }

  group(title: string): Locator {
    return this.page.getByRole("tab", { name: title, exact: true });
  }

  /** The main action under the form, whatever it is called while references are unpublished. */
  get publish(): Locator {
    return this.page
      .getByTestId("pane-footer")
      .last()
      .getByRole("button", { name: /^(Publish|انشر|نشر)/ });
  }

  /** Takes the file of an image field. */
  get fileInput(): Locator {
    return this.form.getByTestId("file-button-input").first();
  }

  /** The picture that an image field shows. */
  get picture(): Locator {
    return this.form.getByTestId("image-input").locator("img").first();
  }

  /** Empties a reference field, which then offers to search or to create. */
  async replaceReference(path: string): Promise<void> {
    await this.form.locator(`[id="${path}-menuButton"]`).click();
    await this.page.getByRole("menuitem", { name: "Replace" }).click();
  }

  /** Chooses an action of the menu beside the publish button. */
  async act(name: RegExp): Promise<void> {
    // The toolbar of the body has a menu of its own when it is short of room.
    await this.page.getByTestId("pane-footer").getByTestId("action-menu-button").click();
    await this.page.getByRole("menuitem", { name }).click();
  }

  get confirm(): Locator {
    return this.page.getByTestId("confirm-button");
  }

  /** Toasts that say something went wrong. */
  get errorToasts(): Locator {
    return this.page.locator(
      "[data-ui='Toast'][data-tone='critical'], [data-ui='Toast'][data-tone='caution']",
    );
  }
}
