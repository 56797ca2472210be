/**
 * The explorer's tree: categories in their order, procedures in them by schema and name, those without a category last.
 *
 * The tree is drawn as flat rows, so that a thousand procedures scroll and the arrow keys walk without looking at the document. A filter keeps the
 * procedures whose name contains every word of it, opens their categories and hides the empty ones.
 */
import type { Category, ProcedureSummary } from '@sprocket/studio-contract';

export type TreeRow =
  | {
      readonly kind: 'category';
      readonly id: string;
      readonly name: string;
      readonly count: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'procedure';
      readonly id: string;
      readonly procedure: ProcedureSummary;
      /** The row of its category. */ readonly parent: string;
      readonly position: number;
      readonly siblings: number;
    };

export interface TreeInput {
  readonly categories: readonly Pick<Category, 'id' | 'name' | 'position'>[];
  readonly procedures: readonly ProcedureSummary[];
  readonly filter: string;
  readonly closed: ReadonlySet<string>;
}

/** The row id of procedures without a category. */
export const UNCATEGORISED = 'uncategorised';

export function treeRows({ categories, procedures, filter, closed }: TreeInput): readonly TreeRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = procedures.filter((procedure) => matches(procedure, words)).toSorted(byName);
  const known = new Set(categories.map(({ id }) => id));
  const groupOf = ({ categoryId }: ProcedureSummary) => (categoryId !== null && known.has(categoryId) ? categoryId : UNCATEGORISED);
  const groups = Map.groupBy(found, groupOf);
  const ordered = [...categories.toSorted((a, b) => a.position - b.position), { id: UNCATEGORISED, name: 'No category' }];
  const filtering = words.length > 0;
  return ordered.flatMap(({ id, name }) => {
    const members = groups.get(id) ?? [];
    if (members.length === 0 && (filtering || id === UNCATEGORISED)) return [];
    return groupRows({ id, name, members, open: filtering || !closed.has(id) });
  });
}

/** `dbo.GetOrders`. */
export function procedureTitle({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${schema}.${name}`;
}

export type TreeMove = { readonly focus: string } | { readonly toggle: string } | { readonly open: string };

/** What a key does in the tree, as the ARIA practices for trees have it; undefined for any other key. */
export function treeKey(key: string, rows: readonly TreeRow[], focused: string | undefined): TreeMove | undefined {
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === focused),
  );
  const row = rows[at];
  if (row === undefined) return undefined;
  const focusAt = (index: number) => ({ focus: rows[Math.max(0, Math.min(rows.length - 1, index))]!.id });
  switch (key) {
    case 'ArrowDown':
      return focusAt(at + 1);
    case 'ArrowUp':
      return focusAt(at - 1);
    case 'Home':
      return focusAt(0);
    case 'End':
      return focusAt(rows.length - 1);
    case 'ArrowRight':
      return row.kind === 'category' ? (row.open ? focusAt(at + 1) : { toggle: row.id }) : undefined;
    case 'ArrowLeft':
      return row.kind === 'procedure' ? { focus: row.parent } : row.open ? { toggle: row.id } : undefined;
    case 'Enter':
    case ' ':
      return row.kind === 'category' ? { toggle: row.id } : { open: row.id };
    default:
      return typeAhead(key, rows, at);
  }
}

/** A letter goes to the next row whose name begins with it. */
function typeAhead(key: string, rows: readonly TreeRow[], at: number): TreeMove | undefined {
  if (key.length !== 1 || !/\S/.test(key)) return undefined;
  const following = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const found = following.find((row) => rowName(row).toLowerCase().startsWith(key.toLowerCase()));
  return found && { focus: found.id };
}

function rowName(row: TreeRow): string {
  return row.kind === 'category' ? row.name : row.procedure.name;
}

function groupRows(group: { id: string; name: string; members: readonly ProcedureSummary[]; open: boolean }): TreeRow[] {
  const { id, name, members, open } = group;
  const head: TreeRow = { kind: 'category', id, name, count: members.length, open };
  if (!open) return [head];
  const rows = members.map((procedure, at): TreeRow => {
    return { kind: 'procedure', id: procedure.id, procedure, parent: id, position: at + 1, siblings: members.length };
  });
  return [head, ...rows];
}

function matches(procedure: ProcedureSummary, words: readonly string[]): boolean {
  const title = procedureTitle(procedure).toLowerCase();
  return words.every((word) => title.includes(word));
}

function byName(a: ProcedureSummary, b: ProcedureSummary): number {
  return a.schema.localeCompare(b.schema, 'en') || a.name.localeCompare(b.name, 'en');
}
