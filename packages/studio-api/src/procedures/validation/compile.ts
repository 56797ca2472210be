/**
 * Third step: the environment itself compiles the procedure, under a name that nothing else has, in a transaction that is rolled back. Should the
 * connection break on the way, the server rolls back as well: the name is never seen by anybody else and never stays.
 *
 * A temporary procedure would not do: it is compiled in tempdb's collation and cannot have table-valued parameters of the database. CREATE
 * PROCEDURE must be alone in its batch, so the transaction spans three batches.
 */
import { randomBytes } from 'node:crypto';
import type { SqlDiagnostic } from '@sprocket/studio-contract';
import { type Deployment, draftPosition, type ProcedureName, parseProcedure } from '@sprocket/tsql';
import { EnvironmentUnreachable, type SqlMessage } from '../../environments/failures.ts';
import { quoteName } from '../../environments/quote.ts';
import type { SqlSession } from '../../environments/session.ts';
import { type Findings, NOTHING, type Subject, type WithSession } from './step.ts';

const TIMEOUT = 30_000;

export async function compileStep({ text, own, deployment }: Subject, withSession: WithSession): Promise<Findings> {
  if (deployment === undefined) return NOTHING;
  const probe = `__check_${randomBytes(8).toString('hex')}`;
  const messages = await withSession((session) => compile(session, probeText(deployment, own, probe)));
  const errors = messages.filter(({ level }) => level > 10);
  return { errors: errors.map((message) => compileDiagnostic(message, { text, own, deployment, probe })), warnings: [] };
}

async function compile(session: SqlSession, text: string): Promise<readonly SqlMessage[]> {
  const messages: SqlMessage[] = [];
  await session.rows('SET LOCK_TIMEOUT 10000; BEGIN TRANSACTION');
  const options = { timeoutMilliseconds: TIMEOUT };
  const { end } = await session.run({ kind: 'batch', text }, { message: (message) => messages.push(message) }, options);
  // What throws from here on closes the connection, and that rolls back.
  await session.rows('IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION');
  if (end !== 'completed') throw new EnvironmentUnreachable('timeout', 'The environment took too long to compile the procedure.');
  return messages;
}

/** The batch with the probe's name in place of the procedure's. Both stand on one line, so lines stay what they are. */
function probeText({ sql }: Deployment, { schema }: ProcedureName, probe: string): string {
  const span = parseProcedure(sql).header?.nameSpan;
  if (span === undefined) return sql;
  return `${sql.slice(0, span.start)}${quoteName({ schema, name: probe })}${sql.slice(span.end)}`;
}

interface Compiled {
  readonly text: string;
  readonly own: ProcedureName;
  readonly deployment: Deployment;
  readonly probe: string;
}

function compileDiagnostic({ text: message, number, line }: SqlMessage, { text, own, deployment, probe }: Compiled): SqlDiagnostic {
  const place = line > 0 ? draftPosition(deployment.map, { line, column: 1 }).line : undefined;
  const near = namedToken(message);
  const column = place === undefined || near === undefined ? undefined : columnOf(text, place, near);
  return {
    message: message.replaceAll(probe, own.name),
    code: String(number),
    ...(place === undefined ? {} : { line: place }),
    ...(near === undefined ? {} : { near }),
    ...(column === undefined || near === undefined ? {} : { column, endLine: place, endColumn: column + near.length }),
  };
}

/** The word that a message is about: the last one in quotes. */
function namedToken(message: string): string | undefined {
  const quoted = [...message.matchAll(/'([^']+)'|"([^"]+)"/g)];
  const last = quoted.at(-1);
  return last?.[1] ?? last?.[2];
}

/** Where the word stands on its line, when it does. */
function columnOf(text: string, line: number, word: string): number | undefined {
  const at = (text.split('\n')[line - 1] ?? '').toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? undefined : at + 1;
}
