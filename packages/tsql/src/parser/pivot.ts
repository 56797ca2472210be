/** PIVOT and UNPIVOT. */
import type { Pivot, TableSource, Unpivot } from '../ast/index.ts';
import { callArguments } from './call.ts';
import { identifier, nameList, objectName } from './names.ts';
import type { Parser } from './state.ts';
import { accept, expect, list, spanFrom, syntaxError } from './state.ts';

/** Wraps a source in what follows it; null when neither follows. */
export function pivotOrUnpivot(p: Parser, source: TableSource): TableSource | null {
  if (accept(p, 'PIVOT')) return pivot(p, source);
  return accept(p, 'UNPIVOT') ? unpivot(p, source) : null;
}

function pivot(p: Parser, source: TableSource): Pivot {
  expect(p, '(');
  const start = p.token;
  const name = objectName(p);
  const { args, distinct } = callArguments(p);
  const aggregate = { kind: 'call', name, args, distinct, withinGroup: null, nulls: null, over: null, span: spanFrom(p, start) } as const;
  expect(p, 'FOR');
  const column = objectName(p);
  expect(p, 'IN');
  const values = nameList(p);
  if (values.length === 0) syntaxError(p);
  expect(p, ')');
  return { kind: 'pivot', source, aggregate, column, values, alias: alias(p), span: spanFrom(p, source.span) };
}

function unpivot(p: Parser, source: TableSource): Unpivot {
  expect(p, '(');
  const valueColumn = identifier(p);
  expect(p, 'FOR');
  const nameColumn = identifier(p);
  expect(p, 'IN');
  expect(p, '(');
  const columns = list(p, objectName);
  expect(p, ')');
  expect(p, ')');
  return { kind: 'unpivot', source, valueColumn, nameColumn, columns, alias: alias(p), span: spanFrom(p, source.span) };
}

function alias(p: Parser): Pivot['alias'] {
  accept(p, 'AS');
  return identifier(p);
}
