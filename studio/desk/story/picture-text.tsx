import { Button, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { PictureText } from "../acts/picture-edits.ts";

/** What a picture lacks that can be typed in beside the story, by the code of the problem. */
export const lackingText: ReadonlyMap<string, PictureText> = new Map([
  ["missing-credit", "creditLine"],
  ["missing-alt-text", "altText"],
]);

interface PictureTextFormProps {
  readonly field: PictureText;
  readonly isBusy: boolean;
  readonly onStore: (text: string) => void;
}

/** Takes a text that a picture lacks; Enter stores it. */
export function PictureTextForm({ field, isBusy, onStore }: PictureTextFormProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [text, setText] = useState("");
  const id = useId();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (text.trim() !== "") onStore(text.trim());
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={2}>
        <Text as="label" htmlFor={id} size={1}>
          {t(`pictures.text.${field}`)}
        </Text>
        <Flex gap={2}>
          <div className="copydesk-story-typed">
            <TextInput
              id={id}
              dir="auto"
              fontSize={1}
              padding={2}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          </div>
          <Button
            type="submit"
            mode="ghost"
            fontSize={1}
            padding={2}
            text={t("story.suggestion.save")}
            disabled={isBusy || text.trim() === ""}
          />
        </Flex>
      </Stack>
    </form>
  );
}
