import { CloseIcon } from "@sanity/icons/Close";
import { Button } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";

interface FilterChipProps {
  readonly title: string;
  readonly label: string;
  readonly onRemove: () => void;
}

/** One part of a filter, and how to be rid of it. */
export function FilterChip({ title, label, onRemove }: FilterChipProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <Button
      mode="ghost"
      tone="primary"
      fontSize={1}
      padding={2}
      iconRight={CloseIcon}
      text={`${title}: \u2068${label}\u2069`}
      aria-label={t("filter.remove", { name: title, value: label })}
      onClick={onRemove}
    />
  );
}
