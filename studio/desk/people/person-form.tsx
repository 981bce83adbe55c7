import { Button, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { ColorChoice } from "./color-choice.tsx";

interface PersonFormProps {
  readonly name: string;
  readonly color: string;
  /** Of the button that sends it. */
  readonly label: string;
  readonly disabled: boolean;
  readonly onSubmit: (person: { readonly name: string; readonly color: string }) => void;
}

/** A name and a colour. It begins with those that it is given, and cannot be sent without a name. */
export function PersonForm({ label, disabled, onSubmit, ...given }: PersonFormProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [name, setName] = useState(given.name);
  const [color, setColor] = useState(given.color);
  const id = useId();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    onSubmit({ name, color });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Text as="label" htmlFor={id} size={1} weight="medium">
            {t("people.name")}
          </Text>
          <TextInput
            id={id}
            dir="auto"
            autoFocus
            autoComplete="nickname"
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </Stack>
        <ColorChoice value={color} onChange={setColor} />
        <Flex justify="flex-end">
          <Button
            type="submit"
            tone="primary"
            text={label}
            disabled={disabled || name.trim() === ""}
            fontSize={1}
          />
        </Flex>
      </Stack>
    </form>
  );
}
