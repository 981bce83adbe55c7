import { useLayoutEffect, type ReactElement } from "react";
import { useCurrentLocale, type LayoutProps } from "sanity";
import { StyleSheetManager } from "styled-components";
import { directionOf } from "../../../schemas/index.ts";
import { logicalSides } from "./logical-sides.ts";

import "./right-to-left.css";

/** Says of the page which language the Studio is in, and lays it out in the direction of that language. */
export function LanguageDirection(props: LayoutProps): ReactElement {
  const { id } = useCurrentLocale();
  const direction = directionOf(id);
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = id;
    page.dir = direction;
  }, [id, direction]);
  if (direction === "ltr") return props.renderDefault(props);
  return <StyleSheetManager stylisPlugins={plugins}>{props.renderDefault(props)}</StyleSheetManager>;
}

/** Studio's styles name left and right. */
const plugins = [logicalSides];
