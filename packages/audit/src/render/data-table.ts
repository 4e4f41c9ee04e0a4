import { deferred, html, type Markup, type Part } from '../html/html.ts';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Part;
  /** The cell that names its row. */
  readonly names?: boolean;
  readonly numeric?: boolean;
}

/**
 * A table that becomes a list of labelled values on a narrow screen. `display: block` would take the table's meaning from screen
 * readers, so every role is also written down.
 */
export function dataTable<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  return html`<table role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col" ${kind(column)}>${column.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${deferred(
        rows,
        (row) =>
          html`<tr role="row">
            ${columns.map((column) => cell(column, row))}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function cell<Row>(column: Column<Row>, row: Row): Markup {
  const label = column.head;
  const content = html`<span class="value">${column.cell(row)}</span>`;
  return column.names === true
    ? html`<th role="rowheader" scope="row" data-label="${label}" ${kind(column)}>${content}</th>`
    : html`<td role="cell" data-label="${label}" ${kind(column)}>${content}</td>`;
}

const kind = (column: { readonly numeric?: boolean }): Markup | null => (column.numeric === true ? html` class="number"` : null);
