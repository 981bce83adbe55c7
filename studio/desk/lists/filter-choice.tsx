import { Select, Stack, Text } from "@sanity/ui";
import { useId, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";

interface FilterChoiceProps {
  readonly title: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, title: string])[];
  /** Is told an empty text where it is not to matter. */
  readonly onChange: (value: string) => void;
}

/** Chooses the value of one part of a filter, or that it does not matter. */
export function FilterChoice({ title, value = "", options, onChange }: FilterChoiceProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const id = useId();
  // One that is asked for stays, also where it is no longer offered.
  const isOffered = value === "" || options.some(([each]) => each === value);
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1}>
        {title}
      </Text>
      <Select
        id={id}
        fontSize={1}
        padding={2}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{t("filter.any")}</option>
        {!isOffered && <option value={value}>{value}</option>}
        {options.map(([each, says]) => (
          <option key={each} value={each} dir="auto">
            {says}
          </option>
        ))}
      </Select>
    </Stack>
  );
}
