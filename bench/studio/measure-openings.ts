import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProfile } from "../../test/browser/support/chromium.ts";
import { StudioPage } from "../../test/browser/support/studio-page.ts";
import { watchTraffic, type Traffic } from "./watch-traffic.ts";

/** One opening of the Studio, from the address to the first story that can be clicked. */
export interface Opening {
  readonly ms: number;
  /** Until then. */
  readonly traffic: Traffic;
}

/** A busy machine is measured, too. */
const patienceMs = 120_000;

/** The openings in one browser: the first, in which all is loaded and compiled; with what it keeps; with all that it keeps. */
export const openingNames = ["first", "second", "third"] as const;

/**
 * Opens the Studio a few times in a browser that has never been there. It keeps scripts from the first time on, and what it
 * has compiled of them from the second.
 */
export async function measureOpenings(origin: string): Promise<readonly Opening[]> {
  const profile = await mkdtemp(join(tmpdir(), "copydesk-profile-"));
  const context = await openProfile(profile);
  context.setDefaultTimeout(patienceMs);
  try {
    const openings: Opening[] = [];
    for (const _ of openingNames) {
      const page = await context.newPage();
      const traffic = await watchTraffic(page, origin);
      const studio = new StudioPage(page, origin);
      await studio.open();
      await studio.queueRows.first().waitFor();
      openings.push({ ms: await page.evaluate(() => performance.now()), traffic: traffic() });
      // As long as it opens, the page writes to the browser's cache.
      await page.waitForLoadState("networkidle");
      await page.close();
    }
    return openings;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
