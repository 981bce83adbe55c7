import { Button, Flex, Select, Stack, Text, TextInput } from "@sanity/ui";
import { useId, useState, type ReactElement, type SubmitEvent } from "react";
import { useTranslation } from "sanity";
import { z } from "zod";
import { useLiveQuery, type LiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { usePeople } from "../people/use-people.ts";
import type { BulkJob } from "./bulk-job.ts";

interface JobValueProps {
  readonly kind: BulkJob["kind"];
  readonly onChosen: (job: BulkJob) => void;
}

/** Asks for what a job needs to know, such as which keyword; nothing, for most. */
export function JobValue({ kind, onChosen }: JobValueProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [value, setValue] = useState("");
  const id = useId();
  const needsValue = kind === "tag" || kind === "source" || kind === "assign";

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    onChosen(needsValue ? { kind, value: value.trim() } : { kind });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap={4}>
        {needsValue && (
          <Stack gap={3}>
            <Text as="label" htmlFor={id} size={1} weight="medium">
              {t(`bulk.value.${kind}`)}
            </Text>
            {kind === "tag" && (
              <TextInput
                id={id}
                dir="auto"
                value={value}
                onChange={({ currentTarget }) => setValue(currentTarget.value)}
              />
            )}
            {kind === "source" && <SourceChoice id={id} value={value} onChange={setValue} />}
            {kind === "assign" && <PersonChoice id={id} value={value} onChange={setValue} />}
          </Stack>
        )}
        <Flex justify="flex-end">
          <Button
            type="submit"
            tone="primary"
            fontSize={1}
            text={t("bulk.check")}
            disabled={needsValue && value.trim() === ""}
          />
        </Flex>
      </Stack>
    </form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PersonChoice(props: ChoiceProps): ReactElement {
  const people = usePeople();
  return <Choice {...props} options={people.map(({ id, displayName }) => [id, displayName])} />;
}

const sources = z.array(z.object({ _id: z.string(), name: z.string().nullable() }));
const sourcesQuery: LiveQuery<typeof sources> = {
  query: '*[_type == "source"] | order(lower(name) asc) [0...$most] {_id, name}',
  listenTo: '*[_type == "source"]',
  params: { most: 1000 },
  schema: sources,
  perspective: "drafts",
};

function SourceChoice(props: ChoiceProps): ReactElement {
  const result = useLiveQuery(sourcesQuery);
  const found = result.kind === "loaded" ? result.value : [];
  return <Choice {...props} options={found.map(({ _id, name }) => [_id, name ?? _id])} />;
}

function Choice({
  id,
  value,
  onChange,
  options,
}: ChoiceProps & { readonly options: readonly (readonly [string, string])[] }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <Select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="">{t("bulk.choose")}</option>
      {options.map(([each, title]) => (
        <option key={each} value={each} dir="auto">
          {title}
        </option>
      ))}
    </Select>
  );
}
