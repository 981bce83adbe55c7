import { TrashIcon } from "@sanity/icons/Trash";
import { Button, Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useToast } from "@sanity/ui/toast";
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { useClient, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import type { FilterChoices } from "../lists/filter-choices.ts";
import { useQueue } from "./queue-context.ts";

/** The filters that somebody has saved for everybody: chosen, deleted, and those of the queue saved as another. */
export function SavedFilters({ saved }: { readonly saved: FilterChoices["saved"] }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  const client = useClient({ apiVersion: "2025-02-19" });
  const toast = useToast();
  const [name, setName] = useState("");
  const id = useId();

  const write = (what: () => Promise<unknown>): void => {
    what().catch((error: unknown) => {
      toast.push({ status: "error", title: t("filter.failed", { reason: reasonOf(error, t) }) });
    });
  };

  function save(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    // With a dot in its id, a hosted project shows it to its members alone.
    const document = { _id: "deskFilter.", _type: "deskFilter", name: name.trim(), filter };
    write(() => client.create(document));
    setName("");
  }

  return (
    <Stack gap={3} as="section" aria-label={t("filter.saved")} data-testid="saved-filters">
      {saved.length > 0 && (
        <Flex gap={2} wrap="wrap">
          {saved.map(({ _id, name: title, filter: its }) => (
            <Flex key={_id}>
              <Button mode="ghost" fontSize={1} padding={2} text={title} onClick={() => setFilter(its)} />
              <Button
                mode="bleed"
                icon={TrashIcon}
                padding={2}
                aria-label={t("filter.forget", { name: title })}
                onClick={() => write(() => client.delete(_id))}
              />
            </Flex>
          ))}
        </Flex>
      )}
      <form onSubmit={save}>
        <Stack gap={2}>
          <Text as="label" htmlFor={id} size={1}>
            {t("filter.save-as")}
          </Text>
          <Flex gap={2}>
            <TextInput
              id={id}
              dir="auto"
              fontSize={1}
              padding={2}
              maxLength={60}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button
              type="submit"
              mode="ghost"
              fontSize={1}
              padding={2}
              text={t("filter.save")}
              disabled={name.trim() === ""}
            />
          </Flex>
        </Stack>
      </form>
    </Stack>
  );
}
