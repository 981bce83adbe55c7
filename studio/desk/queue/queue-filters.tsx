import { FilterIcon } from "@sanity/icons/Filter";
import { Button, Flex, Stack } from "@sanity/ui";
import { useId, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { FilterChip } from "../lists/filter-chip.tsx";
import { SearchForm } from "../lists/search-form.tsx";
import { useSourceName } from "../lists/use-source-name.ts";
import { usePeople } from "../people/use-people.ts";
import { chipLabel } from "./chip-label.ts";
import { FilterForm } from "./filter-form.tsx";
import { chipsOf, withPart } from "./filter-params.ts";
import { useQueue } from "./queue-context.ts";

/** Which stories of the tab are shown: words to look for, chips of what else is asked, and a form to ask more. */
export function QueueFilters(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  const [isOpen, setIsOpen] = useState(false);
  const formId = useId();
  return (
    <Stack gap={2} padding={2} className="copydesk-list-filters">
      <Flex gap={2}>
        <SearchForm
          label={t("filter.text")}
          text={filter.text}
          onSearch={(text) => setFilter(withPart(filter, "text", text))}
        />
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

function Chips(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  const people = usePeople();
  const sourceName = useSourceName(filter.source);
  const chips = chipsOf(filter);
  if (chips.length === 0) return <></>;
  const known = { me: t("filter.me"), nobody: t("filter.nobody"), sourceName, people };
  return (
    <Flex gap={1} wrap="wrap" data-testid="queue-chips">
      {chips.map(([name, value]) => (
        <FilterChip
          key={name}
          title={t(`filter.part.${name}`)}
          label={chipLabel(name, value, known)}
          onRemove={() => setFilter(withPart(filter, name, undefined))}
        />
      ))}
    </Flex>
  );
}
