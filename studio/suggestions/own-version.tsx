import { Button, Flex, Stack, TextArea } from "@sanity/ui";
import { useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import type { DirectionAttributes } from "../direction/text-direction.ts";

interface OwnVersionProps {
  /** What it begins with. */
  readonly text: string;
  readonly direction: DirectionAttributes;
  readonly isBusy: boolean;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** Lets an editor write a text of their own in the place of both versions. */
export function OwnVersion({ text, direction, isBusy, onSave, onCancel }: OwnVersionProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [written, setWritten] = useState(text);
  return (
    <Stack gap={2}>
      <TextArea
        {...direction}
        aria-label={t("story.suggestion.edited")}
        rows={3}
        value={written}
        // Whoever has pressed "Edit" goes on typing.
        autoFocus
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <Flex gap={2}>
        <Button
          text={t("story.suggestion.save")}
          tone="primary"
          fontSize={1}
          padding={2}
          disabled={isBusy || written.trim() === ""}
          onClick={() => onSave(written)}
        />
        <Button
          text={t("story.suggestion.cancel")}
          mode="ghost"
          fontSize={1}
          padding={2}
          onClick={onCancel}
        />
      </Flex>
    </Stack>
  );
}
