import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BulkOptions } from '../../src/functions/bulk/options.ts';
import { equalFields, recordsOf } from '../../src/functions/bulk/records.ts';

const PLAIN: BulkOptions = {
  csv: false,
  fieldTerminator: '\t',
  rowTerminator: '\n',
  quote: '"',
  firstRow: 1,
  lastRow: Number.POSITIVE_INFINITY,
  batchSize: 0,
  maxErrors: 10,
  keepNulls: false,
  keepIdentity: false,
  checkConstraints: false,
  fireTriggers: false,
  wide: false,
  codePage: '',
  formatFile: null,
};
const CSV: BulkOptions = { ...PLAIN, csv: true, fieldTerminator: ',' };

const fieldsOf = (text: string, width: number, options: BulkOptions): readonly (readonly string[])[] =>
  [...recordsOf(text, equalFields(width, options), 'f', options)].map((record) => record.fields);

describe('records of a data file', () => {
  it('reads back what a CSV writer wrote', () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',') + end).join('');
        expect(fieldsOf(text, rows[0]?.length ?? 0, CSV)).toEqual(rows);
      }),
    );
  });

  it('reads back plain fields without terminators', () => {
    const field = fc.stringMatching(/^[^\t\r\n]*$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(fieldsOf(rows.map((row) => `${row.join('\t')}\n`).join(''), 3, PLAIN)).toEqual(rows);
      }),
    );
  });

  it.each([
    ['a\tb', [['a', 'b']]],
    ['a\tb\r\n', [['a', 'b']]],
    ['a\tb\n\n', [['a', 'b']]],
    ['a\nb\tc\n', [['a\nb', 'c']]],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(fieldsOf(text, 2, PLAIN)).toEqual(expected);
  });

  it.each([
    ['a\tb\nc', PLAIN, 4832],
    ['"a,b', CSV, 4832],
    ['a,b,c\n', CSV, 4879],
    ['a\n', CSV, 4879],
    ['"a"x,b\n', CSV, 4879],
  ])('refuses %j', (text, options, number) => {
    expect(() => fieldsOf(text, 2, options)).toThrow(expect.objectContaining({ number }));
  });
});
