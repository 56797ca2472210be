/** The text of one routine of an environment, and which procedures there are. */
import { TYPES } from 'tedious';
import type { SqlParameter, SqlSession } from '../session.ts';

export interface RoutineName {
  readonly schema: string;
  readonly name: string;
}

export interface ProcedureOfEnvironment extends RoutineName {
  /** As the server prints it, without a zone. */
  readonly modifiedAt: string | null;
  readonly encrypted: boolean;
}

/** Parameters @schema and @name. */
export function nameParameters({ schema, name }: RoutineName): readonly SqlParameter[] {
  return [
    { name: 'schema', type: TYPES.NVarChar, value: schema, options: { length: 128 } },
    { name: 'name', type: TYPES.NVarChar, value: name, options: { length: 128 } },
  ];
}

/** null when there is no such routine, or its text is encrypted. */
export async function routineText(session: SqlSession, routine: RoutineName): Promise<string | null> {
  const rows = await session.rows(
    `SELECT m.definition FROM sys.sql_modules AS m
      JOIN sys.objects AS o ON o.object_id = m.object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
      WHERE s.name = @schema AND o.name = @name`,
    nameParameters(routine),
  );
  return rows[0]?.[0] ?? null;
}

export async function listProceduresOf(session: SqlSession): Promise<readonly ProcedureOfEnvironment[]> {
  const rows = await session.rows(
    `SELECT s.name, o.name, CONVERT(nvarchar(33), o.modify_date, 126), CASE WHEN m.definition IS NULL THEN 1 ELSE 0 END
      FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id
      LEFT JOIN sys.sql_modules AS m ON m.object_id = o.object_id
      WHERE o.type = 'P' AND o.is_ms_shipped = 0 ORDER BY s.name, o.name`,
  );
  return rows.map(([schema, name, modifiedAt, encrypted]) => ({
    schema: schema ?? '',
    name: name ?? '',
    modifiedAt: modifiedAt ?? null,
    encrypted: encrypted === '1',
  }));
}
