import { useLayoutEffect, useMemo, type ReactElement } from "react";
import type { NavbarProps } from "sanity";
import { LanguageSwitch } from "./language-switch.tsx";

/**
 * Puts the choice of a language beside the user menu, and on a phone into the drawer that holds it.
 *
 * Studio 6.9 has a choice of languages in that menu, but builds without it, and lets nobody add to the menu.
 * `__internal_actions` is what Studio's own parts use; where it is gone, the Studio stays in the language it is in.
 */
export function WithLanguageSwitch(props: NavbarProps): ReactElement {
  const { __internal_actions: others } = props;
  const actions = useMemo(() => [...(others ?? []), ...switches], [others]);
  useLayoutEffect(() => {
    if (isSwitching) document.querySelector<HTMLElement>(whereOneWas)?.focus();
  }, []);
  return props.renderDefault({ ...props, __internal_actions: actions });
}

/**
 * Studio draws everything anew in the other language, some of it twice, and so loses the focus: it belongs where it was
 * until one does the next thing.
 */
let isSwitching = false;
function onSwitch(): void {
  isSwitching = true;
  const end = new AbortController();
  for (const next of ["keydown", "pointerdown"])
    addEventListener(
      next,
      () => {
        isSwitching = false;
        end.abort();
      },
      { capture: true, signal: end.signal },
    );
}

/** The button that was pressed, or on a phone the one that opens the drawer, which is closed again. */
const whereOneWas = "[data-language-switch], button:has([data-sanity-icon='menu'])";

const switches = [
  {
    name: "copydesk-language-topbar",
    location: "topbar",
    render: () => <LanguageSwitch place="topbar" onSwitch={onSwitch} />,
  },
  {
    name: "copydesk-language-drawer",
    location: "sidebar",
    render: () => <LanguageSwitch place="drawer" onSwitch={onSwitch} />,
  },
] as const;
