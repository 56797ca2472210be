import type { ExecutionEvent } from '@sprocket/studio-contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyText, familyOf } from '../../src/features/sql-editor/results/copy-formats.ts';
import { advance, brokenOff, logEntry, startedRun, totalRows } from '../../src/features/sql-editor/results/execution.ts';
import { appendLog, emptyLog, LOG_LIMIT, validationEntries } from '../../src/features/sql-editor/results/log.ts';
import { scaledNumber, summarise } from '../../src/features/sql-editor/results/sums.ts';

const run = startedRun({ procedureId: 'p', procedure: 'dbo.P', startedAt: 1000 });
const columns = [{ name: 'n', type: 'int', nullable: false }];
const id = '00000000-0000-4000-8000-000000000000';

describe('a run', () => {
  const events: ExecutionEvent[] = [
    { type: 'started', executionId: id, version: 3, environment: { name: 'Test', database: 'db', colour: 'green' }, at: '' },
    { type: 'result-set', set: 0, columns },
    { type: 'rows', set: 0, count: 2, first: [['1'], ['2']] },
    { type: 'rows', set: 0, count: 900 },
    { type: 'result-set-end', set: 0, rowCount: 1000, limited: true },
    { type: 'result-set', set: 1, columns },
    { type: 'output', returnCode: 7, values: [{ name: '@o', type: 'int', value: null }] },
    { type: 'finished', status: 'succeeded', milliseconds: 12.5, rowsAffected: [1000, 1], openTransactions: 1 },
  ];
  it('folds the events of its stream', () => {
    const end = events.reduce(advance, run);
    expect(end).toMatchObject({ executionId: id, version: 3, status: 'succeeded', returnCode: 7, openTransactions: 1, milliseconds: 12.5 });
    expect(end.sets[0]).toEqual({ index: 0, columns, first: [['1'], ['2']], rowsReady: 1000, complete: true, limited: true });
    expect(end.sets[1]?.complete).toBe(true);
    expect(totalRows(end)).toBe(1000);
  });
  it('ends when its stream breaks off', () => {
    const half = events.slice(0, 3).reduce(advance, run);
    expect(brokenOff(half, 1500, false)).toMatchObject({ status: 'failed', milliseconds: 500, sets: [{ complete: true }] });
    expect(brokenOff(half, 1500, true).status).toBe('cancelled');
    const end = events.reduce(advance, run);
    expect(brokenOff(end, 9999, false)).toBe(end);
  });
  it('makes lines for the Messages tab', () => {
    const error: ExecutionEvent = { type: 'message', at: 't', severity: 'error', text: 'x', number: 547, level: 16, state: 1, line: 4 };
    expect(logEntry(error, run)).toEqual({ at: 't', severity: 'error', text: 'x', detail: 'Msg 547, Level 16, State 1, dbo.P, Line 4' });
    const print: ExecutionEvent = { type: 'message', at: 't', severity: 'info', text: 'hello', number: 0, level: 0, state: 1, line: 2 };
    expect(logEntry(print, run)).toEqual({ at: 't', severity: 'info', text: 'hello' });
    expect(logEntry(events[4]!, run)).toMatchObject({ severity: 'warning', text: expect.stringContaining('1,000 rows were kept') });
    expect(logEntry(events[7]!, run)?.text).toBe('dbo.P succeeded after 13 ms. (1,000 rows affected) (1 row affected)');
  });
});

describe('the log', () => {
  it('is bounded and counts what fell out', () => {
    const line = { at: '', severity: 'info' as const, text: 'x' };
    const full = appendLog(
      emptyLog,
      Array.from({ length: LOG_LIMIT + 5 }, () => line),
    );
    expect([full.entries.length, full.dropped, full.entries[0]?.id]).toEqual([LOG_LIMIT, 5, 6]);
    expect(appendLog(full, [line]).entries.at(-1)?.id).toBe(LOG_LIMIT + 6);
  });
  it('tells a validation finding by finding, with places', () => {
    const entries = validationEntries(
      {
        valid: false,
        errors: [{ message: 'Incorrect syntax', line: 12, column: 5, code: '102' }],
        warnings: [{ message: 'star', severity: 'warning', code: 'select-star' }],
        steps: [],
        environment: null,
      },
      { procedureId: 'p', procedure: 'dbo.P' },
    );
    expect(entries.map(({ severity, text }) => [severity, text])).toEqual([
      ['error', 'Incorrect syntax (102)'],
      ['warning', 'star (select-star)'],
      ['error', 'dbo.P is not valid: 1 error, 1 warning.'],
    ]);
    expect(entries[0]?.place).toEqual({ procedureId: 'p', line: 12, column: 5 });
    expect(entries[1]?.place).toBeUndefined();
  });
});

