import type { TableResult } from "../queries/index.ts";
import { html, type Html } from "./html.ts";

/** A table with its caption; a first row that names the columns is its head. Undefined if it has no cells. */
export function renderTable({ caption, hasHeaderRow, rows }: TableResult): Html | undefined {
  const filled = rows.filter(({ cells }) => cells.length > 0);
  if (filled.length === 0) return undefined;
  const [head, below] = hasHeaderRow ? [filled.slice(0, 1), filled.slice(1)] : [[], filled];
  return html`<div class="table" tabindex="0">
    <table>
      ${
        caption &&
        html`<caption>
          ${caption}
        </caption>`
      }
      ${
        head.length > 0 &&
        html`<thead>
          ${head.map(
            ({ cells }) =>
              html`<tr>
                ${cells.map((cell) => html`<th scope="col">${cell}</th>`)}
              </tr>`,
          )}
        </thead>`
      }
      <tbody>
        ${below.map(
          ({ cells }) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
