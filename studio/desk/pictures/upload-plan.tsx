import { Button, Flex, Select, Stack, Text } from "@sanity/ui";
import { useId, useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { matchFiles, type FileMatch } from "./match-files.ts";
import type { PictureWithoutFile } from "./picture-queries.ts";
import { titleOfPicture } from "./picture-row.ts";
import type { PlannedUpload } from "./picture-work.ts";

interface UploadPlanProps {
  readonly files: readonly File[];
  /** Every picture without a file. */
  readonly pictures: readonly PictureWithoutFile[];
  readonly onChosen: (uploads: readonly PlannedUpload[]) => void;
}

type Match = FileMatch<File, PictureWithoutFile>;

/** Those whose picture is known first, then those for which somebody may choose one, then those that are not taken. */
const order: readonly Match["kind"][] = [
  ...(["matched", "ambiguous", "unknown"] as const),
  ...(["smaller", "too-large", "no-picture"] as const),
];

/** Which file goes into which picture; for a file that no name decides, a picture can be chosen. */
export function UploadPlan({ files, pictures, onChosen }: UploadPlanProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const matches = useMemo(
    () => matchFiles(files, pictures).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    [files, pictures],
  );
  const [chosen, setChosen] = useState<ReadonlyMap<File, string>>(new Map());
  const uploads = matches.flatMap((match, index): PlannedUpload[] => {
    const picked = chosen.get(match.file);
    const pictureIds = match.kind === "matched" ? match.pictures.map(({ id }) => id) : picked ? [picked] : [];
    const { file } = match;
    return pictureIds.length === 0 ? [] : [{ id: String(index), title: file.name, file, pictureIds }];
  });
  return (
    <>
      <Stack as="ul" gap={4} margin={0} padding={0} className="copydesk-bulk-results">
        {matches.map((match, index) => (
          <li key={index} data-testid="planned-file" data-kind={match.kind}>
            <Planned
              match={match}
              pictures={pictures}
              chosen={chosen.get(match.file) ?? ""}
              onChoose={(id) => setChosen(new Map([...chosen, [match.file, id]]))}
            />
          </li>
        ))}
      </Stack>
      <Flex justify="flex-end">
        <Button
          tone="primary"
          fontSize={1}
          text={t("pictures.upload-now", { count: uploads.length })}
          disabled={uploads.length === 0}
          onClick={() => onChosen(uploads)}
        />
      </Flex>
    </>
  );
}

interface PlannedProps extends Pick<UploadPlanProps, "pictures"> {
  readonly match: Match;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function Planned({ match, pictures, chosen, onChoose }: PlannedProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const { file, kind } = match;
  const id = useId();
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        <bdi>{file.name}</bdi>
      </Text>
      {kind === "matched" ? (
        <Text size={1} id={id}>
          {t("pictures.goes-into", { count: match.pictures.length })}{" "}
          <bdi>{match.pictures[0] && (titleOfPicture(match.pictures[0]) ?? t("pictures.untitled"))}</bdi>
        </Text>
      ) : (
        <Text size={1} muted>
          {t(`pictures.match.${kind}`)}
        </Text>
      )}
      {(kind === "unknown" || kind === "ambiguous") && (
        <Select
          id={id}
          fontSize={1}
          value={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          <option value="">{t("pictures.choose-picture")}</option>
          {pictures.slice(0, mostOffered).map((picture) => (
            <option key={picture.id} value={picture.id} dir="auto">
              {titleOfPicture(picture) ?? t("pictures.untitled")}
            </option>
          ))}
        </Select>
      )}
    </Stack>
  );
}

/** How many pictures a choice offers: of more, nobody reads the list, and the form of a picture takes a file too. */
const mostOffered = 500;
