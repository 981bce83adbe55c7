import { useToast } from "@sanity/ui/toast";
import { useEffect, useMemo, useState } from "react";
import {
  useClient,
  useSyncState,
  useValidationStatus,
  type DocumentActionComponent,
  type SanityClient,
  type SanityDocument,
} from "sanity";
import { z } from "zod";
import { draftId, publishedId, referencedIds } from "../../schemas/index.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { collectUnpublished, invalidAmong } from "./collect-unpublished.ts";

const ids = z.array(z.string());

/**
 * Extends Studio's publish action to the unpublished documents that a document refers to: an imported article
 * comes with the drafts of its images and sources, and one click publishes all of them or none.
 *
 * If a document refers to nothing unpublished, the action is Studio's own.
 */
export function publishWithReferences(publish: DocumentActionComponent): DocumentActionComponent {
  const PublishWithReferences: DocumentActionComponent = (props) => {
    const { id, type, draft } = props;
    const original = publish(props);
    const client = useClient({ apiVersion: "2025-02-19" });
    const toast = useToast();
    const { validation, isValidating } = useValidationStatus(draftId(id), type, true);
    const { isSyncing } = useSyncState(id, type);
    const unpublished = useUnpublishedReferences(draft);
    const [stage, setStage] = useState<"idle" | "requested" | "publishing">("idle");

    const hasErrors = validation.some(({ level }) => level === "error");

    // The last keystrokes must be saved and validated before the draft is published.
    const isReady = stage === "requested" && !isSyncing && !isValidating;
    useEffect(() => {
      if (!isReady || draft === null) return;
      setStage("publishing");
      publishAll(draft, hasErrors, client)
        .then(
          (references) => toast.push({ status: "success", title: `Published with ${count(references)}` }),
          (error: unknown) => {
            const description = error instanceof Error ? error.message : String(error);
            toast.push({ status: "error", title: "Nothing was published", description });
          },
        )
        .finally(() => setStage("idle"));
    }, [isReady, draft, hasErrors, client, toast]);

    if (original === null || draft === null) return original;
    // Until the unpublished references are known, Studio's own action could only fail.
    if (unpublished === undefined) return { ...original, disabled: true };
    if (unpublished.size === 0 && stage === "idle") return original;
    return {
      ...original,
      label: stage === "idle" ? "Publish with references" : "Publishing …",
      title: hasErrors ? correctFirst : undefined,
      disabled: stage !== "idle" || (hasErrors && !isValidating),
      onHandle: () => setStage("requested"),
    };
  };
  PublishWithReferences.action = "publish";
  PublishWithReferences.displayName = "PublishWithReferences";
  return PublishWithReferences;
}

/**
 * Published ids of the drafts that a document refers to and that were never published; kept up to date, and
 * `undefined` until known.
 */
function useUnpublishedReferences(document: SanityDocument | null): ReadonlySet<string> | undefined {
  const key = JSON.stringify(referencedIds(document));
  const live = useMemo(() => {
    const published = ids.parse(JSON.parse(key));
    const params = { ids: [...published, ...published.map(draftId)] };
    const query = "*[_id in $ids]";
    return { query: `${query}._id`, listenTo: query, params, schema: ids, perspective: "raw" } as const;
  }, [key]);
  const result = useLiveQuery(live);
  return useMemo(() => {
    if (result.kind === "loading") return undefined;
    // If the query failed, Studio's own action reports the references.
    const existing = new Set(result.kind === "loaded" ? result.value : []);
    return new Set([...existing].map(publishedId).filter((id) => !existing.has(id)));
  }, [result]);
}

/**
 * Publishes a draft and all unpublished drafts that it needs, in one transaction.
 *
 * @returns How many were published with it.
 * @throws {Error} When one of them is invalid, or the lake refuses; then nothing was published.
 */
async function publishAll(draft: SanityDocument, hasErrors: boolean, client: SanityClient): Promise<number> {
  if (hasErrors) throw new Error(correctFirst);
  const raw = client.withConfig({ perspective: "raw" });
  const drafts = await collectUnpublished(draft, (wanted) =>
    raw.fetch<SanityDocument[]>("*[_id in $wanted]", { wanted }),
  );
  const [invalid] = invalidAmong(drafts);
  if (invalid !== undefined)
    throw new Error(`Correct the referenced ${invalid._type} "${invalid._id}" first: it has errors`);
  await client.action(
    [...drafts, draft].map(({ _id }) => ({
      actionType: "sanity.action.document.publish" as const,
      draftId: draftId(_id),
      publishedId: publishedId(_id),
    })),
  );
  return drafts.length;
}

const correctFirst = "Correct the errors first";

const count = (documents: number): string =>
  `${documents} referenced ${documents === 1 ? "document" : "documents"}`;
