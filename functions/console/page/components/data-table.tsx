import type { ComponentChildren } from 'preact';
import { withVisibleControls } from '../language/shown-text.ts';
import './data-table.css';

export interface Column<Row> {
  /** Unique in the table. */
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the right, digit under digit. */
  readonly numeric?: boolean;
  /** More than a few words: on a narrow screen it stands below its header. */
  readonly long?: boolean;
}

interface DataTableProps<Row> {
  /** Says what the table holds; for ears, unless `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  /** The first names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table; on a narrow screen each row becomes a block with the headers beside its values. */
export function DataTable<Row>({
  caption,
  captionShown = false,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>) {
  return (
    <table class="data-table">
      <caption class={captionShown ? undefined : 'visually-hidden'}>{withVisibleControls(caption)}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" class={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => (
              <Cell key={column.id} column={column} row={row} isFirst={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isFirst: boolean;
}

function Cell<Row>({ column, row, isFirst }: CellProps<Row>) {
  const className = classOf(column);
  const content = <div class="cell">{column.cell(row)}</div>;
  if (isFirst) {
    return (
      <th scope="row" class={className} data-header={column.header}>
        {content}
      </th>
    );
  }
  return (
    <td class={className} data-header={column.header}>
      {content}
    </td>
  );
}

function classOf<Row>({ numeric, long }: Column<Row>): string | undefined {
  if (numeric) return 'numeric';
  return long ? 'long' : undefined;
}
