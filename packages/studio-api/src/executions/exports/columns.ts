/** What exports need to know of columns: which hold numbers, and a name for each that no other column has. */
import type { Column } from '@sprocket/studio-contract';

export type ColumnFamily = 'number' | 'bit' | 'binary' | 'text';

export interface ExportColumn {
  /** As the server named it. */
  readonly name: string;
  /** Not empty, and not another column's. */
  readonly unique: string;
  readonly family: ColumnFamily;
}

const NUMBERS: ReadonlySet<string> = new Set('tinyint smallint int bigint decimal numeric money smallmoney float real'.split(' '));
const BINARY: ReadonlySet<string> = new Set(['binary', 'varbinary', 'image', 'rowversion', 'timestamp']);

export function exportColumns(columns: readonly Column[]): readonly ExportColumn[] {
  const taken = new Set<string>();
  return columns.map(({ name, type }, index) => {
    const unique = freeName(name === '' ? `column${index + 1}` : name, taken);
    taken.add(unique);
    return { name, unique, family: familyOf(type) };
  });
}

function familyOf(type: string): ColumnFamily {
  const base = type.replace(/\(.*/, '');
  if (NUMBERS.has(base)) return 'number';
  if (base === 'bit') return 'bit';
  return BINARY.has(base) ? 'binary' : 'text';
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}_${number}`)) return `${name}_${number}`;
}
