/**
 * Which parameters of procedures have defaults. SQL Server's catalog does not say so for T-SQL (`has_default_value` speaks of CLR alone), so it is
 * read from the texts. A text is asked for and parsed once, and again when the procedure was changed; between texts other work gets its turn.
 */
import { setImmediate } from 'node:timers/promises';
import { signature } from '@sprocket/tsql';
import type { SqlSession } from '../session.ts';

/** By object_id: the defaults as T-SQL text, by name in lower case. A procedure without a readable text is absent. */
export type ProcedureDefaults = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Known {
  readonly modified: string;
  readonly defaults: ReadonlyMap<string, string> | undefined;
}

/** Texts that are asked for in one query. */
const BATCH = 200;

export class ParameterDefaults {
  #known = new Map<string, Known>();

  async of(session: SqlSession, procedures: readonly { readonly id: string; readonly modified: string }[]): Promise<ProcedureDefaults> {
    const changed = procedures.filter(({ id, modified }) => this.#known.get(id)?.modified !== modified);
    const texts = await textsOf(
      session,
      changed.map(({ id }) => id),
    );
    const known = new Map<string, Known>();
    for (const { id, modified } of procedures) {
      const before = this.#known.get(id);
      known.set(id, before?.modified === modified ? before : { modified, defaults: await defaultsIn(texts.get(id)) });
    }
    this.#known = known;
    return new Map([...known].flatMap(([id, { defaults }]) => (defaults === undefined ? [] : [[id, defaults] as const])));
  }
}

async function textsOf(session: SqlSession, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < ids.length; at += BATCH) {
    // Ids come from the catalog and are numbers.
    const list = ids
      .slice(at, at + BATCH)
      .map(Number)
      .join(', ');
    const rows = await session.rows(`SELECT object_id, definition FROM sys.sql_modules WHERE object_id IN (${list})`);
    for (const [id, text] of rows) if (id != null && text != null) texts.set(id, text);
  }
  return texts;
}

async function defaultsIn(text: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  if (text === undefined) return undefined;
  await setImmediate();
  const parameters = signature(text).filter(({ hasDefault }) => hasDefault);
  return new Map(parameters.map((parameter) => [parameter.name.toLowerCase(), parameter.default ?? 'NULL']));
}
