import { Flex, Stack, Text, TextInput } from "@sanity/ui";
import { useId, type ReactElement } from "react";
import { useCurrentLocale, useDateTimeFormat, useTranslation } from "sanity";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { FilterChoice } from "../lists/filter-choice.tsx";
import { usePeople } from "../people/use-people.ts";
import { filterChoicesQuery, type FilterChoices } from "../lists/filter-choices.ts";
import { withPart, type ChipName } from "./filter-params.ts";
import { useQueue } from "./queue-context.ts";
import { SavedFilters } from "./saved-filters.tsx";

const nothing: FilterChoices = { languages: [], sources: [], runs: [], saved: [] };

/** Everything that the queue can be filtered by; each choice is there at once. */
export function FilterForm(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const result = useLiveQuery(filterChoicesQuery);
  const { languages, sources, runs, saved } = result.kind === "loaded" ? result.value : nothing;
  const people = usePeople();
  const { id: locale } = useCurrentLocale();
  const times = useDateTimeFormat({ dateStyle: "medium", timeStyle: "short" });
  const languageNames = new Intl.DisplayNames(locale, { type: "language" });
  return (
    <Stack gap={3}>
      <div className="copydesk-list-choices">
        <Choice
          part="language"
          options={languages.map((tag) => [tag, `${languageNames.of(tag) ?? tag} (${tag})`])}
        />
        <Choice part="source" options={sources.map(({ _id, name }) => [_id, name ?? _id])} />
        <Choice
          part="person"
          options={[
            ["me", t("filter.me")],
            ["nobody", t("filter.nobody")],
            ...people.map(({ id, displayName }): [string, string] => [id, displayName]),
          ]}
        />
        <Choice
          part="run"
          options={runs.map(({ run, startedAt }) => [run, `${times.format(new Date(startedAt))} · ${run}`])}
        />
        <Day part="from" />
        <Day part="to" />
      </div>
      <SavedFilters saved={saved} />
    </Stack>
  );
}

interface ChoiceProps {
  readonly part: ChipName;
  readonly options: readonly (readonly [value: string, title: string])[];
}

function Choice({ part, options }: ChoiceProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  return (
    <FilterChoice
      title={t(`filter.part.${part}`)}
      value={filter[part]}
      options={options}
      onChange={(value) => setFilter(withPart(filter, part, value))}
    />
  );
}

function Day({ part }: { readonly part: "from" | "to" }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { filter, setFilter } = useQueue();
  const id = useId();
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1}>
        {t(`filter.part.${part}`)}
      </Text>
      <Flex>
        <TextInput
          id={id}
          type="date"
          fontSize={1}
          padding={2}
          value={filter[part] ?? ""}
          onChange={({ currentTarget }) => setFilter(withPart(filter, part, currentTarget.value))}
        />
      </Flex>
    </Stack>
  );
}
