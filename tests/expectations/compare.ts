/** Compares what arrived with what was expected, and says every difference in a sentence; no sentence means that the case holds. */

import type { CellText, ExpectedCase, ExpectedError, ExpectedResult } from './document.ts';
import type { Observed, ObservedError, ObservedResult } from './observe.ts';

/** So many differing rows of a result set are shown. */
const SHOWN = 5;

export function differences(expected: ExpectedCase, observed: Observed): string[] {
  return [
    ...count('result set', expected.results.length, observed.results.length),
    ...expected.results.flatMap((result, i) =>
      resultDifferences(result, observed.results[i]).map((text) => `result set ${i + 1}: ${text}`),
    ),
    ...count('error', expected.errors.length, observed.errors.length),
    ...observed.errors.slice(expected.errors.length).map((error) => `unexpected: Msg ${error.number} ${error.message}`),
    ...expected.errors.flatMap((error, i) => errorDifferences(error, observed.errors[i])),
    ...differ('messages', expected.messages.join(', '), observed.messages.join(', ')),
  ];
}

const count = (what: string, expected: number, observed: number): string[] =>
  expected === observed ? [] : [`${expected} ${what}s expected, ${observed} arrived`];

const differ = (what: string, expected: unknown, observed: unknown): string[] =>
  expected === observed ? [] : [`${what}: ${JSON.stringify(expected)} expected, ${JSON.stringify(observed)} arrived`];

function resultDifferences(expected: ExpectedResult, observed: ObservedResult | undefined): string[] {
  if (observed === undefined) return [];
  const columns = expected.columns.flatMap((column, i) => [
    ...differ(`name of column ${i + 1}`, column.name, observed.columns[i]?.name),
    ...differ(`type of ${column.name}`, column.type.replace(/^numeric/, 'decimal'), observed.columns[i]?.type),
  ]);
  return [
    ...count('column', expected.columns.length, observed.columns.length),
    ...columns,
    ...count('row', expected.rows.length, observed.rows.length),
    ...rowDifferences(expected, observed.rows),
  ];
}

function rowDifferences(expected: ExpectedResult, observed: readonly (readonly CellText[])[]): string[] {
  const inOrder = (rows: readonly (readonly CellText[])[]): string[] => {
    const texts = rows.map((row) => JSON.stringify(row));
    return expected.ordered ? texts : texts.sort();
  };
  const [wanted, found] = [inOrder(expected.rows), inOrder(observed)];
  const at = wanted.map((_, i) => i).filter((i) => i < found.length && wanted[i] !== found[i]);
  return at.slice(0, SHOWN).map((i) => `row ${i + 1}: ${wanted[i]} expected, ${found[i]} arrived`);
}

function errorDifferences(expected: ExpectedError, observed: ObservedError | undefined): string[] {
  if (observed === undefined) return [`Msg ${expected.number} did not arrive`];
  const { pattern, ...exact } = expected;
  const keys = Object.keys(exact) as (keyof typeof exact)[];
  const matched = pattern === undefined || new RegExp(pattern).test(observed.message);
  return [
    ...keys.flatMap((key) => differ(`${key} of Msg ${expected.number}`, exact[key], observed[key])),
    ...(matched ? [] : [`message of Msg ${expected.number}: /${pattern}/ expected, ${JSON.stringify(observed.message)} arrived`]),
  ];
}
