import { createContext } from "react";
import { type Path, type Suggestion, formatPath, parsePath } from "../../../../schemas/index.ts";
import type { SuggestionCardProps } from "../../../suggestions/suggestion-card.tsx";

/** What the source says otherwise of the document whose form this is, and what was done about it here. */
export interface FormSuggestions extends Pick<
  SuggestionCardProps,
  "articleId" | "seen" | "direction" | "acts"
> {
  readonly suggestions: readonly Suggestion[];
  /** The field in which something was done last. */
  readonly actedAt: string | undefined;
  setActedAt(field: string): void;
}

export const FormSuggestionsContext = createContext<FormSuggestions | undefined>(undefined);

/**
 * The field of a form that shows a suggestion, as a path: the innermost that a form has without opening a member of a list.
 * Pure.
 */
export function fieldOf({ path }: Pick<Suggestion, "path">): string {
  const steps: Path = parsePath(path) ?? [];
  const member = steps.findIndex((step) => typeof step !== "string");
  return formatPath(member < 0 ? steps : steps.slice(0, member));
}
