import { useEffect, type RefObject } from "react";

/**
 * Keeps the keyboard's focus: if what had it is gone, an element gets it, so that neither Escape nor the next Tab starts from
 * the top of the page.
 *
 * @param element Can have the focus, without being a stop of Tab.
 * @param when Is another value whenever something may have gone; `undefined` as long as nothing has.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, when: unknown): void {
  useEffect(() => {
    if (when !== undefined && document.activeElement === document.body) element.current?.focus();
  }, [element, when]);
}
