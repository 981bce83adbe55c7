import { Stack, Text, TextArea, TextInput } from "@sanity/ui";
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { resolveDirection } from "../../direction/text-direction.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import type { PictureText } from "../acts/picture-edits.ts";
import type { PictureRow } from "./picture-row.ts";
import { usePictures } from "./pictures-context.ts";

interface PictureFieldProps {
  readonly row: PictureRow;
  readonly field: PictureText;
  /** What the picture is called, for those who do not see it. */
  readonly title: string;
}

/** A text of a picture: Enter, or leaving it, stores what was typed; Escape gives back what was there. */
export function PictureField({ row, field, title }: PictureFieldProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { setText } = usePictures();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const is = (field === "altText" ? row.alt?.text : row[field]) ?? "";
  const label = t(`pictures.text.${field}`);
  // What somebody else stores meanwhile must not look as if it had been before the editor's eyes.
  const [seen, setSeen] = useState(is);
  // What was stored stays until the list, which still has what was there before, tells of it.
  const [sent, setSent] = useState<{ readonly text: string; readonly over: string }>();
  if (sent !== undefined && sent.over !== is) setSent(undefined);

  function store(): void {
    setTyped(undefined);
    const text = typed?.trim();
    if (text === undefined || text === seen) return;
    setSent({ text, over: is });
    void setText(row, field, text, seen).then((isStored) => {
      if (!isStored) setSent(undefined);
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") setTyped(undefined);
    if (event.key !== "Enter") return;
    event.preventDefault();
    store();
  }

  const props = {
    id,
    fontSize: 1,
    padding: 2,
    "aria-label": `${label}: ${title}`,
    value: typed ?? sent?.text ?? is,
    onBlur: store,
    onKeyDown,
    ...(field === "altText"
      ? resolveDirection("content", { ownLanguage: row.alt?.language ?? row.caption?.language ?? undefined })
      : { dir: "auto" as const }),
  };
  const type = (text: string): void => {
    if (typed === undefined) setSeen(sent?.text ?? is);
    setTyped(text);
  };
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={0} muted>
        {label}
      </Text>
      {field === "altText" ? (
        <TextArea {...props} rows={2} onChange={({ currentTarget }) => type(currentTarget.value)} />
      ) : (
        <TextInput {...props} onChange={({ currentTarget }) => type(currentTarget.value)} />
      )}
    </Stack>
  );
}
