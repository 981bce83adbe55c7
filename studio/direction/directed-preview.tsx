import type { ReactElement } from "react";
import type { PreviewProps } from "sanity";

type Text = PreviewProps["title"];

/** Keeps each text of a preview apart from its neighbours, and lets it run the way its first letter does. */
export function DirectedPreview(props: PreviewProps): ReactElement {
  return props.renderDefault({
    ...props,
    title: isolate(props.title),
    subtitle: isolate(props.subtitle),
    description: isolate(props.description),
  });
}

const isolate = (text: Text): Text => (typeof text === "string" ? <bdi dir="auto">{text}</bdi> : text);
