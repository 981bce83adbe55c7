import { useToast } from "@sanity/ui/toast";
import { useCallback, useMemo, useState } from "react";
import {
  getValueAtPath,
  useClient,
  useValidationStatus,
  type DocumentActionComponent,
  type SanityDocument,
} from "sanity";
import { z } from "zod";
import { draftId, publishedId } from "../../schemas/index.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { collectUnpublished, invalidAmong } from "./collect-unpublished.ts";
import { referencedIds } from "./referenced-ids.ts";

const ids = z.array(z.string());

/**
 * Extends Studio's publish action to the unpublished documents that a document refers to: an imported article
 * comes with the drafts of its images and sources, and one click publishes them with it, all or nothing.
 *
 * Where nothing unpublished is referred to, the action is Studio's own.
 */
export function publishWithReferences(publish: DocumentActionComponent): DocumentActionComponent {
  const PublishWithReferences: DocumentActionComponent = (props) => {
    const { id, type, draft } = props;
    const original = publish(props);
    const client = useClient({ apiVersion: "2025-02-19" });
    const toast = useToast();
    const { validation, isValidating } = useValidationStatus(draftId(id), type, true);
    const [isPublishing, setIsPublishing] = useState(false);
    const unpublished = useUnpublishedReferences(draft);

    const onHandle = useCallback(async () => {
      if (draft === null) return;
      setIsPublishing(true);
      try {
        const raw = client.withConfig({ perspective: "raw" });
        const drafts = await collectUnpublished(draft, (wanted) =>
          raw.fetch<SanityDocument[]>("*[_id in $wanted]", { wanted }),
        );
        const [invalid] = invalidAmong(drafts);
        if (invalid !== undefined) throw new Error(`A referenced ${invalid._type} is not valid yet`);
        await client.action(
          [...drafts, draft].map(({ _id }) => ({
            actionType: "sanity.action.document.publish" as const,
            draftId: draftId(publishedId(_id)),
            publishedId: publishedId(_id),
          })),
        );
        toast.push({ status: "success", title: `Published with ${count(drafts.length)}` });
      } catch (error) {
        const description = error instanceof Error ? error.message : String(error);
        toast.push({ status: "error", title: "Nothing was published", description });
      } finally {
        setIsPublishing(false);
      }
    }, [client, draft, toast]);

    if (original === null || draft === null || unpublished.size === 0) return original;
    // Studio counts a reference to an unpublished document as an error; it is the one that this action mends.
    const hasOtherErrors = validation.some(({ level, path }) => {
      const value = level === "error" ? getValueAtPath(draft, path) : undefined;
      const target = typeof value === "object" && value !== null && "_ref" in value ? value._ref : undefined;
      return level === "error" && !(typeof target === "string" && unpublished.has(target));
    });
    return {
      ...original,
      label: isPublishing ? "Publishing …" : "Publish with references",
      title: hasOtherErrors ? "There are validation errors that need to be fixed first" : undefined,
      disabled: hasOtherErrors || isValidating || isPublishing,
      onHandle,
    };
  };
  PublishWithReferences.action = "publish";
  PublishWithReferences.displayName = "PublishWithReferences";
  return PublishWithReferences;
}

/** Published ids of the drafts that a document refers to and that were never published; kept up to date. */
function useUnpublishedReferences(document: SanityDocument | null): ReadonlySet<string> {
  const key = JSON.stringify(referencedIds(document));
  const live = useMemo(() => {
    const published = ids.parse(JSON.parse(key));
    const params = { ids: [...published, ...published.map(draftId)] };
    const query = "*[_id in $ids]";
    return { query: `${query}._id`, listenTo: query, params, schema: ids, perspective: "raw" } as const;
  }, [key]);
  const result = useLiveQuery(live);
  return useMemo(() => {
    const existing = new Set(result.kind === "loaded" ? result.value : []);
    return new Set([...existing].map(publishedId).filter((id) => !existing.has(id)));
  }, [result]);
}

const count = (documents: number): string =>
  `${documents} referenced ${documents === 1 ? "document" : "documents"}`;
