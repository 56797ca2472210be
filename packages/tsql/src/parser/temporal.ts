/** `FOR SYSTEM_TIME` and TABLESAMPLE. */
import type { Expression, SystemTime, TableSample } from '../ast/index.ts';
import { isLiteral, literal } from './literals.ts';
import { variable } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, at, expect, expectWords, spanFrom, syntaxError } from './state.ts';

/** `FOR SYSTEM_TIME …`; the current token is FOR. */
export function systemTime(p: Parser): SystemTime {
  const start = p.token;
  expectWords(p, 'FOR', 'SYSTEM_TIME');
  const node = (type: SystemTime['type'], from: SystemTime['start'], end: SystemTime['end']): SystemTime => {
    return { kind: 'systemTime', type, start: from, end, span: spanFrom(p, start) };
  };
  if (accept(p, 'ALL')) return node('all', null, null);
  if (acceptWords(p, 'AS', 'OF')) return node('asOf', moment(p), null);
  if (acceptWords(p, 'CONTAINED', 'IN')) {
    expect(p, '(');
    const from = moment(p);
    expect(p, ',');
    const end = moment(p);
    expect(p, ')');
    return node('containedIn', from, end);
  }
  const between = accept(p, 'BETWEEN');
  if (!between) expect(p, 'FROM');
  const from = moment(p);
  expect(p, between ? 'AND' : 'TO');
  return node(between ? 'between' : 'fromTo', from, moment(p));
}

/** A constant or a variable: nothing else may be the moment. */
function moment(p: Parser): Expression {
  if (p.token.type === 'variable') return variable(p);
  if (isLiteral(p)) return literal(p);
  return at(p, '{') ? p.rules.value(p) : syntaxError(p);
}

/** `TABLESAMPLE …`; a bare number is a percentage. */
export function tableSample(p: Parser): TableSample {
  const start = expect(p, 'TABLESAMPLE');
  accept(p, 'SYSTEM');
  expect(p, '(');
  const size = p.rules.value(p);
  const unit = accept(p, 'ROWS') ? 'rows' : 'percent';
  if (unit === 'percent') accept(p, 'PERCENT');
  expect(p, ')');
  let seed: TableSample['seed'] = null;
  if (accept(p, 'REPEATABLE')) {
    expect(p, '(');
    seed = p.rules.value(p);
    expect(p, ')');
  }
  return { kind: 'tableSample', size, unit, seed, span: spanFrom(p, start) };
}
