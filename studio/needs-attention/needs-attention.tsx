import { CheckmarkCircleIcon } from "@sanity/icons/CheckmarkCircle";
import { Box, Card, Flex, Stack, Text } from "@sanity/ui";
import type { ReactElement } from "react";
import { useSchema } from "sanity";
import { usePaneRouter } from "sanity/structure";
import { useLiveQuery } from "../live/use-live-query.ts";
import { attentionQuery, documentLimit } from "./attention-query.ts";
import { openIssues, type DocumentIssues } from "./open-issues.ts";
import { toRowId } from "./row-id.ts";

/** The pane that lists every document with an open problem; each problem leads to its field. */
export function NeedsAttention(): ReactElement {
  const result = useLiveQuery(attentionQuery);
  if (result.kind === "loading") return <Notice text="Looking for open problems …" />;
  if (result.kind === "failed") return <Notice text={`Cannot list open problems: ${result.message}`} />;

  const documents = openIssues(result.value);
  const isCut = result.value.total > documentLimit;
  return (
    <Box height="fill" overflow="auto" data-testid="needs-attention">
      {documents.length === 0 ? (
        <Notice icon={<CheckmarkCircleIcon />} text="Nothing needs attention." />
      ) : (
        <Stack as="ul" padding={2} gap={2} margin={0}>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </Stack>
      )}
      {isCut && <Notice text={`Only the ${documentLimit} most recently changed documents were checked.`} />}
    </Box>
  );
}

function DocumentRow({ document }: { document: DocumentIssues }): ReactElement {
  const { ChildLink } = usePaneRouter();
  const type = useSchema().get(document.type);
  const childId = toRowId(document);
  return (
    <Card as="li" radius={3} border data-testid={`attention-${document.id}`}>
      <ChildLink childId={childId}>
        <Flex padding={3} gap={3} align="flex-start">
          <Text muted>{type?.icon !== undefined && <type.icon />}</Text>
          <Stack gap={2} flex={1}>
            <Text size={1} weight="semibold">
              <bdi dir="auto">{document.title ?? "Untitled"}</bdi>
            </Text>
            <Text size={0} muted>
              {type?.title}
            </Text>
          </Stack>
        </Flex>
      </ChildLink>
      <Stack as="ul" paddingX={3} paddingBottom={3} gap={2} margin={0}>
        {document.issues.map(({ code, message, hint, path }, index) => (
          <li key={`${code}-${index}`}>
            <ChildLink childId={childId} {...(path !== undefined && { childParameters: { path } })}>
              <Card tone="caution" radius={2} padding={3}>
                <Stack gap={2}>
                  <Text size={1} weight="medium">
                    {message}
                  </Text>
                  <Text size={1} muted>
                    {hint}
                  </Text>
                </Stack>
              </Card>
            </ChildLink>
          </li>
        ))}
      </Stack>
    </Card>
  );
}

function Notice({ text, icon }: { text: string; icon?: ReactElement }): ReactElement {
  return (
    <Flex padding={4} gap={3} align="center" role="status">
      {icon && <Text muted>{icon}</Text>}
      <Text size={1} muted>
        {text}
      </Text>
    </Flex>
  );
}
