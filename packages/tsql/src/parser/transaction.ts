/** Transactions. */
import type { Statement, TransactionName } from '../ast/index.ts';
import { atLabel } from './lookahead.ts';
import { identifier, isName, isString, variable } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, expect, expectOne, expectWords, report, spanFrom, syntaxError } from './state.ts';

/** `BEGIN DISTRIBUTED TRANSACTION name WITH MARK 'text'` */
export function beginTransaction(p: Parser): Statement {
  const start = expect(p, 'BEGIN');
  const distributed = accept(p, 'DISTRIBUTED');
  expectOne(p, ['TRAN', 'TRANSACTION']);
  const name = optionalName(p);
  const mark = acceptWords(p, 'WITH', 'MARK');
  const markText = mark && (isString(p) || p.token.type === 'variable') ? p.rules.value(p) : null;
  return { kind: 'beginTransaction', distributed, name, mark, markText, span: spanFrom(p, start) };
}

/** `COMMIT`, `COMMIT WORK`, `COMMIT TRANSACTION name WITH (DELAYED_DURABILITY = ON)` */
export function commitTransaction(p: Parser): Statement {
  const start = expect(p, 'COMMIT');
  const name = transactionWord(p) ? optionalName(p) : null;
  let delayedDurability: boolean | null = null;
  if (acceptWords(p, 'WITH', '(')) {
    expectWords(p, 'DELAYED_DURABILITY', '=');
    delayedDurability = expectOne(p, ['ON', 'OFF']) === 'ON';
    expect(p, ')');
  }
  return { kind: 'commitTransaction', name, delayedDurability, span: spanFrom(p, start) };
}

/** `ROLLBACK`, `ROLLBACK WORK`, `ROLLBACK TRANSACTION name` */
export function rollbackTransaction(p: Parser): Statement {
  const start = expect(p, 'ROLLBACK');
  const name = transactionWord(p) ? optionalName(p) : null;
  return { kind: 'rollbackTransaction', name, span: spanFrom(p, start) };
}

/** `SAVE TRANSACTION name` */
export function saveTransaction(p: Parser): Statement {
  const start = expect(p, 'SAVE');
  expectOne(p, ['TRAN', 'TRANSACTION']);
  return { kind: 'saveTransaction', name: optionalName(p) ?? syntaxError(p), span: spanFrom(p, start) };
}

/** Consumes TRAN, TRANSACTION or WORK; a name may follow the first two only. */
function transactionWord(p: Parser): boolean {
  if (accept(p, 'TRAN') || accept(p, 'TRANSACTION')) return true;
  accept(p, 'WORK');
  return false;
}

/** Transactions and savepoints have shorter names than everything else. */
const MAX_TRANSACTION_NAME = 32;

function optionalName(p: Parser): TransactionName | null {
  if (p.token.type === 'variable') return variable(p);
  if (!isName(p) || atLabel(p)) return null;
  const { token } = p;
  const name = identifier(p);
  if (name.value.length > MAX_TRANSACTION_NAME)
    report(p, 103, token, name.value.slice(0, MAX_TRANSACTION_NAME), String(MAX_TRANSACTION_NAME));
  return name;
}
