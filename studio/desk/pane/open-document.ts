import { type Path, type ValidationMarker, isKeySegment } from "sanity";
import { useDocumentPane, usePaneRouter } from "sanity/structure";
import type { PathStep } from "../../../schemas/index.ts";

/** The document in whose pane something stands. */
export interface OpenDocument {
  /** As the form shows it, with what was typed a moment ago. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** The field that the editor is in; empty if none. */
  readonly focusPath: readonly PathStep[];
  readonly validation: readonly ValidationMarker[];
  /** Leads the editor to a field. */
  focusOn(path: readonly PathStep[]): void;
  /** The panel beside the form that is open; `undefined` if none is. */
  readonly inspector: string | undefined;
  openInspector(name: string): void;
}

/**
 * Tells of the document in whose pane it is called. `useDocumentPane` is one of Studio's internals, and stands here alone;
 * `test/browser/story.test.ts` holds what is taken from it.
 */
export function useOpenDocument(): OpenDocument {
  const { displayed, focusPath, validation, onFocus, onPathOpen, inspector, openInspector } =
    useDocumentPane();
  const { params } = usePaneRouter();
  return {
    shown: { ...displayed },
    focusPath: stepsOf(focusPath),
    validation,
    focusOn(path) {
      onPathOpen([...path]);
      onFocus([...path]);
    },
    inspector: inspector?.name ?? params?.["inspect"],
    openInspector,
  };
}

/** Studio's paths may also name stretches of a list, which no focus does. Pure. */
export function stepsOf(path: Path): PathStep[] {
  const steps: PathStep[] = [];
  for (const step of path) {
    if (typeof step === "string" || typeof step === "number") steps.push(step);
    else if (isKeySegment(step)) steps.push({ _key: step._key });
  }
  return steps;
}
