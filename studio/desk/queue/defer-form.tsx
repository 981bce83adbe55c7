import { Button, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { asInputTime, deferTimes } from "./defer-times.ts";

/** Chooses a time that is still to come. */
export function DeferForm({ onChosen }: { readonly onChosen: (until: Date) => void }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [now] = useState(() => new Date());
  const [time, setTime] = useState("");
  const id = useId();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const until = new Date(time);
    if (until > new Date()) onChosen(until);
  }

  return (
    <>
      <Stack gap={2}>
        {deferTimes(now).map(({ says, at }) => (
          <Button key={says} mode="ghost" fontSize={1} text={t(says)} onClick={() => onChosen(at)} />
        ))}
      </Stack>
      <form onSubmit={submit}>
        <Stack gap={3}>
          <Text as="label" htmlFor={id} size={1} weight="medium">
            {t("queue.defer.other")}
          </Text>
          <Flex gap={2}>
            <TextInput
              id={id}
              type="datetime-local"
              min={asInputTime(now)}
              value={time}
              onChange={({ currentTarget }) => setTime(currentTarget.value)}
            />
            <Button
              type="submit"
              tone="primary"
              fontSize={1}
              text={t("queue.defer.save")}
              disabled={time === ""}
            />
          </Flex>
        </Stack>
      </form>
    </>
  );
}
