import { useToast } from "@sanity/ui/toast";
import { useEffect, useMemo, useRef, useState } from "react";
import {
  useClient,
  useSyncState,
  useTranslation,
  useValidationStatus,
  type DocumentActionComponent,
  type SanityClient,
  type SanityDocument,
} from "sanity";
import { z } from "zod";
import { draftId, publishedId, referencedIds } from "../../schemas/index.ts";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import { reasonOf } from "../desk/i18n/reason-of.ts";
import { useWarning } from "../desk/pane/use-warning.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { collectUnpublished, invalidAmong } from "./collect-unpublished.ts";
import { useAskFirst } from "./use-ask-first.ts";

const ids = z.array(z.string());

/**
 * Extends Studio's publish action to the unpublished documents that a document refers to: an imported article
 * comes with the drafts of its images and sources, and one click publishes all of them or none.
 *
 * If a document refers to nothing unpublished, the action is Studio's own. Either asks first where an order of the story's source speaks against it.
 */
export function publishWithReferences(publish: DocumentActionComponent): DocumentActionComponent {
  const PublishWithReferences: DocumentActionComponent = (props) => {
    const { id, type, draft } = props;
    const original = publish(props);
    const client = useClient({ apiVersion: "2025-02-19" });
    const { t } = useTranslation(deskNamespace);
    const toast = useToast();
    const askFirst = useAskFirst(useWarning(publishedId(id)));
    const { validation, isValidating } = useValidationStatus(draftId(id), type, true);
    const { isSyncing } = useSyncState(id, type);
    const unpublished = useUnpublishedReferences(draft);
    const [isRequested, setIsRequested] = useState(false);
    const isPublishing = useRef(false);
    const hasErrors = validation.some(({ level }) => level === "error");

    // The last keystrokes must be saved and validated before the draft is published.
    const isReady = isRequested && !isSyncing && !isValidating;
    useEffect(() => {
      if (!isReady || draft === null || isPublishing.current) return;
      isPublishing.current = true;
      publishAll(draft, hasErrors, client, t)
        .then(
          (count) => toast.push({ status: "success", title: t("publish.did", { count }) }),
          (error: unknown) => {
            toast.push({ status: "error", title: t("publish.nothing"), description: reasonOf(error, t) });
          },
        )
        .finally(() => {
          isPublishing.current = false;
          setIsRequested(false);
        });
    }, [isReady, draft, hasErrors, client, t, toast]);

    if (original === null || draft === null) return original;
    // Until the unpublished references are known, Studio's own action could only fail.
    if (unpublished === undefined) return { ...original, disabled: true };
    if (unpublished.size === 0 && !isRequested) return askFirst(original);
    return askFirst({
      ...original,
      label: t(isRequested ? "publish.publishing" : "publish.with-references"),
      title: hasErrors ? t("publish.correct-first") : undefined,
      disabled: isRequested || (hasErrors && !isValidating),
      onHandle: () => setIsRequested(true),
    });
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
  const key = useMemo(() => JSON.stringify(referencedIds(document)), [document]);
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
async function publishAll(
  draft: SanityDocument,
  hasErrors: boolean,
  client: SanityClient,
  t: (...asked: ["publish.correct-first"] | ["publish.correct-reference", { readonly id: string }]) => string,
): Promise<number> {
  if (hasErrors) throw new Error(t("publish.correct-first"));
  const raw = client.withConfig({ perspective: "raw" });
  const drafts = await collectUnpublished(draft, (wanted) =>
    raw.fetch<SanityDocument[]>("*[_id in $wanted]", { wanted }),
  );
  const [invalid] = invalidAmong(drafts);
  if (invalid !== undefined) throw new Error(t("publish.correct-reference", { id: invalid._id }));
  await client.action(
    [...drafts, draft].map(({ _id }) => ({
      actionType: "sanity.action.document.publish" as const,
      draftId: draftId(_id),
      publishedId: publishedId(_id),
    })),
  );
  return drafts.length;
}
