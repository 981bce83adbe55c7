import { ChevronDownIcon } from "@sanity/icons/ChevronDown";
import { ChevronRightIcon } from "@sanity/icons/ChevronRight";
import { Button } from "@sanity/ui";
import type { ReactElement } from "react";

interface FoldButtonProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Unfolds what nobody would miss, and folds it up again. */
export function FoldButton({ title, isOpen, onToggle }: FoldButtonProps): ReactElement {
  return (
    <Button
      text={title}
      icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
      mode="bleed"
      fontSize={1}
      padding={2}
      aria-expanded={isOpen}
      onClick={onToggle}
    />
  );
}
