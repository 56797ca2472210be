/** The procedures that every database has. */

import { describe, expect, it } from 'vitest';
import { type Caller, date, errorsOf, text } from './call.ts';
import { rowCount } from './sample.ts';
import { row } from './shape.ts';

export function everywhereSuite(call: () => Caller): void {
  describe('procedures of every database', () => {
    it('CalendarDays', async () => {
      const answer = await call().procedure('CalendarDays', { From: date('2025-12-29'), To: date('2026-01-04') });
      expect(answer.results).toEqual([
        {
          columns: [
            'CalendarDay date',
            'DayName nvarchar(30)',
            'IsoWeek int',
            'Quarter int',
            'DayOfYear int',
            'MonthEnd date',
            'IsWeekend int',
          ],
          rows: [
            row('2025-12-29', 'Monday', 1, 4, 363, '2025-12-31', 0),
            row('2025-12-30', 'Tuesday', 1, 4, 364, '2025-12-31', 0),
            row('2025-12-31', 'Wednesday', 1, 4, 365, '2025-12-31', 0),
            row('2026-01-01', 'Thursday', 1, 1, 1, '2026-01-31', 0),
            row('2026-01-02', 'Friday', 1, 1, 2, '2026-01-31', 0),
            row('2026-01-03', 'Saturday', 1, 1, 3, '2026-01-31', 1),
            row('2026-01-04', 'Sunday', 1, 1, 4, '2026-01-31', 1),
          ],
        },
      ]);
      expect(answer.status).toBe(0);
    });

    it('CalendarDays: a period that is too long', async () => {
      const answer = await call().procedure('CalendarDays', { From: date('2000-01-01'), To: date('2026-01-04') });
      expect(errorsOf(answer)).toEqual([
        '530, 16, 1: The statement terminated. The maximum recursion 3660 has been exhausted before statement completion.',
      ]);
    });

    it('FindColumn', async () => {
      const answer = await call().procedure('FindColumn', { Pattern: text('%CountryCode%') });
      const found = (schema: string, table: string, type: string) => row(schema, table, type, 'CountryCode', 'char', 2, 'NO');
      expect(answer.results).toEqual([
        {
          columns: [
            'TABLE_SCHEMA nvarchar(128)',
            'TABLE_NAME nvarchar(128)',
            'TABLE_TYPE varchar(10)',
            'COLUMN_NAME nvarchar(128)',
            'DATA_TYPE nvarchar(128)',
            'CHARACTER_MAXIMUM_LENGTH int',
            'IS_NULLABLE varchar(3)',
          ],
          rows: [
            found('parts', 'Brand', 'BASE TABLE'),
            found('sales', 'Customer', 'BASE TABLE'),
            found('sales', 'CustomerSummary', 'VIEW'),
            found('stock', 'Warehouse', 'BASE TABLE'),
          ],
        },
      ]);
    });

    it('Ping', async () => {
      const { results } = await call().procedure('Ping');
      expect(results[0]?.columns).toEqual([
        'ServerName nvarchar(128)',
        'DatabaseName nvarchar(128)',
        'LoginName nvarchar(128)',
        'SessionId smallint',
        'UtcTime datetime2',
      ]);
      const [, database, login, session, time] = results[0]?.rows[0] ?? [];
      expect([database, login]).toEqual(['spokes', 'sa']);
      expect(Number(session)).toBeGreaterThan(50);
      expect(Math.abs(Date.now() - Date.parse(`${time}Z`))).toBeLessThan(60_000);
    });

    it('ReportError: nothing to report', async () => {
      const answer = await call().procedure('ReportError', { Text: text(null, true) });
      expect(answer.outputs).toEqual({ Text: null });
      expect(answer.status).toBe(0);
    });

    it('ReportError: in a CATCH block', async () => {
      const sql = `BEGIN TRANSACTION;
BEGIN TRY
    SELECT 1 / 0;
END TRY
BEGIN CATCH
    DECLARE @Text nvarchar(2048), @Number int;
    EXEC @Number = ReportError @Text OUTPUT;
    SELECT @Number AS Number, @Text AS Text;
END CATCH;
ROLLBACK TRANSACTION;`;
      const { results } = await call().batch(sql);
      const report = 'Error 8134, severity 16, state 1 in the batch, line 3: Divide by zero error encountered. (a transaction is open)';
      expect(results.at(-1)).toEqual({ columns: ['Number int', 'Text nvarchar(2048)'], rows: [row(8134, report)] });
    });

    it('TableSizes', async () => {
      const answer = await call().procedure('TableSizes', { SchemaName: text('stock') });
      expect(answer.results).toEqual([
        {
          columns: ['SchemaName nvarchar(128)', 'TableName nvarchar(128)', 'ColumnCount int', 'RowCountNow bigint'],
          rows: [
            row('stock', 'StockLevel', 7, rowCount('stock.StockLevel')),
            row('stock', 'StockMovement', 8, rowCount('stock.StockMovement')),
            row('stock', 'Warehouse', 10, rowCount('stock.Warehouse')),
          ],
        },
      ]);
    });
  });
}
