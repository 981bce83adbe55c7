import { useLayoutEffect, type ReactElement } from "react";
import { useCurrentLocale, type LayoutProps } from "sanity";
import { directionOf } from "../../../schemas/index.ts";

/** Says of the page which language the Studio is in, and lays it out in the direction of that language. */
export function LanguageDirection(props: LayoutProps): ReactElement {
  const { id } = useCurrentLocale();
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = id;
    page.dir = directionOf(id);
  }, [id]);
  return props.renderDefault(props);
}
