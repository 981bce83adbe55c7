import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { useFormValue, type InputProps } from "sanity";
import { z } from "zod";
import { importRecord, importRecordId, publishedId } from "../../../../schemas/index.ts";
import { resolveDirection } from "../../../direction/text-direction.ts";
import { useLiveQuery, type LiveQuery } from "../../../live/use-live-query.ts";
import { shownOf, versionsOf } from "../../../seen/seen-document.ts";
import { seenDocumentsQuery } from "../../../seen/seen-documents-query.ts";
import { useCameFrom } from "../../pane/open-document.ts";
import { useStoryActs, type StoryActs } from "../../pane/use-story-acts.ts";
import { FormSuggestionsContext } from "./form-suggestions.ts";

/** Around the form of a document: knows what the source says otherwise of it, for the fields that this is about. */
export function WithSuggestions(props: InputProps): ReactElement {
  if (props.id !== "root" || !imported.has(props.schemaType.name)) return props.renderDefault(props);
  return <Around type={props.schemaType.name}>{props.renderDefault(props)}</Around>;
}

/** Types of documents that an import may say something else of. */
const imported: ReadonlySet<string> = new Set(["article", "newsImage"]);

const suggestions = z
  .object({ suggestions: importRecord.shape.suggestions.nullish() })
  .nullable()
  .catch(null);

const suggestionsQuery = (articleId: string): LiveQuery<typeof suggestions> => ({
  query: "*[_id == $id][0]{suggestions}",
  listenTo: "*[_id == $id]",
  params: { id: importRecordId(articleId) },
  schema: suggestions,
  perspective: "raw",
});

function Around({ type, children }: { readonly type: string; readonly children: ReactNode }): ReactElement {
  const [id, language, ownDirection] = [
    useFormValue(["_id"]),
    useFormValue(["language"]),
    useFormValue(["direction"]),
  ];
  const documentId = typeof id === "string" ? publishedId(id) : "";
  const cameFrom = useCameFrom();
  // A picture has no record: what the source says of it stands in that of the story from which it was opened.
  const articleId = type === "article" ? documentId : (cameFrom ?? "");
  const record = useLiveQuery(
    useMemo(() => (articleId === "" ? undefined : suggestionsQuery(articleId)), [articleId]),
  );
  const open = useMemo(() => {
    const all = record.kind === "loaded" ? (record.value?.suggestions ?? []) : [];
    return all.filter((one) => one.state === "open" && publishedId(one.documentId) === documentId);
  }, [record, documentId]);
  const ids = [...new Set(open.flatMap((one) => versionsOf(one.documentId)))].join(" ");
  const seen = useLiveQuery(
    useMemo(() => (ids === "" ? undefined : seenDocumentsQuery(ids.split(" "))), [ids]),
  );
  const acts = useSteadyActs();
  const [actedAt, setActedAt] = useState<string>();
  const value = useMemo(
    () => ({
      articleId,
      suggestions: open,
      seen: seen.kind === "loaded" ? (shownOf(documentId, seen.value) ?? null) : undefined,
      direction: resolveDirection("content", {
        documentLanguage: language,
        documentDirection: ownDirection,
      }),
      acts,
      actedAt,
      setActedAt,
    }),
    [articleId, open, seen, documentId, language, ownDirection, acts, actedAt],
  );
  return <FormSuggestionsContext.Provider value={value}>{children}</FormSuggestionsContext.Provider>;
}

/** The acts as one object for as long as there is nothing new to say about them: a form is drawn anew with each key. */
function useSteadyActs(): StoryActs {
  const acts = useStoryActs();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const carryOut = useCallback<StoryActs["carryOut"]>(
    (what, said) => latest.current.carryOut(what, said),
    [],
  );
  const { isBusy, last } = acts;
  return useMemo(() => ({ isBusy, last, carryOut }), [isBusy, last, carryOut]);
}
