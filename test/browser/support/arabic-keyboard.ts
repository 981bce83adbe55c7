import type { Page } from "playwright-core";

/** What the keys of the queue print on an Arabic keyboard. */
const printed: Readonly<Record<string, string>> = {
  ...{ j: "ت", k: "ن", o: "خ", e: "ث", p: "ح", d: "ي", t: "ف" },
  ...{ l: "م", r: "ق", c: "ؤ", u: "ع", x: "ء", "?": "؟" },
};

/** Presses a key of the queue on an Arabic keyboard, as the browser gets it from the system. */
export async function pressArabic(page: Page, key: keyof typeof printed): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const code = key === "?" ? "Slash" : `Key${key.toUpperCase()}`;
  const event = { key: printed[key] ?? "", code };
  await session.send("Input.dispatchKeyEvent", { ...event, type: "keyDown", text: event.key });
  await session.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" });
  await session.detach();
}
