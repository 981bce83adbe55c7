import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { glob, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compressFiles } from "./compress-files.ts";

export interface BuildStudioOptions {
  /** Default: `dist/studio` of the package. */
  readonly outDir?: string;
  /** Called before work that takes time. */
  readonly onLog?: (line: string) => void;
}

export interface StudioBuild {
  /** False when an earlier build of the same inputs was found. */
  readonly built: boolean;
  readonly outDir: string;
}

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** What the built page depends on; the lock file stands for every dependency. */
const inputs = ["studio/**/*.{ts,tsx,css,html,svg}", "schemas/**/*.ts", "package-lock.json"];

/**
 * Builds the local Studio as static files, unless its inputs are those of the last build.
 *
 * The output folder is replaced as a whole once the build is complete, so an interrupted build leaves the previous
 * one in place.
 *
 * @throws {Error} When the build fails, with the bundler's message.
 */
export async function buildStudio(options: BuildStudioOptions = {}): Promise<StudioBuild> {
  const { outDir = join(packageRoot, "dist", "studio"), onLog = () => {} } = options;
  await removeLeftovers(outDir);
  const stamp = join(outDir, "inputs.sha256");
  const hash = await hashInputs();
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === hash) return { built: false, outDir };

  onLog("Building the Studio (about fifteen seconds, only once) …");
  const { build } = await import("vite");
  const { viteConfig } = await import("./vite-config.ts");
  if (!existsSync(dirname(outDir))) await mkdir(dirname(outDir));
  const partial = await mkdtemp(`${outDir}.partial-${process.pid}-`);
  // Ctrl-C ends the process without waiting for the bundler.
  const removePartial = (): void => rmSync(partial, { recursive: true, force: true });
  process.once("exit", removePartial);
  try {
    await inProduction(() => build(viteConfig(partial)));
    await compressFiles(partial);
    await writeFile(join(partial, "inputs.sha256"), hash);
    await replaceFolder(outDir, partial);
  } finally {
    process.off("exit", removePartial);
    await rm(partial, { recursive: true, force: true });
  }
  return { built: true, outDir };
}

/** Removes what builds have left behind that were killed; one that still runs keeps its folder. */
async function removeLeftovers(outDir: string): Promise<void> {
  for await (const name of glob(`${basename(outDir)}.partial-*`, { cwd: dirname(outDir) })) {
    const pid = Number(/\.partial-(\d+)-/.exec(name)?.[1] ?? NaN);
    if (!isRunning(pid)) await rm(join(dirname(outDir), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is one, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Replaces a folder with another, even if another process does so at the same time. */
async function replaceFolder(folder: string, replacement: string): Promise<void> {
  for (;;) {
    await rm(folder, { recursive: true, force: true });
    try {
      return await rename(replacement, folder);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
    }
  }
}

/** Vite and its plugins take the kind of build from NODE_ENV, which a test runner or a shell may have set. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await work();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function hashInputs(): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(inputs, { cwd: packageRoot })) paths.push(path);
  const hash = createHash("sha256");
  for (const path of paths.toSorted()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(packageRoot, path)))
      .update("\0");
  }
  return hash.digest("hex");
}
