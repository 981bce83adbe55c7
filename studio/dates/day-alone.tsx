import { Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { type InputProps, definePlugin } from "sanity";
import { dayNote } from "./day-note.ts";

function WithDayNote(props: InputProps): ReactElement {
  const note = dayNote(props.schemaType.name, props.value);
  if (note === undefined) return props.renderDefault(props);
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      <Text size={1} muted>
        {note}
      </Text>
    </Stack>
  );
}

/** Tells editors that a date has no time, under an input that shows one. */
export const dayAlone = definePlugin({
  name: "day-alone",
  form: { components: { input: WithDayNote } },
});
