import type { StudioPage } from "../../test/browser/support/studio-page.ts";

/** What the queue takes, in milliseconds. */
export interface QueueTimes {
  /** From when the queue's bar is there until a story is. */
  readonly firstRow: number;
  /** From a click on a tab until stories of that state alone are listed, for each tab that has any, twice. */
  readonly filters: readonly number[];
  /** From *publish and next* until the next story takes input. */
  readonly next: readonly number[];
}

/** @param stories How many stories are published, one after the other. */
export async function measureQueue(studio: StudioPage, stories: number): Promise<QueueTimes> {
  await studio.openQueue();
  const firstRow = await timed(() => studio.queueRows.first().waitFor());
  return {
    firstRow,
    filters: [...(await measureTabs(studio)), ...(await measureTabs(studio))],
    next: await measureNext(studio, stories),
  };
}

async function measureTabs({ page }: StudioPage): Promise<readonly number[]> {
  const tabs = page.locator("[id^='queue-tab-']").filter({ hasText: /[1-9]/ });
  const ids = await tabs.evaluateAll((all) => all.map(({ id }) => id));
  const times: number[] = [];
  for (const id of ids.filter((each) => each !== "queue-tab-open")) {
    const listed = page.waitForFunction(
      (state) => {
        const rows = [...document.querySelectorAll("[data-testid='queue-row']")];
        return rows.length > 0 && rows.every((row) => row.getAttribute("data-state") === state);
      },
      id.replace("queue-tab-", ""),
    );
    times.push(
      await timed(async () => {
        await page.locator(`#${id}`).click();
        await listed;
      }),
    );
  }
  return times;
}

async function measureNext(studio: StudioPage, stories: number): Promise<readonly number[]> {
  const { page } = studio;
  // The newest were imported just now, and are drafts.
  await studio.openQueue(`,from=${new Date().toISOString().slice(0, 10)}`);
  const first = studio.queueRows.first();
  const title = await first.innerText();
  await first.getByRole("link").click();
  await studio.storyEditable(title);
  const times: number[] = [];
  for (let story = 0; story < stories; story += 1) {
    const next = await page.getByTestId("queue-next").innerText();
    times.push(
      await timed(async () => {
        await page.keyboard.press("Control+Enter");
        await studio.storyEditable(next);
      }),
    );
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
