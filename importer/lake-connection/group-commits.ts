import pLimit from "p-limit";
import type { Mutation } from "../dataset/mutation.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import type { CommitResult, LakeConnection } from "./connect-lake.ts";

/** Characters of mutations in one request: hosted Sanity takes 4 MB, and a character may have four bytes. */
const mostCharacters = 900_000;

/** Requests under way at a time: the next ones are planned while the lake works, and fill up while it is busy. */
const mostRequests = 2;

interface Waiting {
  readonly mutations: readonly Mutation[];
  readonly transactionId: string;
  readonly characters: number;
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A connection that sends transactions that are asked for at the same moment together, since each costs a request
 * of the rate limit and a write to the disk. They are carried out all at once; when the lake declines the whole,
 * each is sent on its own, so that no story suffers from another.
 */
export function groupCommits(lake: LakeConnection): LakeConnection {
  const limit = pLimit(mostRequests);
  let waiting: Waiting[] = [];

  function flush(): void {
    const groups = groupsOf(waiting);
    waiting = [];
    for (const group of groups) void limit(() => sendGroup(lake, group));
  }

  return {
    ...lake,
    commit(mutations, transactionId, options) {
      if (options?.afterAbort) return lake.commit(mutations, transactionId, options);
      return new Promise((resolve, reject) => {
        // Whatever is planned in this turn of the event loop belongs together.
        if (waiting.length === 0) setImmediate(flush);
        const characters = charactersOf(mutations);
        waiting.push({ mutations, transactionId, characters, resolve, reject });
      });
    },
  };
}

/** About the length of a value as JSON: exact but for escapes, and much cheaper than writing it. */
function charactersOf(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 8;
  if (Array.isArray(value)) {
    return value.reduce((total: number, member: unknown) => total + charactersOf(member) + 1, 2);
  }
  return Object.entries(value).reduce(
    (total, [name, member]) => total + name.length + 4 + charactersOf(member),
    2,
  );
}

/** Parts what is waiting into requests: as few as it fits into, but two where there is enough for two. */
function groupsOf(all: readonly Waiting[]): Waiting[][] {
  const total = all.reduce((sum, { characters }) => sum + characters, 0);
  const most = Math.min(mostCharacters, Math.max(total / mostRequests, mostCharacters / 2));
  const groups: Waiting[][] = [];
  let characters = Infinity;
  for (const one of all) {
    if (characters >= most || characters + one.characters > mostCharacters) {
      groups.push([]);
      characters = 0;
    }
    groups.at(-1)?.push(one);
    characters += one.characters;
  }
  return groups;
}

/** Settles every member; a lake that is lost is lost for all of them. */
async function sendGroup(lake: LakeConnection, group: readonly Waiting[]): Promise<void> {
  const sendOne = async (one: Waiting): Promise<void> => {
    try {
      one.resolve(await lake.commit(one.mutations, one.transactionId));
    } catch (error) {
      one.reject(error);
    }
  };
  const [first] = group;
  if (first === undefined) return;
  if (group.length === 1) return sendOne(first);

  const { mutations, repeats } = joined(group);
  const ids = group.map(({ transactionId }) => transactionId);
  const transactionId = transactionIdOf(ids);
  try {
    const result = await lake.commit(mutations, transactionId);
    if (result.kind !== "done") {
      for (const one of group) await sendOne(one);
      return;
    }
    for (const one of group) {
      const alreadyThere = new Set([...result.alreadyThere, ...(repeats.get(one) ?? [])]);
      one.resolve({ ...result, alreadyThere });
    }
  } catch (error) {
    for (const one of group) one.reject(error);
  }
}

/** The mutations of all, without making again what an earlier member makes: to the later one it exists. */
function joined(group: readonly Waiting[]): {
  readonly mutations: readonly Mutation[];
  readonly repeats: ReadonlyMap<Waiting, ReadonlySet<string>>;
} {
  const mutations: Mutation[] = [];
  const repeats = new Map<Waiting, Set<string>>();
  const made = new Set<string>();
  for (const one of group) {
    const own = new Set<string>();
    for (const mutation of one.mutations) {
      if ("createIfNotExists" in mutation) {
        const { _id } = mutation.createIfNotExists;
        if (made.has(_id)) {
          own.add(_id);
          continue;
        }
        made.add(_id);
      } else if ("delete" in mutation) {
        made.delete(mutation.delete.id);
      }
      mutations.push(mutation);
    }
    repeats.set(one, own);
  }
  return { mutations, repeats };
}
