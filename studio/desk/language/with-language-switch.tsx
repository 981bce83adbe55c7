import { useEffect, useMemo, type ReactElement } from "react";
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
  useEffect(() => {
    if (isSwitching) document.querySelector<HTMLElement>(whereOneWas)?.focus();
    isSwitching = false;
  }, []);
  return props.renderDefault({ ...props, __internal_actions: actions });
}

/** Studio draws everything anew in the other language, and so loses the focus: it belongs where it was. */
let isSwitching = false;
const onSwitch = (): void => {
  isSwitching = true;
};

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
