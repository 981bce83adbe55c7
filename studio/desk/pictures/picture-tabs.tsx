import { Box, Tab, TabList } from "@sanity/ui";
import type { ReactElement } from "react";
import { useNumberFormat, useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { pictureTabs, tabOf, withPicturePart } from "./picture-filter.ts";
import { pictureGridId } from "./picture-grid.tsx";
import { usePictures } from "./pictures-context.ts";

/** What pictures lack, each with how many lack it. */
export function PictureTabs(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const format = useNumberFormat();
  const { filter, setFilter, counts } = usePictures();
  return (
    <Box className="copydesk-list-tabs" padding={2}>
      <TabList gap={1} aria-label={t("pictures.tabs")}>
        {pictureTabs.map(({ name }) => (
          <Tab
            key={name}
            id={`pictures-tab-${name}`}
            aria-controls={pictureGridId}
            selected={name === tabOf(filter)}
            fontSize={1}
            padding={2}
            label={[t(`pictures.tab.${name}`), ...(counts ? [format.format(counts[name])] : [])].join(" ")}
            onClick={() => setFilter(withPicturePart(filter, "lack", name))}
          />
        ))}
      </TabList>
    </Box>
  );
}
