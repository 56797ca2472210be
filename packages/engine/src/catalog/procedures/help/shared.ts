/** What the procedures of the sp_help family begin with, and the words in which they name kinds of objects. */

import { valueRows } from '../text.ts';

/** Ends with 15250 or 15009 unless `@objname` is an object of this database; then `@id` is its object id. */
export const RESOLVE_OBJECT = `
  DECLARE @db sysname = DB_NAME()
  IF PARSENAME(@objname, 3) <> @db
  BEGIN
    RAISERROR(15250, -1, -1)
    RETURN 1
  END
  DECLARE @id int = OBJECT_ID(@objname)
  IF @id IS NULL
  BEGIN
    RAISERROR(15009, -1, -1, @objname, @db)
    RETURN 1
  END`;

const LABELS: readonly (readonly [string, string])[] = [
  ['C', 'check cns'],
  ['D', 'default (maybe cns)'],
  ['F', 'foreign key cns'],
  ['FN', 'scalar function'],
  ['IF', 'inline function'],
  ['P', 'stored procedure'],
  ['PK', 'primary key cns'],
  ['R', 'rule'],
  ['S', 'system table'],
  ['SN', 'synonym'],
  ['SO', 'sequence object'],
  ['SQ', 'service queue'],
  ['TF', 'table function'],
  ['TR', 'trigger'],
  ['TT', 'table type'],
  ['U', 'user table'],
  ['UQ', 'unique key cns'],
  ['V', 'view'],
  ['X', 'extended stored proc'],
];

/** `label(type, text)`: kinds of objects in the words of sp_help. */
export const OBJECT_LABELS = `(VALUES
    ${valueRows(LABELS)}
  ) AS label(type, text)`;

/** The owner of an object: dbo, or the schema of a system object. */
export const ownerOf = (object: string): string =>
  `CASE ${object}.schema_id WHEN 3 THEN N'INFORMATION_SCHEMA' WHEN 4 THEN N'sys' ELSE N'dbo' END`;
