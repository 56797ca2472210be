/** Which permissions an object of a kind can have: rows can be read from a table, and a procedure can be executed. */

import type { SchemaObject } from '../model.ts';

const COMMON = ['ALTER', 'CONTROL', 'TAKE OWNERSHIP', 'VIEW DEFINITION'] as const;
const ROWS = ['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'UPDATE', 'VIEW CHANGE TRACKING', 'UNMASK', ...COMMON] as const;

const BY_KIND: Readonly<Record<SchemaObject['kind'], readonly string[]>> = {
  table: ROWS,
  view: ROWS.filter((name) => name !== 'UNMASK'),
  procedure: ['EXECUTE', ...COMMON],
  function: ['EXECUTE', 'REFERENCES', ...COMMON],
  sequence: ['REFERENCES', 'UPDATE', ...COMMON],
  synonym: ['DELETE', 'EXECUTE', 'INSERT', 'SELECT', 'UPDATE', ...COMMON],
  trigger: COMMON,
  default: COMMON,
  rule: COMMON,
  'security policy': COMMON,
  queue: ['RECEIVE', 'REFERENCES', 'SELECT', ...COMMON],
};

const TABLE_FUNCTION: readonly string[] = ['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'UPDATE', ...COMMON];

/** Permissions that can be about columns. */
export const COLUMN_PERMISSIONS: ReadonlySet<string> = new Set(['SELECT', 'UPDATE', 'REFERENCES', 'UNMASK']);

export function applicable(object: SchemaObject): readonly string[] {
  return object.kind === 'function' && object.form !== 'scalar' ? TABLE_FUNCTION : BY_KIND[object.kind];
}
