/**
 * Rows of one result set, fetched in blocks as the grid shows them.
 *
 * The grid asks for what it shows; blocks that it no longer shows are abandoned on the way (their replies are dropped), and of the blocks that came
 * only the most recently shown are kept. The first rows come with the stream and never have to be fetched. Copying and summing read the same blocks.
 */
import type { Cell } from '@sprocket/studio-contract';

export type Row = readonly Cell[];
/** Rows from `offset`, at most `limit`; fewer when the rest is not there yet. */
export type FetchRows = (offset: number, limit: number, signal: AbortSignal) => Promise<readonly Row[]>;

export const BLOCK_ROWS = 500;
const KEPT_BLOCKS = 40;

export interface RowWindows {
  /** The row, or undefined while it is on its way. */
  row(index: number): Row | undefined;
  /** Fetch what is missing of these rows, and give up on others. */
  show(first: number, last: number): void;
  /** These rows, fetched when they have to be. */
  load(first: number, last: number, signal: AbortSignal): Promise<readonly Row[]>;
  /** The first rows of the stream, and how many rows can be fetched by now. */
  update(first: readonly Row[], ready: number): void;
  subscribe(listener: () => void): () => void;
  /** Goes up whenever a row has come: what a component compares. */
  version(): number;
  /** Why the last fetch failed, until one succeeds. */
  failure(): string | undefined;
  dispose(): void;
}

export function createRowWindows(fetchRows: FetchRows): RowWindows {
  const blocks = new Map<number, readonly Row[]>();
  const pending = new Map<number, AbortController>();
  const listeners = new Set<() => void>();
  let firstRows: readonly Row[] = [];
  let ready = 0;
  let version = 0;
  let failure: string | undefined;

  const changed = () => {
    version++;
    for (const listener of listeners) listener();
  };
  const expected = (block: number) => Math.min(BLOCK_ROWS, ready - block * BLOCK_ROWS);
  const whole = (block: number) => {
    const end = block * BLOCK_ROWS + expected(block);
    return end <= firstRows.length || (blocks.get(block)?.length ?? 0) >= expected(block);
  };
  const keep = (block: number, rows: readonly Row[]) => {
    blocks.delete(block);
    blocks.set(block, rows);
    for (const oldest of blocks.keys()) {
      if (blocks.size <= KEPT_BLOCKS) break;
      blocks.delete(oldest);
    }
  };
  const fetchBlock = async (block: number) => {
    const controller = new AbortController();
    pending.set(block, controller);
    try {
      const rows = await fetchRows(block * BLOCK_ROWS, BLOCK_ROWS, controller.signal);
      if (controller.signal.aborted) return;
      keep(block, rows);
      failure = undefined;
    } catch (error) {
      if (controller.signal.aborted) return;
      failure = error instanceof Error ? error.message : String(error);
    } finally {
      if (pending.get(block) === controller) pending.delete(block);
    }
    changed();
  };

  return {
    row(index) {
      return firstRows[index] ?? blocks.get(Math.floor(index / BLOCK_ROWS))?.[index % BLOCK_ROWS];
    },
    show(first, last) {
      const wanted = new Set(blocksOf(first, last).filter((block) => expected(block) > 0));
      for (const [block, controller] of pending) {
        if (wanted.has(block)) continue;
        controller.abort();
        pending.delete(block);
      }
      for (const block of wanted) {
        const rows = blocks.get(block);
        if (rows !== undefined) keep(block, rows);
        if (!whole(block) && !pending.has(block)) void fetchBlock(block);
      }
    },
    async load(first, last, signal) {
      const rows: Row[] = [];
      for (const block of blocksOf(first, last)) rows.push(...(await wholeBlock(block, signal)));
      const start = Math.floor(first / BLOCK_ROWS) * BLOCK_ROWS;
      return rows.slice(first - start, last - start + 1);
    },
    update(first, count) {
      if (first === firstRows && count === ready) return;
      firstRows = first;
      ready = count;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    failure: () => failure,
    dispose() {
      for (const controller of pending.values()) controller.abort();
      pending.clear();
      listeners.clear();
    },
  };

  async function wholeBlock(block: number, signal: AbortSignal): Promise<readonly Row[]> {
    const start = block * BLOCK_ROWS;
    if (start + expected(block) <= firstRows.length) return firstRows.slice(start, start + BLOCK_ROWS);
    const known = blocks.get(block);
    if (known !== undefined && whole(block)) return known;
    return await fetchRows(start, BLOCK_ROWS, signal);
  }
}

function blocksOf(first: number, last: number): number[] {
  const from = Math.floor(first / BLOCK_ROWS);
  const to = Math.floor(last / BLOCK_ROWS);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
