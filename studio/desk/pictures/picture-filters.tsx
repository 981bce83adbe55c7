import { FilterIcon } from "@sanity/icons/Filter";
import { Button, Flex, Stack } from "@sanity/ui";
import { useId, useState, type ReactElement } from "react";
import { useCurrentLocale, useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { FilterChip } from "../lists/filter-chip.tsx";
import { FilterChoice } from "../lists/filter-choice.tsx";
import { filterChoicesQuery } from "../lists/filter-choices.ts";
import { SearchForm } from "../lists/search-form.tsx";
import { useSourceName } from "../lists/use-source-name.ts";
import { withPicturePart } from "./picture-filter.ts";
import { usePictures } from "./pictures-context.ts";

/** Which pictures of the tab are shown. */
export function PictureFilters(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = usePictures();
  const [isOpen, setIsOpen] = useState(false);
  const formId = useId();
  return (
    <Stack gap={2} padding={2} className="copydesk-list-filters">
      <Flex gap={2}>
        <SearchForm
          label={t("pictures.search")}
          text={filter.text}
          onSearch={(text) => setFilter(withPicturePart(filter, "text", text))}
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
      <div id={formId}>{isOpen && <Choices />}</div>
    </Stack>
  );
}

const chips = ["text", "language", "source"] as const;

function Chips(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = usePictures();
  const sourceName = useSourceName(filter.source);
  const shown = chips.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ name, label: name === "source" ? (sourceName ?? value) : value }];
  });
  if (shown.length === 0) return <></>;
  return (
    <Flex gap={1} wrap="wrap">
      {shown.map(({ name, label }) => (
        <FilterChip
          key={name}
          title={t(`filter.part.${name}`)}
          label={label}
          onRemove={() => setFilter(withPicturePart(filter, name, undefined))}
        />
      ))}
    </Flex>
  );
}

function Choices(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = usePictures();
  const result = useLiveQuery(filterChoicesQuery);
  const { languages, sources } = result.kind === "loaded" ? result.value : { languages: [], sources: [] };
  const { id: locale } = useCurrentLocale();
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return (
    <div className="copydesk-list-choices">
      <FilterChoice
        title={t("filter.part.language")}
        value={filter.language}
        options={languages.map((tag) => [tag, `${names.of(tag) ?? tag} (${tag})`])}
        onChange={(value) => setFilter(withPicturePart(filter, "language", value))}
      />
      <FilterChoice
        title={t("filter.part.source")}
        value={filter.source}
        options={sources.map(({ _id, name }) => [_id, name ?? _id])}
        onChange={(value) => setFilter(withPicturePart(filter, "source", value))}
      />
    </div>
  );
}
