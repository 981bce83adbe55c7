import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from "playwright-core";

/**
 * The Chromium that the npm package `@sparticuz/chromium` carries: `npm ci` alone brings a browser.
 *
 * The package unpacks into the system's temporary folder and takes a half-written file there for a whole one, so
 * it is unpacked here into a folder of its own that is renamed once complete.
 */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const packageFile = createRequire(import.meta.url).resolve("@sparticuz/chromium");
const packageFolder = packageFile.slice(0, packageFile.lastIndexOf(join("@sparticuz", "chromium")) + 19);
const cacheFolder = join(root, "node_modules", ".cache", "copydesk");

const unpack = `
  import chromium, { inflate } from "@sparticuz/chromium";
  await chromium.executablePath();
  await inflate(${JSON.stringify(join(packageFolder, "bin", "al2023.tar.br"))});
`;

/** Unpacks the browser once per version of the package. @returns The folder that holds it. */
async function unpackedChromium(): Promise<string> {
  const { version } = createRequire(import.meta.url)(join(packageFolder, "package.json"));
  const folder = join(cacheFolder, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const partial = await mkdtemp(join(cacheFolder, "chromium-partial-"));
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: root,
    env: { ...process.env, TMPDIR: partial },
  });
  await writeFile(join(partial, "fonts.conf"), fontConfiguration(folder));
  try {
    await rename(partial, folder);
  } catch (error) {
    // Another process was faster: its folder is as good as ours.
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Without any font that fontconfig can find, Chromium ends itself; the package's own configuration names /tmp. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;

/** Starts a browser with its web security on, as users have it. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/**
 * Starts a browser that keeps what it caches in a folder, as the one on an editor's desk does. The caller closes it.
 *
 * @param folder An empty one stands for a browser that has never been here.
 */
export async function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await launchOptions());
}

async function launchOptions(): Promise<LaunchOptions> {
  const folder = await unpackedChromium();
  const libraries = join(folder, "al2023", "lib");
  return {
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      // The package brings the libraries (NSS and others) that a machine without a desktop lacks.
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(":"),
    },
  };
}
