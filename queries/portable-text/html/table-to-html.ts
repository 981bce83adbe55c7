import { html, type Html } from "../../html/html.ts";
import type { TableResult } from "../../table-fragment.ts";
import { tableContent } from "../table-content.ts";

/** A table with its caption; a first row that names the columns is its head. Undefined if it has no cells. */
export function tableToHtml(table: TableResult): Html | undefined {
  const content = tableContent(table);
  if (!content) return undefined;
  const { caption, head, rows } = content;
  // A cell is isolated, and no more: a direction of its own would also move it to the other side of its column.
  return html`<div class="table" tabindex="0">
    <table>
      ${
        caption &&
        html`<caption>
          <bdi>${caption}</bdi>
        </caption>`
      }
      ${
        head &&
        html`<thead>
          <tr>
            ${head.cells.map((cell) => html`<th scope="col"><bdi>${cell}</bdi></th>`)}
          </tr>
        </thead>`
      }
      <tbody>
        ${rows.map(
          ({ cells }) =>
            html`<tr>
              ${cells.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
