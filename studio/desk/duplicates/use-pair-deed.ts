import { useState } from "react";
import { useClient } from "sanity";
import type { Act, Refusal } from "../acts/act.ts";
import { carryOut, type Outcome } from "../acts/carry-out.ts";
import { alsoReadOf } from "./decide-pair.ts";

/** What was done last to a pair of stories. */
type Did =
  | { readonly kind: "keep" | "two" | "take" | "undo"; readonly story: string }
  | { readonly kind: "refused"; readonly why: Refusal["kind"] | "failed"; readonly error?: unknown };

/** Something that an editor does to one of two stories. */
interface PairDeed {
  readonly kind: "keep" | "two" | "take";
  readonly act: Act;
  /** The story that the act is about, and the one it looks at. */
  readonly articleId: string;
  readonly otherId: string;
  /** Headline of the story that is kept. */
  readonly story: string;
}

interface PairDeeds {
  readonly did: Did | undefined;
  readonly isBusy: boolean;
  readonly carryOutOn: (deed: PairDeed) => void;
  /** Takes back what was done last; absent if there is nothing to take back. */
  readonly undo: (() => void) | undefined;
}

/** What one editor does to a pair of stories, and can undo. */
export function usePairDeed(by: string): PairDeeds {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [did, setDid] = useState<Did>();
  const [isBusy, setIsBusy] = useState(false);
  const [done, setDone] = useState<{ readonly undo: () => Promise<Outcome> }>();

  async function attempt(
    what: () => Promise<Outcome>,
    says: Did & { readonly story: string },
  ): Promise<void> {
    setIsBusy(true);
    try {
      const outcome = await what();
      if (outcome.kind !== "done") return setDid({ kind: "refused", why: outcome.kind });
      setDid(says);
      setDone(says.kind === "undo" ? undefined : { undo: () => outcome.undo() });
    } catch (error) {
      setDid({ kind: "refused", why: "failed", error });
    } finally {
      setIsBusy(false);
    }
  }

  return {
    did,
    isBusy,
    carryOutOn({ kind, act, articleId, otherId, story }) {
      const options = { articleId, by, alsoRead: alsoReadOf(otherId) };
      void attempt(() => carryOut(client, act, options), { kind, story });
    },
    undo: done && (() => void attempt(done.undo, { kind: "undo", story: "" })),
  };
}
