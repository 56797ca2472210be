/** What the environment knows of a procedure: the text that it runs, and who calls it. Deploying is here too: one batch, nothing around it. */
import type { ProcedureName } from '@sprocket/tsql';
import { nameParameters, routineText } from '../../environments/catalog/routine-text.ts';
import { EnvironmentRefused, EnvironmentUnreachable, type SqlMessage } from '../../environments/failures.ts';
import type { Row, SqlSession } from '../../environments/session.ts';

const DEPLOY_TIMEOUT = 60_000;

/** null when the environment has no such procedure, or hides its text. */
export const liveText = (session: SqlSession, own: ProcedureName): Promise<string | null> => routineText(session, own);

/** Sends the batch. Throws EnvironmentRefused with all errors, or EnvironmentUnreachable: then nobody knows whether it took effect. */
export async function deploy(session: SqlSession, text: string): Promise<void> {
  const errors: SqlMessage[] = [];
  const message = (one: SqlMessage) => {
    if (one.level > 10) errors.push(one);
  };
  const { end } = await session.run({ kind: 'batch', text }, { message }, { timeoutMilliseconds: DEPLOY_TIMEOUT });
  if (errors.length > 0) throw new EnvironmentRefused(errors);
  if (end !== 'completed') throw new EnvironmentUnreachable('timeout', 'The environment did not answer in time.');
}

/** Routines that name the procedure, by the server's own records; from their texts where it keeps none. */
export async function callersOf(session: SqlSession, own: ProcedureName): Promise<readonly ProcedureName[]> {
  const rows = await byDependency(session, own).catch((error: unknown) => {
    if (error instanceof EnvironmentRefused) return byText(session, own);
    throw error;
  });
  return rows.map(([schema, name]) => ({ schema: schema ?? '', name: name ?? '' }));
}

/** A reference without a schema is resolved when it runs; it counts when the name fits. */
function byDependency(session: SqlSession, own: ProcedureName): Promise<readonly Row[]> {
  return session.rows(
    `SELECT DISTINCT s.name, o.name FROM sys.sql_expression_dependencies AS d
      JOIN sys.objects AS o ON o.object_id = d.referencing_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
      WHERE d.referenced_entity_name = @name AND (d.referenced_schema_name IS NULL OR d.referenced_schema_name = @schema)
        AND d.referenced_database_name IS NULL AND NOT (s.name = @schema AND o.name = @name)
      ORDER BY 1, 2`,
    nameParameters(own),
  );
}

function byText(session: SqlSession, own: ProcedureName): Promise<readonly Row[]> {
  return session.rows(
    `SELECT s.name, o.name FROM sys.sql_modules AS m
      JOIN sys.objects AS o ON o.object_id = m.object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
      WHERE CHARINDEX(@name, m.definition) > 0 AND NOT (s.name = @schema AND o.name = @name)
      ORDER BY 1, 2`,
    nameParameters(own),
  );
}
