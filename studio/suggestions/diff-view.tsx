import { useMemo, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../desk/i18n/desk-namespace.ts";
import type { DirectionAttributes } from "../direction/text-direction.ts";
import { wordDiff } from "./word-diff.ts";

interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  readonly direction: DirectionAttributes;
}

/**
 * Two texts in one, in the direction of what they share. Each change stands by itself in its own direction, so that signs at
 * its end stay there; whoever hears the page is told what it is.
 */
export function DiffView({ before, after, direction }: DiffViewProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <div
      {...direction}
      role="group"
      aria-label={t("story.suggestion.diff")}
      className="copydesk-source-text copydesk-diff"
    >
      {parts.map(({ kind, text }, index) => {
        if (kind === "same") return text;
        const Mark = kind === "removed" ? "del" : "ins";
        return (
          <Mark key={index}>
            <bdi className="copydesk-unseen">{t(`story.suggestion.${kind}`)}</bdi>
            <bdi>{text}</bdi>
          </Mark>
        );
      })}
    </div>
  );
}
