import { FolderIcon } from "@sanity/icons/Folder";
import { UploadIcon } from "@sanity/icons/Upload";
import { Button, Flex, Text } from "@sanity/ui";
import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { filesOfDrop } from "./files-of-drop.ts";
import { pictureTypes } from "./match-files.ts";

interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes("Files");

/** Takes files and folders that are dropped on what it holds. */
export function FileDrop({ onFiles, children }: FileDropProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [isOver, setIsOver] = useState(false);

  function onDragOver(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  }

  function onDrop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    void filesOfDrop(event.dataTransfer).then(onFiles);
  }

  return (
    <div
      className="copydesk-list copydesk-pictures"
      data-testid="pictures"
      onDragOver={onDragOver}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      {isOver && (
        <div className="copydesk-pictures-drop">
          <Text weight="medium">{t("pictures.drop")}</Text>
        </div>
      )}
    </div>
  );
}

/** Chooses files, or a folder of them, without dragging. */
export function FileButtons({ onFiles }: Pick<FileDropProps, "onFiles">): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <Flex gap={2}>
      <Chooser says={t("pictures.choose")} icon={UploadIcon} onFiles={onFiles} />
      <Chooser says={t("pictures.choose-folder")} icon={FolderIcon} isFolder onFiles={onFiles} />
    </Flex>
  );
}

interface ChooserProps extends Pick<FileDropProps, "onFiles"> {
  readonly says: string;
  readonly icon: typeof UploadIcon;
  readonly isFolder?: boolean;
}

function Chooser({ says, icon, isFolder = false, onFiles }: ChooserProps): ReactElement {
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          // React has no name for it.
          if (element) element.webkitdirectory = isFolder;
        }}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join()}
        data-testid={isFolder ? "pictures-folder" : "pictures-files"}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        mode="ghost"
        fontSize={1}
        padding={2}
        icon={icon}
        text={says}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
