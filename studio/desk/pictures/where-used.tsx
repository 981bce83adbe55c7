import { Button, Flex, Stack, Text } from "@sanity/ui";
import { useId, useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { IntentLink } from "sanity/router";
import { z } from "zod";
import { publishedId } from "../../../schemas/index.ts";
import { resolveDirection } from "../../direction/text-direction.ts";
import { useLiveQuery, type LiveQuery } from "../../live/use-live-query.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";

interface WhereUsedProps {
  readonly id: string;
  /** What the picture is called, for those who do not see it. */
  readonly title: string;
  readonly source: string | null;
}

/** Where a picture comes from, and, when asked, the stories that show it. */
export function WhereUsed({ id, title, source }: WhereUsedProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  return (
    <Stack gap={2}>
      <Flex gap={2} align="center" justify="space-between">
        <Text size={0} muted textOverflow="ellipsis">
          <bdi>{source}</bdi>
        </Text>
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          text={t("pictures.used")}
          aria-label={t("pictures.used-by", { picture: title })}
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setIsOpen(!isOpen)}
        />
      </Flex>
      <div id={listId}>{isOpen && <Stories pictureId={id} />}</div>
    </Stack>
  );
}

const stories = z.object({
  count: z.number(),
  shown: z.array(
    z.object({ id: z.string(), headline: z.string().nullable(), language: z.string().nullable() }),
  ),
});

/** How many stories a tile has room for. */
const mostStories = 20;

/** The stories that show a picture, the newest first. */
const usedQuery = (pictureId: string): LiveQuery<typeof stories> => ({
  query: `{
    "count": count(*[_type == "article" && references($pictureId)]),
    "shown": *[_type == "article" && references($pictureId)] | order(_createdAt desc) [0...$mostStories] {
      "id": _id, headline, language
    }
  }`,
  listenTo: '*[_type == "article" && references($pictureId)]',
  params: { pictureId, mostStories },
  schema: stories,
  perspective: "drafts",
});

function Stories({ pictureId }: { readonly pictureId: string }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const result = useLiveQuery(useMemo(() => usedQuery(pictureId), [pictureId]));
  if (result.kind !== "loaded")
    return (
      <Text size={1} muted>
        {result.kind === "failed" ? reasonOf(result.error, t) : t("pictures.loading")}
      </Text>
    );
  const { count, shown } = result.value;
  return (
    <Stack gap={3} paddingTop={2}>
      <Text size={0} muted>
        <span role="status">{t("pictures.used-in", { count })}</span>
      </Text>
      <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-picture-stories">
        {shown.map(({ id, headline, language }) => (
          <li key={id}>
            <Text size={1}>
              <IntentLink intent="edit" params={{ id: publishedId(id), type: "article" }}>
                <bdi {...resolveDirection("content", { ownLanguage: language ?? undefined })}>
                  {headline ?? t("queue.untitled")}
                </bdi>
              </IntentLink>
            </Text>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
