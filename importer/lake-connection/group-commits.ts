import pLimit from "p-limit";
import type { Mutation } from "../dataset/mutation.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import type { CommitResult, LakeConnection } from "./connect-lake.ts";

/** Characters of mutations in one request: hosted Sanity accepts 4 MB, and a character may take four bytes. */
const mostCharacters = 900_000;

/** Requests under way at a time: while the lake is busy, the next ones are planned and fill up. */
const mostRequests = 2;

interface Waiting {
  readonly mutations: readonly Mutation[];
  readonly transactionId: string;
  readonly characters: number;
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A connection that groups transactions committed at the same moment into one, since each costs a request against the
 * rate limit and a disk write. If the lake declines the group, each is sent on its own, so that no story suffers from
 * another.
 */
export function groupCommits(lake: LakeConnection): LakeConnection {
  const limit = pLimit(mostRequests);
  let waiting: Waiting[] = [];

  function flush(): void {
    const groups = groupsOf(waiting);
    waiting = [];
    for (const group of groups) {
      limit(() => sendGroup(lake, group)).catch((error: unknown) => {
        for (const one of group) one.reject(error);
      });
    }
  }

  return {
    ...lake,
    commit(mutations, transactionId, options) {
      if (options?.afterAbort) return lake.commit(mutations, transactionId, options);
      return new Promise((resolve, reject) => {
        // Everything committed in this turn of the event loop is grouped.
        if (waiting.length === 0) setImmediate(flush);
        const characters = charactersOf(mutations);
        waiting.push({ mutations, transactionId, characters, resolve, reject });
      });
    },
  };
}

/** Approximate length of a value as JSON: exact except for escapes, and much cheaper than serialising it. */
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

/** Splits the waiting transactions into as few requests as possible, but two if there is enough for two. */
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

/** Settles every member; if the lake is lost, it is lost for all of them. */
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

/** The mutations of all members, without repeated creations: for the later member the document already exists. */
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
