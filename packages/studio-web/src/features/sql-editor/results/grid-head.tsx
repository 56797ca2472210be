/** The grid's head: names and types of columns; a press selects a column, its right edge changes the width, as Alt with an arrow key does from a cell. */
import type { Column } from '@sprocket/studio-contract';
import type { PointerEvent } from 'react';
import { LEAST_WIDTH } from './column-widths.ts';
import { familyOf } from './copy-formats.ts';
import { GRID_HEAD } from './grid.tsx';

export interface GridHeadProps {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly edges: readonly number[];
  readonly gutter: number;
  readonly shown: { readonly first: number; readonly last: number };
  readonly onWidth: (column: number, width: number) => void;
}

export function GridHead({ columns, widths, edges, gutter, shown, onWidth }: GridHeadProps) {
  const drawn = columns.slice(shown.first, shown.last + 1);
  return (
    <div
      role="row"
      aria-rowindex={1}
      style={{ height: GRID_HEAD, minWidth: '100%' }}
      className="sticky top-0 z-20 border-b border-border bg-surface"
    >
      <div
        role="columnheader"
        aria-colindex={1}
        data-corner
        title="Select all"
        style={{ width: gutter, height: GRID_HEAD - 1 }}
        className="sticky left-0 z-10 border-r border-border bg-surface"
      >
        <span className="sr-only">Row</span>
      </div>
      {drawn.map((column, offset) => {
        const at = shown.first + offset;
        return (
          <div
            key={at}
            role="columnheader"
            aria-colindex={at + 2}
            data-column={at}
            title={`${column.name === '' ? '(no column name)' : column.name}\n${column.type}${column.nullable ? '' : ' not null'}\nAlt+← and Alt+→ change the width`}
            style={{ left: gutter + (edges[at] ?? 0), width: widths[at], height: GRID_HEAD - 1 }}
            className={`absolute top-0 flex items-center overflow-hidden border-r border-border px-2 font-semibold ${familyOf(column.type) === 'number' ? 'justify-end' : ''}`}
          >
            <span className="truncate">{column.name === '' ? <i className="font-normal text-muted">(no name)</i> : column.name}</span>
            <WidthHandle width={widths[at] ?? LEAST_WIDTH} onWidth={(width) => onWidth(at, width)} />
          </div>
        );
      })}
    </div>
  );
}

function WidthHandle({ width, onWidth }: { readonly width: number; readonly onWidth: (width: number) => void }) {
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.stopPropagation();
    const handle = event.currentTarget;
    const start = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => onWidth(Math.max(LEAST_WIDTH, width + moved.clientX - start));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
  };
  return <span aria-hidden onPointerDown={begin} className="absolute inset-y-0 right-0 w-1.5 cursor-col-resize hover:bg-accent" />;
}
