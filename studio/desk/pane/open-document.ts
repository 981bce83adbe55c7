import { useCallback, useEffect, useMemo, useRef } from "react";
import { type Path, type ValidationMarker, isKeySegment } from "sanity";
import { useDocumentPane, usePaneRouter } from "sanity/structure";
import { type PathStep, formatPath, parsePath } from "../../../schemas/index.ts";
import { useQuiet } from "../../live/use-quiet.ts";

/** The document in whose pane something stands. */
export interface OpenDocument {
  /** As the form showed it when nobody typed. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** What Studio says about that. */
  readonly validation: readonly ValidationMarker[];
  /** The field that the editor is in; empty if none. */
  readonly focusPath: readonly PathStep[];
  /** Leads the editor to a field. */
  focusOn(path: readonly PathStep[]): void;
}

/**
 * Tells of the document in whose pane it is called: the same object for as long as somebody types. `useDocumentPane` is one
 * of Studio's internals, and stands in this file alone; `test/browser/story.test.ts` holds what is taken from it.
 */
export function useOpenDocument(): OpenDocument {
  const pane = useDocumentPane();
  const { displayed, validation } = pane;
  const { shown, said } = useQuiet(
    useMemo(() => ({ shown: { ...displayed }, said: validation }), [displayed, validation]),
  );
  const latest = useRef(pane);
  useEffect(() => {
    latest.current = pane;
  });
  const focusOn = useCallback((path: readonly PathStep[]): void => {
    latest.current.onPathOpen([...path]);
    latest.current.onFocus([...path]);
  }, []);
  const focusKey = formatPath(stepsOf(pane.focusPath));
  return useMemo(
    () => ({ shown, validation: said, focusPath: parsePath(focusKey) ?? [], focusOn }),
    [shown, said, focusKey, focusOn],
  );
}

/** The panel beside the form of the pane in which it is called: which one is open, if any, and how to open one. */
export function useInspectors(): {
  readonly inspector: string | undefined;
  openInspector(name: string): void;
} {
  const { inspector, openInspector } = useDocumentPane();
  const { params } = usePaneRouter();
  return { inspector: inspector?.name ?? params?.["inspect"], openInspector };
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