describe('sums', () => {
  it('are exact and count NULL and texts apart', () => {
    expect(summarise(['0.1', '0.2', null, 'abc'])).toEqual({ count: 4, nulls: 1, numbers: 2, sum: '0.3', average: '0.15' });
    expect(summarise(['-1', '2', '2'])).toMatchObject({ sum: '3', average: '1' });
    expect(summarise(['1', '1', '0'])).toMatchObject({ average: '0.666667' });
    expect(summarise(['-1', '-1', '0'])).toMatchObject({ average: '-0.666667' });
    expect(summarise(['9007199254740993', '9007199254740993'])).toMatchObject({ sum: '18014398509481986', average: '9007199254740993' });
    expect(summarise(['1.5E+3', '10'])).toMatchObject({ sum: '1510' });
    expect(summarise([null, 'x'])).toEqual({ count: 2, nulls: 1, numbers: 0, sum: undefined, average: undefined });
  });
  it('do not take texts for numbers', () => {
    expect(['', '.', '-', '1.2.3', '0x10', '1e999999', '2024-01-01'].map(scaledNumber)).toEqual(Array(7).fill(undefined));
  });
  it('of integers agree with BigInt', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { minLength: 1 }), (all) => {
        expect(summarise(all.map(String)).sum).toBe(all.reduce((a, b) => a + b, 0n).toString());
      }),
    );
  });
});

describe('copy formats', () => {
  const table = {
    columns: [
      { name: 'id', type: 'int' },
      { name: 'code', type: 'nvarchar(10)' },
      { name: '', type: 'bit' },
      { name: 'at', type: 'datetime2(0)' },
      { name: 'raw', type: 'varbinary(2)' },
      { name: 'code', type: 'varchar(5)' },
    ],
    rows: [
      ['1', '007', '1', '2024-01-02 03:04:05', '0x0A0B', "O'N"],
      ['2', 'a\t"b"', null, null, null, ''],
    ],
  };
  const options = { headers: true, table: '[dbo].[T]' };
  it('TSV quotes what a spreadsheet would split', () => {
    expect(copyText('tsv', table, options)).toBe(
      'id\tcode\t\tat\traw\tcode\r\n1\t007\t1\t2024-01-02 03:04:05\t0x0A0B\tO\'N\r\n2\t"a\t""b"""\tNULL\tNULL\tNULL\t',
    );
  });
  it('CSV keeps NULL and the empty text apart', () => {
    expect(copyText('csv', { ...table, rows: [table.rows[1]!] }, { ...options, headers: false })).toBe('2,"a\t""b""",,,,""');
  });
  it('JSON writes numbers as digits, bits as booleans, and gives every column a name', () => {
    const text = copyText('json', table, options);
    expect(JSON.parse(text)).toEqual([
      { id: 1, code: '007', column3: true, at: '2024-01-02 03:04:05', raw: '0x0A0B', code_2: "O'N" },
      { id: 2, code: 'a\t"b"', column3: null, at: null, raw: null, code_2: '' },
    ]);
    const big = { columns: [{ name: 'd', type: 'decimal(38, 2)' }], rows: [['123456789012345678901234567890.10'], ['.5']] };
    expect(copyText('json', big, options)).toBe('[\n  { "d": 123456789012345678901234567890.10 },\n  { "d": ".5" }\n]');
    expect(copyText('json', { columns: [], rows: [] }, options)).toBe('[]');
  });
  it('INSERT quotes by type and begins a new statement after 1,000 rows', () => {
    expect(copyText('insert', { columns: table.columns.slice(0, 4), rows: [table.rows[0]!.slice(0, 4)] }, options)).toBe(
      "INSERT INTO [dbo].[T] ([id], [code], [column3], [at]) VALUES\n  (1, N'007', 1, '2024-01-02 03:04:05');",
    );
    const many = { columns: [{ name: 'a]b', type: 'int' }], rows: Array.from({ length: 1001 }, () => ['1']) };
    expect(copyText('insert', many, options).match(/INSERT INTO \[dbo\]\.\[T\] \(\[a\]\]b\]\)/g)).toHaveLength(2);
  });
  it('knows the family of a printed type', () => {
    expect(['decimal(19, 4)', 'BIT', 'nvarchar(max)', 'uniqueidentifier', 'rowversion', 'dbo.Phone'].map(familyOf)).toEqual([
      'number',
      'bit',
      'text',
      'date',
      'binary',
      'text',
    ]);
  });
});
