import type { SanityClient } from "@sanity/client";
import { type Suggestion, draftId, publishedId, referencedIds } from "../../schemas/index.ts";
import { type Act, saidOf } from "../desk/acts/act.ts";
import { type Outcome, carryOut } from "../desk/acts/carry-out.ts";
import { withSettled } from "../desk/acts/settle-problem.ts";
import type { StoryNow } from "../desk/acts/story-now.ts";
import { type SeenDocument, shownOf, versionsOf } from "../seen/seen-document.ts";
import { acceptSuggestion } from "./accept-suggestion.ts";

/** What an editor chooses: the source's version, the one that stands there, or a text of their own. */
export type Choice =
  { readonly kind: "accepted" | "rejected" } | { readonly kind: "edited"; readonly text: string };

/** Who has chosen, and on what. */
interface SettledBy {
  /** The version that the editor has looked at; `undefined` where there is none. */
  readonly seen: SeenDocument | undefined;
  /** The editor: a user's id. */
  readonly by: string;
}

/**
 * Settles a suggestion in one transaction: the document says what was chosen, and the import record says that the suggestion
 * is settled and where the story stands now, or none of it. It is carried out only on the document that the editor has
 * seen.
 *
 * @throws What the client throws, except where something has moved.
 */
export function settleSuggestion(
  client: SanityClient,
  articleId: string,
  suggestion: Suggestion,
  choice: Choice,
  { seen, by }: SettledBy,
): Promise<Outcome> {
  const references = referencesOf(suggestion).flatMap((id) => [id, draftId(id)]);
  const alsoRead = [...versionsOf(suggestion.documentId), ...references];
  return carryOut(client, settling(suggestion, choice, seen), { articleId, by, alsoRead });
}

const settling =
  (suggestion: Suggestion, choice: Choice, seen: SeenDocument | undefined): Act =>
  (story, actor) => {
    const { _key, documentId, incoming } = suggestion;
    const state = choice.kind === "rejected" ? "rejected" : "accepted";
    const wanted =
      choice.kind === "edited" ? { ...suggestion, incoming: JSON.stringify(choice.text) } : suggestion;
    const now = shownOf(documentId, story.documents);
    if (state === "accepted" && (now?._id !== seen?._id || now?._rev !== seen?._rev))
      return { kind: "moved" };
    const { suggestions = [] } = story.record;
    const stored = suggestions.find((one) => one._key === _key);
    if (stored?.state !== "open" || stored.incoming !== incoming) return { kind: "gone" };
    const accepted =
      state === "rejected" ? [] : seen && acceptSuggestion(wanted, seen, unpublishedOf(suggestion, story));
    if (accepted === undefined) return { kind: "gone" };
    const how = state === "accepted" ? "done" : "not-needed";
    return {
      said: withSettled(saidOf(story), [{ _key, code: "suggestion", how }], actor),
      suggestions: suggestions.map((one) => (one === stored ? { ...one, state } : one)),
      mutations: accepted,
    };
  };

const referencesOf = ({ incoming = "null" }: Suggestion): string[] => referencedIds(JSON.parse(incoming));

/** Types of the documents that the source refers to and that are not published yet, by published id. */
function unpublishedOf(suggestion: Suggestion, { documents }: StoryNow): ReadonlyMap<string, string> {
  const references = referencesOf(suggestion);
  const ids = new Set(documents.map(({ _id }) => _id));
  return new Map(
    documents
      .filter(({ _id }) => references.includes(publishedId(_id)) && !ids.has(publishedId(_id)))
      .map(({ _id, _type }) => [publishedId(_id), _type]),
  );
}
