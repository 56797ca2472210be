/** The rows of a table-valued parameter: a small grid of inputs. Cells copied from a spreadsheet are pasted from the cell with the focus on. */
import type { Parameter } from '@sprocket/studio-contract';
import { Plus, X } from 'lucide-react';
import type { ClipboardEvent } from 'react';
import { formatPlural } from '../../../lib/format.ts';
import { Button } from '../../../ui/index.ts';
import { pastedRows } from './values.ts';

type Rows = readonly (readonly (string | null)[])[];

export interface TableValueProps {
  readonly id: string;
  readonly parameter: Parameter;
  readonly rows: Rows;
  readonly onRows: (rows: Rows) => void;
}

/** More rows than these are sent but not drawn. */
const DRAWN = 200;

export function TableValue({ id, parameter, rows, onRows }: TableValueProps) {
  const columns = parameter.columns ?? [];
  const change = (row: number, column: number, text: string) =>
    onRows(rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)));
  const paste = (event: ClipboardEvent, row: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const pasted = pastedRows(text, columns.length);
    onRows([...rows.slice(0, row), ...pasted, ...rows.slice(row + 1)]);
  };
  const add = () => onRows([...rows, columns.map(() => null)]);
  return (
    <div className="rounded-md border border-border-strong">
      <div className="max-h-56 overflow-auto">
        <table aria-label={`Rows of ${parameter.name}`} className="w-full border-separate border-spacing-0 font-mono text-xs">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  title={column.type}
                  className="sticky top-0 border-b border-border bg-surface px-1.5 py-1 text-left font-medium"
                >
                  {column.name} <span className="font-normal text-muted">{column.type}</span>
                </th>
              ))}
              <th className="sticky top-0 w-6 border-b border-border bg-surface">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, DRAWN).map((cells, row) => (
              // A row of values has no identity but its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are values without identity
              <tr key={row}>
                {columns.map((column, at) => (
                  <td key={column.name} className="border-b border-border p-0">
                    <input
                      aria-label={`${column.name} of row ${row + 1}`}
                      value={cells[at] ?? ''}
                      placeholder={cells[at] === null ? 'NULL' : ''}
                      onChange={({ target }) => change(row, at, target.value)}
                      onPaste={(event) => paste(event, row)}
                      className="h-6.5 w-full min-w-16 bg-transparent px-1.5 placeholder:text-muted placeholder:italic focus-visible:-outline-offset-2"
                    />
                  </td>
                ))}
                <td className="border-b border-border text-center">
                  <button
                    type="button"
                    aria-label={`Remove row ${row + 1}`}
                    onClick={() => onRows(rows.toSpliced(row, 1))}
                    className="p-1 text-muted hover:text-foreground"
                  >
                    <X aria-hidden className="size-3.5" />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex items-center gap-2 px-1 py-0.5 text-xs text-muted">
        <Button
          id={id}
          data-parameter={parameter.name}
          aria-label={`Add row to ${parameter.name}`}
          variant="ghost"
          size="sm"
          onClick={add}
          onPaste={(event) => paste(event, rows.length)}
        >
          <Plus aria-hidden /> Add row
        </Button>
        {formatPlural(rows.length, 'row')}
        {rows.length > DRAWN && `, the first ${DRAWN} shown`}
      </div>
    </div>
  );
}
