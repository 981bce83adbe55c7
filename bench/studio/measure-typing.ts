import { setTimeout } from "node:timers/promises";
import type { StudioPage } from "../../test/browser/support/studio-page.ts";

const text = "وقال المجلس في بيان إن الجسر الجديد سيفتح قبل الشتاء ".repeat(2);
/** About as fast as people type. */
const pauseMs = 120;

/**
 * Types into a paragraph of the body of the document that is open.
 *
 * @returns For each key the time until the browser has painted what it did, in milliseconds, sorted. The browser tells it in
 * steps of 8, and nothing of less than 16, which count as 16.
 * @throws {Error} When the text does not stand in the body then, or the browser knows of no key.
 */
export async function measureTyping(studio: StudioPage): Promise<readonly number[]> {
  const { page } = studio;
  await studio.placeCaretInBody();
  const told = await page.evaluateHandle(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "keydown") durations.push(duration);
    });
    // TypeScript does not know the threshold.
    const asked = { type: "event", durationThreshold: 16 };
    observer.observe(asked);
    return durations;
  });
  await typeAsOnArabicKeyboard(studio);
  // An entry is told after the frame in which its key was painted.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const durations = await told.jsonValue();
  const isTyped = (await studio.field("body").innerText()).includes(text.trim());
  if (!isTyped || durations.length === 0 || durations.length > text.length) {
    throw new Error(`Cannot measure typing: the browser tells of ${durations.length} keys`);
  }
  const quick = Array.from({ length: text.length - durations.length }, () => 16);
  return [...quick, ...durations].toSorted((a, b) => a - b);
}

/** Playwright knows the American keyboard alone, and would insert other letters without a key. */
async function typeAsOnArabicKeyboard({ page }: StudioPage): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const key of text) {
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", key });
    await setTimeout(pauseMs);
  }
}
