import type { Mapping } from "../parse/mapping/mapping.ts";
import { inputReading } from "../read/input-reading.ts";
import type { ListedInput } from "../read/list-inputs.ts";
import type { Journal } from "../runs/journal/journal.ts";
import { type KnownOutlet, type StoredProfile, knownOutlet, storedSample } from "./known-outlet.ts";
import { lookThroughArchive } from "./look-through-archive.ts";
import { type ListedFile, lookThroughFiles } from "./look-through-files.ts";
import { type Outlet, outletOf } from "./outlet-of.ts";
import { sampleIdOf, StorySample } from "./sample/story-sample.ts";

export interface LearnOptions {
  readonly mapping?: Mapping | undefined;
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly journal?: Pick<Journal, "get"> | undefined;
  /** Reads what is known of outlets, by key (default: nothing is). */
  readonly fetchProfiles?: (keys: readonly string[]) => Promise<ReadonlyMap<string, StoredProfile>>;
}

/** What is known of an outlet after a look at its stories, and before. */
export interface LearnedOutlet extends KnownOutlet {
  readonly stored: StoredProfile | undefined;
  readonly sample: StorySample;
}

/** Most outlets that are learned in a run; of more, such as the hosts of a web archive, those with the smallest digests. */
const mostOutlets = 1_000;

/** Files named so are rarely plain text, and take longer to tell: they are not opened twice. */
const otherFormat =
  /\.(?:x?html?|md|markdown|xml|rss|atom|rdf|nitf|newsml|g2|wxr|json|ninjs|ndjson|jsonl|csv|tsv)$/i;
const archive = /\.(?:zip|tar|tgz|gz|warc|wet)$/i;

/**
 * Looks through the plain texts of a run's inputs before they are read as stories, and adds what their outlets have in
 * common to what is known of them. All stories of a run are then read by the same rules, whatever their order.
 *
 * Takes time for at most a few hundred files of each outlet, and no memory that grows with the stories. Standard input
 * and pipes, which can be read once only, are not looked through, nor are files that are named as other formats are.
 *
 * @throws {Error} What `fetchProfiles` throws.
 */
export async function learnOutlets(
  inputs: readonly ListedInput[],
  { fetchProfiles = async () => new Map(), ...options }: LearnOptions,
): Promise<Map<string, LearnedOutlet>> {
  const { parsers, encoding } = inputReading(options);
  const context = { ...options, parsers, encoding };
  const files = inputs.filter((input) => input.kind === "file");
  const packed = files.filter(({ path }) => archive.test(path));
  const fresh = await fromArchives(packed, context);
  const folders = Map.groupBy(
    files.filter(({ path }) => !archive.test(path) && !otherFormat.test(path)),
    (file) => outletOfFile(file)?.key ?? "",
  );
  folders.delete("");
  const outlets = fewest([
    ...[...fresh].map(([key, { outlet }]) => [key, outlet] as const),
    ...[...folders].flatMap(([key, [file]]) => {
      const outlet = file && outletOfFile(file);
      return outlet === undefined ? [] : [[key, outlet] as const];
    }),
  ]);
  const known = await fetchProfiles([...outlets.keys()]);
  const learned = new Map<string, LearnedOutlet>();
  for (const [key, outlet] of outlets) {
    const stored = known.get(key);
    const sample = storedSample(stored);
    sample.addAll(fresh.get(key)?.sample);
    await lookThroughFiles(folders.get(key) ?? [], sample, context);
    if (sample.stories.size === 0 && stored === undefined) continue;
    const own = knownOutlet({ key, name: stored?.name ?? outlet.name }, sample, stored?.taught);
    learned.set(key, { ...own, stored, sample });
  }
  return learned;
}

const outletOfFile = ({ relativePath: place, root }: ListedFile): Outlet | undefined =>
  outletOf({ place, root });

async function fromArchives(
  files: readonly ListedFile[],
  context: Parameters<typeof lookThroughArchive>[2],
): Promise<Map<string, { readonly outlet: Outlet; readonly sample: StorySample }>> {
  let found = new Map<string, { readonly outlet: Outlet; readonly sample: StorySample }>();
  const sampleOf = (outlet: Outlet): StorySample => {
    const known = found.get(outlet.key);
    if (known !== undefined) return known.sample;
    const sample = new StorySample();
    found.set(outlet.key, { outlet, sample });
    return sample;
  };
  for (const file of files) {
    await lookThroughArchive(file, sampleOf, context);
    // Dropped in between, since there may be as many hosts as pages.
    found = fewest(found);
  }
  return found;
}

function fewest<Value>(outlets: Iterable<readonly [string, Value]>): Map<string, Value> {
  const all = new Map(outlets);
  if (all.size <= mostOutlets) return all;
  const byDigest = [...all].map((entry) => ({ entry, digest: sampleIdOf(entry[0]) }));
  const kept = byDigest.toSorted((a, b) => (a.digest < b.digest ? -1 : 1)).slice(0, mostOutlets);
  return new Map(kept.map(({ entry }) => entry));
}
