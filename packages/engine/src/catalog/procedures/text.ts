/** How a T-SQL system procedure is written down: its name, and the rest of its CREATE PROCEDURE statement. */

import type { TextProcedure } from './procedure.ts';

/** The procedure `sys.name`; `rest` begins with its parameters or with AS. */
export const procedure = (name: string, rest: string): TextProcedure => ({
  kind: 'text',
  name,
  definition: `CREATE PROCEDURE sys.${name} ${rest.trim()}\n`,
});

/** The same procedure under several names, as the catalog procedures of ODBC have one for each version of the driver. */
export const procedures = (names: readonly string[], rest: string): readonly TextProcedure[] => names.map((name) => procedure(name, rest));

/** A value as a T-SQL literal. */
export function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** Rows of a table value constructor. */
export const valueRows = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n    ');

/** `name` is like a pattern; NULL stands for every name. */
export const matches = (name: string, pattern: string): string => `(${pattern} IS NULL OR ${name} LIKE ${pattern})`;

/** Without `@fUsePattern` the names that were given mean themselves: what would be a wildcard is escaped. */
export const asPatterns = (names: readonly string[]): string => `
  IF @fUsePattern = 0
    SELECT ${names.map((name) => `${name} = REPLACE(REPLACE(REPLACE(${name}, N'[', N'[[]'), N'%', N'[%]'), N'_', N'[_]')`).join(',\n      ')}`;

/** Ends a procedure whose table qualifier is not the database in use: 15250, or no rows for an empty one, which the names then say. */
export const requireCurrentDatabase = (qualifier: string, name: string): string => `
  IF ${qualifier} IS NOT NULL AND ${qualifier} <> DB_NAME()
  BEGIN
    IF ${qualifier} <> N''
    BEGIN
      RAISERROR(15250, -1, -1)
      RETURN 1
    END
    SET ${name} = N''
  END`;

/** Pages of so many rows, as roughly as sys.dm_db_partition_stats has them: asking that view would count the rows of every table. */
export const pagesOf = (rows: string): string => `(${rows} + 99) / 100`;
