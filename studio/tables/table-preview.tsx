import { Stack } from "@sanity/ui";
import type { ReactElement } from "react";
import type { PreviewProps } from "sanity";
import { readRows } from "./table-changes.ts";

/** A table in the body as readers will see it, below the line that names it. */
export function TablePreview(props: PreviewProps & { readonly rows?: unknown }): ReactElement {
  const rows = readRows(props.rows);
  if (props.layout !== "block" || rows.length === 0) return props.renderDefault(props);
  return (
    <Stack gap={2}>
      {props.renderDefault(props)}
      <div className="copydesk-table" data-testid="table-preview" dir="auto">
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={row._key}>
                {row.cells.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}
