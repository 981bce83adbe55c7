import type { SanityClient } from "@sanity/client";
import { randomUUID } from "node:crypto";
import type { OutletProfile, TaughtRule } from "../../schemas/index.ts";
import { ImportError } from "../import-error.ts";
import { openConnection } from "../lake-connection/open-connection.ts";
import { runContext } from "../run-context.ts";
import { fetchProfiles } from "./fetch-profiles.ts";
import { keepProfile } from "./keep-profile.ts";
import { knownOutlet, storedSample } from "./known-outlet.ts";
import { listOutlets } from "./list-outlets.ts";
import { type OutletsFile, outletsFile } from "./outlets-file.ts";

/** What is known of all outlets, to be shared with another newsroom. No text of a story is in it, but lines that several share. */
export async function exportOutlets(client: SanityClient, signal?: AbortSignal): Promise<OutletsFile> {
  const outlets = await listOutlets(client, signal);
  return {
    format: "copydesk-outlets-1",
    outlets: outlets.map(({ key, name, taught, sample }) => ({
      key,
      name,
      ...(taught && { taught }),
      sample,
    })),
  };
}

/**
 * Adds what another newsroom knows of outlets to what is known here; returns their keys. Doing so again changes nothing.
 * Of one story that both have seen, the text seen here counts; so does what was taught here, if the other has taught the
 * same shape.
 *
 * @throws {ImportError} `outlets-unreadable` for a file that is none, or when the lake cannot be reached.
 */
export async function importOutlets(
  client: SanityClient,
  text: string,
  { signal, path }: { readonly signal?: AbortSignal; readonly path: string },
): Promise<string[]> {
  const { outlets } = parseFile(text, path);
  const run = randomUUID();
  const lake = openConnection(client, runContext({ signal }), { run });
  const known = await fetchProfiles(
    lake,
    outlets.map(({ key }) => key),
  );
  for (const { key, name, taught, sample: theirs } of outlets) {
    const stored = known.get(key);
    const sample = storedSample({ sample: theirs });
    sample.addAll(storedSample(stored));
    const teach = (own: OutletProfile["taught"]): OutletProfile["taught"] => joined(own ?? [], taught ?? []);
    const outlet = { key, name: stored?.name ?? name };
    const { profile } = knownOutlet(outlet, sample, teach(stored?.taught));
    await keepProfile(lake, run, { profile, stored, sample }, teach);
  }
  return outlets.map(({ key }) => key);
}

function joined(own: readonly TaughtRule[], theirs: readonly TaughtRule[]): TaughtRule[] | undefined {
  const shapes = new Set(own.map(({ shape }) => shape));
  const keys = new Set(own.map(({ _key }) => _key));
  const news = theirs.filter(({ shape, _key }) => !shapes.has(shape) && !keys.has(_key));
  return own.length + news.length === 0 ? undefined : [...own, ...news];
}

function parseFile(text: string, path: string): OutletsFile {
  try {
    return outletsFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new ImportError("outlets-unreadable", `Cannot read "${path}": it is not a file of outlets`, {
      hint: 'Name a file that "copydesk outlets export" wrote.',
      cause,
    });
  }
}
