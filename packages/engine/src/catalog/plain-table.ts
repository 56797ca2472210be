/** Columns that only hold values, and tables that only have columns: what views, system views, histories and SELECT INTO show. */

import type { Type } from '@sprocket/tsql';
import type { Column, Table } from './model.ts';

/** What a column is known by when nothing is declared of it. */
export interface PlainColumn {
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
}

/** `id` is its column_id, from 1. */
export function plainColumn({ name, type, nullable }: PlainColumn, id: number): Column {
  return {
    id,
    name,
    storageName: `c${id}`,
    type,
    nullable,
    identity: null,
    default: null,
    computed: null,
    rowGuidCol: false,
    sparse: false,
    generated: null,
    hidden: false,
  };
}

type TableParts = Pick<Table, 'id' | 'schema' | 'name' | 'created' | 'modified' | 'isSystem' | 'storage'> & Partial<Pick<Table, 'indexes'>>;

export function plainTable({ indexes = [], ...parts }: TableParts, columns: readonly PlainColumn[]): Table {
  return {
    kind: 'table',
    ...parts,
    columns: columns.map((column, index) => plainColumn(column, index + 1)),
    keys: [],
    foreignKeys: [],
    checks: [],
    indexes,
    annotations: {},
  };
}
