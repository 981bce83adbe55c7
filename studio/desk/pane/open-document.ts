import { useMediaIndex } from "@sanity/ui";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { type Path, type ValidationMarker, isKeySegment } from "sanity";
import { useDocumentPane, usePaneRouter } from "sanity/structure";
import { type PathStep, formatPath, parsePath, publishedId } from "../../../schemas/index.ts";
import { useQuiet } from "../../live/use-quiet.ts";

/** The document in whose pane something stands. */
export interface OpenDocument {
  /** As the form showed it when nobody typed. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** What Studio says about that. */
  readonly validation: readonly ValidationMarker[];
  /** The field that the editor is in; empty if none. */
  readonly focusPath: readonly PathStep[];
  /** Leads the editor to a field; where a panel covers the form, it is closed for that. */
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
  const { params, setParams } = usePaneRouter();
  const isRoomy = useIsRoomy();
  const latest = useRef({ pane, params, setParams, isRoomy });
  useEffect(() => {
    latest.current = { pane, params, setParams, isRoomy };
  });
  const focusOn = useCallback((path: readonly PathStep[]): void => {
    const now = latest.current;
    if (now.isRoomy) now.pane.onPathOpen([...path]);
    // Both in one: of two changes of the address right after another, the second takes the first back.
    else now.setParams({ ...now.params, inspect: undefined, path: formatPath(path) });
    now.pane.onFocus([...path]);
  }, []);
  const focusKey = formatPath(stepsOf(pane.focusPath));
  return useMemo(
    () => ({ shown, validation: said, focusPath: parsePath(focusKey) ?? [], focusOn }),
    [shown, said, focusKey, focusOn],
  );
}

/** The panels beside the form of the pane in which it is called. */
interface Inspectors {
  /** The one that is open; `undefined` if none is. */
  readonly inspector: string | undefined;
  /** Opens one, unless the editor is on the way to another document: Studio would lead them back. */
  openInspector(name: string): void;
  /** Whether there is room beside the form, which a panel would cover otherwise. */
  readonly isRoomy: boolean;
}

/** Tells of the panels beside the form of the pane in which it is called. */
export function useInspectors(): Inspectors {
  const { inspector, openInspector: open, documentId } = useDocumentPane();
  const { params } = usePaneRouter();
  const openInspector = useCallback(
    (name: string): void => {
      // The address changes at once, and what is drawn later.
      if (location.pathname.includes(documentId)) open(name);
    },
    [open, documentId],
  );
  return { inspector: inspector?.name ?? params?.["inspect"], openInspector, isRoomy: useIsRoomy() };
}

/** The id of what one was led from to the document in whose pane it is called, if that was a document; else of a list. */
export function useCameFrom(): string | undefined {
  const { routerPanesState, groupIndex } = usePaneRouter();
  const id = routerPanesState[groupIndex - 1]?.at(-1)?.id;
  return id === undefined ? undefined : publishedId(id);
}

/** Up to which of the widths that Studio distinguishes a panel covers the form. */
const widestPhone = 1;

const useIsRoomy = (): boolean => useMediaIndex() > widestPhone;

/** Studio's paths may also name stretches of a list, which no focus does. Pure. */
export function stepsOf(path: Path): PathStep[] {
  const steps: PathStep[] = [];
  for (const step of path) {
    if (typeof step === "string" || typeof step === "number") steps.push(step);
    else if (isKeySegment(step)) steps.push({ _key: step._key });
  }
  return steps;
}
