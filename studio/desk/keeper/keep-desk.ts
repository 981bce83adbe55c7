import type { SanityClient } from "@sanity/client";
import { articlesShowing, keepReview, wakeReviews } from "../acts/keep-review.ts";

interface KeepDeskOptions {
  /** The user whose edits are followed: everybody's own Studio follows theirs. */
  readonly by: string;
  /** Hears of what could not be kept; it is tried again with the next change. */
  readonly onTrouble: (error: unknown) => void;
  /** How long a document must be left alone before its story is derived anew. */
  readonly settleMs?: number;
}

/** How often stories are looked for whose time has come. */
const wakeEveryMs = 60_000;

/**
 * Keeps true where stories stand while somebody has the desk open: after they have edited a document of a story, and when a
 * time comes that a story waits for, such as the end of an embargo. Acts of the desk need it not: they keep it true themselves.
 *
 * @returns Ends it.
 */
export function keepDesk(
  client: SanityClient,
  { by, onTrouble, settleMs = 1000 }: KeepDeskOptions,
): () => void {
  const edited = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work = Promise.resolve();
  const keepEdited = async (): Promise<void> => {
    const documentIds = [...edited];
    edited.clear();
    const articles = await Promise.all(documentIds.map((id) => articlesShowing(client, id)));
    for (const articleId of new Set(articles.flat())) await keepReview(client, articleId, { by });
  };
  const wake = (): void => {
    work = work.then(() => wakeReviews(client)).catch(onTrouble);
  };
  const subscription = client
    .listen(
      '*[_type in ["article", "newsImage"]]',
      {},
      {
        events: ["mutation"],
        includeResult: false,
        // Since 2025-02-19, a listener gets drafts only on request.
        includeAllVersions: true,
        visibility: "query",
      },
    )
    .subscribe({
      next: ({ identity, documentId }) => {
        if (identity !== by) return;
        edited.add(documentId);
        clearTimeout(timer);
        timer = setTimeout(() => {
          work = work.then(keepEdited).catch(onTrouble);
        }, settleMs);
      },
      error: onTrouble,
    });
  const waking = setInterval(wake, wakeEveryMs);
  wake();
  return () => {
    clearTimeout(timer);
    clearInterval(waking);
    subscription.unsubscribe();
  };
}
