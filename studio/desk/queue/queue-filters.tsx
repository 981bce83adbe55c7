import { CloseIcon } from "@sanity/icons/Close";
import { FilterIcon } from "@sanity/icons/Filter";
import { SearchIcon } from "@sanity/icons/Search";
import { Button, Flex, Stack, TextInput } from "@sanity/ui";
import { useId, useMemo, useState, type ReactElement, type SubmitEvent } from "react";
import { useTranslation } from "sanity";
import { z } from "zod";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { usePeople } from "../people/use-people.ts";
import { chipLabel } from "./chip-label.ts";
import { FilterForm } from "./filter-form.tsx";
import { chipsOf, withPart } from "./filter-params.ts";
import { useQueue } from "./queue-context.ts";

/** Which stories of the tab are shown: words to look for, chips of what else is asked, and a form to ask more. */
export function QueueFilters(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [isOpen, setIsOpen] = useState(false);
  const formId = useId();
  return (
    <Stack gap={2} padding={2} className="copydesk-queue-filters">
      <Flex gap={2}>
        <SearchForm />
        <Button
          mode={isOpen ? "default" : "ghost"}
          icon={FilterIcon}
          padding={2}
          aria-label={t("filter.title")}
          aria-expanded={isOpen}
          aria-controls={formId}
          onClick={() => setIsOpen(!isOpen)}
        />
      </Flex>
      <Chips />
      <div id={formId}>{isOpen && <FilterForm />}</div>
    </Stack>
  );
}

/** Looks for words once they are sent: a queue that changes with every letter would move below the eyes. */
function SearchForm(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  const [typed, setTyped] = useState<{ readonly of: string | undefined; readonly text: string }>();
  // What the address says comes first again once it has changed.
  const text = typed !== undefined && typed.of === filter.text ? typed.text : (filter.text ?? "");

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setFilter(withPart(filter, "text", text.trim()));
  }

  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        type="search"
        dir="auto"
        icon={SearchIcon}
        fontSize={1}
        padding={2}
        maxLength={200}
        aria-label={t("filter.text")}
        placeholder={t("filter.text")}
        value={text}
        onChange={({ currentTarget: { value } }) => setTyped({ of: filter.text, text: value })}
      />
    </form>
  );
}

function Chips(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  const people = usePeople();
  const sourceName = useSourceName(filter.source ?? "");
  const chips = chipsOf(filter);
  if (chips.length === 0) return <></>;
  const known = { me: t("filter.me"), nobody: t("filter.nobody"), sourceName, people };
  return (
    <Flex gap={1} wrap="wrap" data-testid="queue-chips">
      {chips.map(([name, value]) => {
        const label = chipLabel(name, value, known);
        const title = t(`filter.part.${name}`);
        return (
          <Button
            key={name}
            mode="ghost"
            tone="primary"
            fontSize={1}
            padding={2}
            iconRight={CloseIcon}
            text={`${title}: \u2068${label}\u2069`}
            aria-label={t("filter.remove", { name: title, value: label })}
            onClick={() => setFilter(withPart(filter, name, undefined))}
          />
        );
      })}
    </Flex>
  );
}

const sourceNameSchema = z.string().nullable();

function useSourceName(id: string): string | undefined {
  const live = useMemo(
    () =>
      ({
        query: "*[_id == $id][0].name",
        listenTo: "*[_id == $id]",
        params: { id },
        schema: sourceNameSchema,
        perspective: "drafts",
      }) as const,
    [id],
  );
  const result = useLiveQuery(live);
  return result.kind === "loaded" ? (result.value ?? undefined) : undefined;
}
