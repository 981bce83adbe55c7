import { useLayoutEffect, useMemo, type ReactElement } from "react";
import type { NavbarProps } from "sanity";
import { focusAfterSwitch } from "./focus-after-switch.ts";
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
  useLayoutEffect(focusAfterSwitch, []);
  return props.renderDefault({ ...props, __internal_actions: actions });
}

const switches = [
  {
    name: "copydesk-language-topbar",
    location: "topbar",
    render: () => <LanguageSwitch place="topbar" />,
  },
  {
    name: "copydesk-language-drawer",
    location: "sidebar",
    render: () => <LanguageSwitch place="drawer" />,
  },
] as const;
