import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultSeedsFolder, studioFolder } from "../cli/project-folders.ts";
import { startServer } from "../cli/start-server.ts";
import { runImport } from "../importer/index.ts";
import { buildStudio } from "../studio/build-studio.ts";
import { serveStudio } from "../studio/serve-studio.ts";
import { launchChromium } from "../test/browser/support/chromium.ts";
import { StudioPage } from "../test/browser/support/studio-page.ts";

/** Updates `docs/screenshot.png`: the seed article as an editor sees it right after `npm start`. */

const dataFolder = await mkdtemp(join(tmpdir(), "copydesk-screenshot-"));
await buildStudio({ outDir: studioFolder });
const server = await startServer({
  dataFolder,
  port: 0,
  studio: Promise.resolve(serveStudio(studioFolder)),
  log: console.error,
});
const browser = await launchChromium();
try {
  const { stories } = await runImport({ inputs: [defaultSeedsFolder], client: server.client });
  const story = stories.find(({ articleId }) => articleId !== undefined);
  if (story?.articleId === undefined) throw new Error("Cannot take the screenshot: the seeds hold no story");
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const studio = new StudioPage(page, server.url);
  await studio.openDocument("article", story.articleId);
  await studio.paneItem(story.headline ?? "").waitFor();
  // The body shows text, pictures and directions together; the top of the form is empty fields.
  await studio.field("body").evaluate((field) => field.scrollIntoView({ block: "center" }));
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: fileURLToPath(new URL("screenshot.png", import.meta.url)) });
} finally {
  await browser.close();
  await server.close();
  await rm(dataFolder, { recursive: true, force: true });
}
