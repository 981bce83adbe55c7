import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { launchChromium } from "./chromium.ts";
import { openNewsroom, type Newsroom } from "./newsroom.ts";
import { StudioPage } from "./studio-page.ts";
import { watchPage, type PageWatch } from "./watch-page.ts";

/** How long a page may take for one step; long, because the machine may be busy and nothing here is about speed. */
const patienceMs = 60_000;

/** The newsroom of the test that is running. */
export let newsroom: Newsroom;

let browser: Browser;
let contexts: BrowserContext[];
/** What went wrong on each page. */
let watches: (() => PageWatch["faults"])[];

/** Gives each test of the file a newsroom of its own, whose seed story is done, and browsers that are closed after it. */
export function openForEachTest(): void {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    [contexts, watches] = [[], []];
    newsroom = await openNewsroom();
    const [seed = ""] = await newsroom.client.fetch<string[]>('*[_type == "importRecord"]._id');
    // It would stand among those that a test counts.
    await newsroom.client.patch(seed).set({ "review.state": "done", "review.gravity": 8 }).commit();
  });
  afterEach(async () => {
    const faults = watches.flatMap((faults) => faults());
    for (const context of contexts) await context.close();
    await newsroom.close();
    expect(faults).toEqual([]);
  });
}

interface Visitor {
  /** The language of the browser, which is that of the Studio on the first visit. */
  readonly locale: "ar" | "en";
  /** Who sits there; without, whoever has put off saying it. */
  readonly name?: string;
  /** Whether hours go by for the browser at once: its connections are made anew then, which it says. */
  readonly sleeps?: boolean;
}

const saidOnWaking = /^console error: Error: No activity within \d+ milliseconds/;

/** Opens a browser of its own. */
export async function openBrowser({ locale, name, sleeps = false }: Visitor): Promise<StudioPage> {
  const viewport = { width: 1500, height: 1000 };
  const context = await browser.newContext({ viewport, locale, reducedMotion: "reduce" });
  context.setDefaultTimeout(patienceMs);
  contexts.push(context);
  if (name !== undefined) {
    const data = { name, color: "#1565c0" };
    const answer = await context.request.post(`${newsroom.url}/__lake/people`, { data });
    expect(answer.ok()).toBe(true);
  }
  const page = await context.newPage();
  const watch = watchPage(page, newsroom.url);
  watches.push(() => watch.faults.filter((fault) => !(sleeps && saidOnWaking.test(fault))));
  return new StudioPage(page, newsroom.url);
}
