/**
 * The tree of procedures, drawn as flat rows of which only those in view exist.
 *
 * Focus stays on the tree and `aria-activedescendant` names the row, so that walking by keys works over rows that are not drawn yet. The context menu
 * belongs to the tree too, and is about the row that was last walked to or pressed.
 */
import type { Category } from '@sprocket/studio-contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, FileCode } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cn } from '../../../lib/cn.ts';
import { ContextMenu } from '../../../ui/index.ts';
import { useActiveId, useOpenProcedure } from '../state/active.ts';
import { useEditorState } from '../state/workbench.ts';
import { StatusBadge } from './status-badge.tsx';
import { procedureTitle, type TreeRow, treeKey } from './tree.ts';
import { useProcedureMenu } from './use-procedure-menu.ts';

const ROW_HEIGHT = 26;

export interface ProcedureTreeProps {
  readonly rows: readonly TreeRow[];
  readonly categories: readonly Category[];
  readonly onToggle: (categoryId: string) => void;
}

export function ProcedureTree({ rows, categories, onToggle }: ProcedureTreeProps) {
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const active = useActiveId();
  const openProcedure = useOpenProcedure();
  const [focused, setFocused] = useState<string | undefined>(active);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const current = rows.find(({ id }) => id === focused) ?? rows[0];
  const menu = useProcedureMenu(current, categories);
  const open = (row: TreeRow | undefined) => {
    if (row?.kind === 'procedure') openProcedure(row.id, procedureTitle(row.procedure));
  };

  const activeRow = rows.findIndex(({ id }) => id === active);
  useEffect(() => {
    if (active !== undefined) setFocused(active);
  }, [active]);
  useEffect(() => {
    if (activeRow >= 0) virtual.scrollToIndex(activeRow);
  }, [virtual, activeRow]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeKey(event.key, rows, current?.id);
    if (move === undefined) return;
    event.preventDefault();
    if ('toggle' in move) onToggle(move.toggle);
    else if ('open' in move) open(rows.find(({ id }) => id === move.open));
    else {
      setFocused(move.focus);
      virtual.scrollToIndex(rows.findIndex(({ id }) => id === move.focus));
    }
  };

  return (
    <ContextMenu items={menu}>
      <div
        ref={scroller}
        role="tree"
        aria-label="Procedures by category"
        tabIndex={0}
        data-pane-focus
        aria-activedescendant={current === undefined ? undefined : `${prefix}${current.id}`}
        onKeyDown={onKeyDown}
        className="group min-h-0 flex-1 overflow-x-hidden overflow-y-auto pb-2 focus-visible:outline-none"
      >
        <div role="presentation" style={{ height: virtual.getTotalSize() }} className="relative">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              >
                <Row
                  row={row}
                  id={`${prefix}${row.id}`}
                  selected={row.id === active}
                  current={row === current}
                  onPointerDown={() => setFocused(row.id)}
                  onClick={() => (row.kind === 'category' ? onToggle(row.id) : open(row))}
                />
              </div>
            );
          })}
        </div>
      </div>
    </ContextMenu>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly id: string;
  readonly selected: boolean;
  readonly current: boolean;
  readonly onPointerDown: () => void;
  readonly onClick: () => void;
}

function Row({ row, id, selected, current, ...presses }: RowProps) {
  const look = cn(
    'mx-1 flex h-full cursor-pointer items-center gap-1.5 rounded pr-1.5 select-none hover:bg-surface-hover',
    selected && 'bg-surface-active hover:bg-surface-active',
    current && 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent',
  );
  if (row.kind === 'category') {
    const Chevron = row.open ? ChevronDown : ChevronRight;
    return (
      <div
        id={id}
        role="treeitem"
        aria-level={1}
        aria-expanded={row.open}
        aria-selected={false}
        tabIndex={-1}
        className={cn(look, 'pl-1')}
        {...presses}
      >
        <Chevron aria-hidden className="size-3.5 shrink-0 text-muted" />
        <span className="truncate font-medium">{row.name}</span>
        <span className="ml-auto text-xs text-muted">{row.count}</span>
      </div>
    );
  }
  return <ProcedureRow row={row} id={id} selected={selected} look={look} {...presses} />;
}

interface ProcedureRowProps extends Pick<RowProps, 'onPointerDown' | 'onClick'> {
  readonly row: Extract<TreeRow, { kind: 'procedure' }>;
  readonly id: string;
  readonly selected: boolean;
  readonly look: string;
}

function ProcedureRow({ row, id, selected, look, ...presses }: ProcedureRowProps) {
  const { procedure } = row;
  const unsaved = useEditorState((state) => (state.drafts[row.id]?.kind ?? 'clean') !== 'clean');
  const running = useEditorState((state) => state.runs[row.id]?.status === 'running');
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={2}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      tabIndex={-1}
      title={procedureTitle(procedure)}
      className={cn(look, 'pl-5')}
      {...presses}
    >
      <FileCode aria-hidden className={cn('size-4 shrink-0', running ? 'animate-pulse text-accent' : 'text-muted')} />
      {/* Where the whole does not fit in a line, the name wraps below the schema, and only the last line is in sight. */}
      <span className="flex h-5 min-w-0 flex-1 flex-wrap content-end overflow-hidden leading-5">
        <span className="text-muted">{procedure.schema}.</span>
        <span className="flex min-w-0">
          <span className="min-w-0 truncate">{procedure.name}</span>
          {unsaved && (
            <span title="Unsaved changes" className="whitespace-pre">
              {' •'}
            </span>
          )}
        </span>
      </span>
      <StatusBadge badge={procedure.badge} />
    </div>
  );
}
