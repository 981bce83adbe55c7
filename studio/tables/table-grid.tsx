import { AddIcon } from "@sanity/icons/Add";
import { TrashIcon } from "@sanity/icons/Trash";
import { Button, Inline, Stack } from "@sanity/ui";
import type { ReactElement } from "react";
import { set, unset, useFormValue, type ArrayOfObjectsInputProps } from "sanity";
import type { TableRow } from "../../schemas/index.ts";
import { resolveDirection } from "../direction/text-direction.ts";
import { readRows, withCell, withColumn, withRow, withoutColumn, withoutRow } from "./table-changes.ts";

/** The rows of a table as a grid of text boxes, which runs in the direction of the article's language. */
export function TableGrid({
  value,
  readOnly,
  onChange,
  elementProps,
}: ArrayOfObjectsInputProps): ReactElement {
  const direction = resolveDirection("content", {
    documentLanguage: useFormValue(["language"]),
    documentDirection: useFormValue(["direction"]),
  });
  const rows = readRows(value);
  const columns = rows[0]?.cells ?? [];
  const change = (next: readonly TableRow[]): void => onChange(next.length === 0 ? unset() : set([...next]));
  const isFixed = readOnly === true;
  return (
    <Stack gap={3}>
      <div className="copydesk-table" data-testid="table-grid" data-text-direction="content" {...direction}>
        <table>
          <tbody>
            {rows.map((row, rowAt) => (
              <tr key={row._key}>
                {row.cells.map((cell, columnAt) => (
                  <td key={columnAt}>
                    <textarea
                      aria-label={`Row ${rowAt + 1}, column ${columnAt + 1}`}
                      readOnly={isFixed}
                      rows={cell.split("\n").length}
                      value={cell}
                      onFocus={rowAt + columnAt === 0 ? elementProps.onFocus : undefined}
                      onChange={({ currentTarget }) =>
                        change(withCell(rows, rowAt, columnAt, currentTarget.value))
                      }
                    />
                  </td>
                ))}
                <td>
                  <Button
                    aria-label={`Remove row ${rowAt + 1}`}
                    disabled={isFixed}
                    icon={TrashIcon}
                    mode="bleed"
                    onClick={() => change(withoutRow(rows, rowAt))}
                  />
                </td>
              </tr>
            ))}
            {columns.length > 1 && (
              <tr>
                {columns.map((_, columnAt) => (
                  <td key={columnAt}>
                    <Button
                      aria-label={`Remove column ${columnAt + 1}`}
                      disabled={isFixed}
                      icon={TrashIcon}
                      mode="bleed"
                      onClick={() => change(withoutColumn(rows, columnAt))}
                    />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <Inline gap={2}>
        <Button
          disabled={isFixed}
          icon={AddIcon}
          mode="ghost"
          text="Add row"
          onClick={() => change(withRow(rows, crypto.randomUUID().slice(-12)))}
        />
        <Button
          disabled={isFixed || rows.length === 0}
          icon={AddIcon}
          mode="ghost"
          text="Add column"
          onClick={() => change(withColumn(rows))}
        />
      </Inline>
    </Stack>
  );
}
