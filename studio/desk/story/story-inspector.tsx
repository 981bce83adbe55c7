import { Box, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useTranslation, type DocumentInspectorProps } from "sanity";
import { DocumentInspectorHeader } from "sanity/structure";
import { publishedId } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { useOpenDocument } from "../pane/open-document.ts";
import { StoryPanel } from "./story-panel.tsx";
import { useRecord } from "./use-story.ts";

/** Beside an article's form: what is left to do about it, and the raw story it was imported from. */
export function StoryInspector({ documentId, onClose }: DocumentInspectorProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <div className="copydesk-story-inspector">
      <DocumentInspectorHeader
        as="header"
        flex="none"
        title={t("story.title")}
        closeButtonLabel={t("story.close")}
        onClose={onClose}
      />
      <Content key={publishedId(documentId)} articleId={publishedId(documentId)} />
    </div>
  );
}

function Content({ articleId }: { readonly articleId: string }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const open = useOpenDocument();
  const result = useRecord(articleId);
  if (result.kind === "loading") return <Notice text={t("story.loading")} />;
  if (result.kind === "failed")
    return <Notice text={t("story.failed", { reason: reasonOf(result.error, t) })} />;
  if (result.value === null) return <Notice text={t("story.not-imported")} />;
  return <StoryPanel articleId={articleId} record={result.value} open={open} />;
}

function Notice({ text }: { readonly text: string }): ReactElement {
  return (
    <Box padding={4} role="status">
      <Text size={1} muted>
        {text}
      </Text>
    </Box>
  );
}
