import { Button, Card, Checkbox, Text } from "@sanity/ui";
import { useId, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { contextOf, type BulkThing } from "./bulk-thing.ts";

interface SelectionBarProps {
  readonly things: BulkThing;
  /** How many are selected. */
  readonly count: number;
  /** Whether these are all that are listed. */
  readonly areAll: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
  /** What can be done to them. */
  readonly children: ReactNode;
}

/** How much of a list is selected, and what can be done to it. */
export function SelectionBar({
  things,
  count,
  areAll,
  onAll,
  onNone,
  children,
}: SelectionBarProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const id = useId();
  const says = t("bulk.selected", { count, ...contextOf(things) });
  return (
    <Card
      as="section"
      tone="primary"
      padding={2}
      className="copydesk-bulk-bar"
      aria-label={says}
      data-testid="bulk-bar"
    >
      <div>
        <Checkbox
          id={id}
          checked={areAll}
          indeterminate={!areAll}
          aria-label={t(areAll ? "bulk.clear" : "bulk.all")}
          onChange={areAll ? onNone : onAll}
        />
        <Text as="label" htmlFor={id} size={1} weight="medium">
          <span role="status">{says}</span>
        </Text>
        {children}
        <Button mode="bleed" fontSize={1} padding={2} text={t("bulk.clear")} onClick={onNone} />
      </div>
    </Card>
  );
}
