import { Button, Checkbox, Flex, Stack, Text, TextArea } from "@sanity/ui";
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { PictureText } from "../acts/picture-edits.ts";
import type { PictureJob } from "./picture-work.ts";

interface TextForAllProps {
  readonly field: PictureText;
  readonly onChosen: (job: PictureJob) => void;
}

/** Asks for the text that several pictures get. */
export function TextForAll({ field, onChosen }: TextForAllProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [text, setText] = useState("");
  const [replaces, setReplaces] = useState(false);
  const [textId, boxId] = [useId(), useId()];

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    // Only terms may have several lines.
    const lines = field === "usageTerms" ? text : text.replace(/\s*\n\s*/g, " ");
    onChosen({ field, text: lines.trim(), replaces });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Text as="label" htmlFor={textId} size={1} weight="medium">
            {t(`pictures.text.${field}`)}
          </Text>
          <TextArea
            id={textId}
            dir="auto"
            rows={2}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Stack>
        <Flex gap={2} align="center">
          <Checkbox
            id={boxId}
            checked={replaces}
            onChange={({ currentTarget }) => setReplaces(currentTarget.checked)}
          />
          <Text as="label" htmlFor={boxId} size={1}>
            {t("pictures.replace")}
          </Text>
        </Flex>
        <Flex justify="flex-end">
          <Button
            type="submit"
            tone="primary"
            fontSize={1}
            text={t("bulk.check")}
            disabled={text.trim() === ""}
          />
        </Flex>
      </Stack>
    </form>
  );
}
