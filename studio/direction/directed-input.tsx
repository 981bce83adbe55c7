import type { ReactElement } from "react";
import { useFormValue, type InputProps } from "sanity";
import { fieldDirection } from "./field-direction.ts";
import { resolveDirection } from "./text-direction.ts";

/** Wraps every input that holds text, so that the text runs in the direction of its language. */
export function DirectedInput(props: InputProps): ReactElement {
  const direction = fieldDirection(props.schemaType);
  if (direction === undefined) return props.renderDefault(props);
  return <Directed {...props} direction={direction} />;
}

function Directed({ direction, ...props }: InputProps & { direction: "content" | "ltr" }): ReactElement {
  const attributes = resolveDirection(direction, {
    ownLanguage: useFormValue([...props.path.slice(0, -1), "language"]),
    documentLanguage: useFormValue(["language"]),
    documentDirection: useFormValue(["direction"]),
  });
  return (
    <div {...attributes} data-text-direction={direction}>
      {props.renderDefault(props)}
    </div>
  );
}
