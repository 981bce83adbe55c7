import type { ComponentType, PropsWithChildren } from "react";

interface DecoratorLook {
  readonly icon: ComponentType;
  readonly component: ComponentType<PropsWithChildren>;
}

/** How the text editor shows the marks that it has no look of its own for, and their buttons. */
export const decoratorLooks: Readonly<Record<string, DecoratorLook>> = {
  sub: {
    icon: () => (
      <span data-sanity-icon="" style={{ fontSize: "0.75em" }}>
        x<sub>2</sub>
      </span>
    ),
    component: ({ children }) => <sub>{children}</sub>,
  },
  sup: {
    icon: () => (
      <span data-sanity-icon="" style={{ fontSize: "0.75em" }}>
        x<sup>2</sup>
      </span>
    ),
    component: ({ children }) => <sup>{children}</sup>,
  },
};
