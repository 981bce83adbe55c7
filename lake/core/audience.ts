import type { Commit, Interest } from "./dataset.ts";

type Listener = (commit: Commit) => void;

/** The subscribers of a dataset, found by what they want. */
export interface Audience {
  /** @returns A function that takes the listener out again. */
  add(listener: Listener, interest?: Interest): () => void;
  /** Everyone whom a commit may concern, in the order in which they came. */
  of(commit: Commit): readonly Listener[];
}

/**
 * Most listeners want one document or one type: asking each of them about every commit would cost the more, the more
 * editors have a document open.
 */
export function audience(): Audience {
  interface Seat {
    readonly listener: Listener;
    readonly number: number;
  }
  const everyone = new Set<Seat>();
  const byId = new Map<string, Set<Seat>>();
  const byType = new Map<string, Set<Seat>>();
  let seats = 0;

  return {
    add(listener, interest) {
      const seat = { listener, number: (seats += 1) };
      if (interest === undefined) {
        everyone.add(seat);
        return () => everyone.delete(seat);
      }
      const wanted = new Set(interest.values);
      const index = interest.kind === "ids" ? byId : byType;
      for (const value of wanted) {
        const taken = index.get(value);
        if (taken) taken.add(seat);
        else index.set(value, new Set([seat]));
      }
      return () => {
        for (const value of wanted) {
          const taken = index.get(value);
          taken?.delete(seat);
          if (taken?.size === 0) index.delete(value);
        }
      };
    },
    of({ changes }) {
      const concerned = new Set(everyone);
      for (const { id, before, after } of changes) {
        for (const seat of byId.get(id) ?? []) concerned.add(seat);
        for (const document of [before, after]) {
          for (const seat of (document && byType.get(document._type)) ?? []) concerned.add(seat);
        }
      }
      return [...concerned].sort((one, other) => one.number - other.number).map(({ listener }) => listener);
    },
  };
}
