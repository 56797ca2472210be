import { parse } from '@sprocket/tsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSystemProcedures, systemProcedure, systemProcedureId } from '../../src/catalog/procedures/index.ts';
import type { Session } from '../../src/session/api.ts';
import { batch, startServer, type TestServer } from '../session/support.ts';

const texts = allSystemProcedures.flatMap((procedure) => (procedure.kind === 'text' ? [procedure] : []));
const natives = allSystemProcedures.flatMap((procedure) => (procedure.kind === 'native' ? [procedure] : []));

describe('the list of system procedures', () => {
  it('has every name once, in any case', () => {
    const names = allSystemProcedures.map(({ name }) => name.toLowerCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(systemProcedure('SP_HELP')?.name).toBe('sp_help');
    expect(systemProcedure('sp_nothing')).toBeUndefined();
  });

  it('gives every procedure a negative object id of its own', () => {
    const ids = allSystemProcedures.map(({ name }) => systemProcedureId(name));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id < -1_000_000_000)).toBe(true);
    expect(systemProcedureId('sp_nothing')).toBe(0);
  });

  it.each(texts)('$name is one CREATE PROCEDURE in schema sys', ({ name, definition }) => {
    const { statements, diagnostics } = parse(definition);
    expect(diagnostics).toEqual([]);
    expect(statements).toHaveLength(1);
    const [statement] = statements;
    expect(statement?.kind === 'createProcedure' && statement.name.parts.map((part) => part.value)).toEqual(['sys', name]);
  });

  it.each(natives)('$name has parameters with constant defaults', ({ parameters }) => {
    expect(parameters.every((parameter) => parameter.name.startsWith('@'))).toBe(true);
    const defaults = parameters.map((parameter) => parameter.default).filter((text) => text !== null);
    expect(defaults.every((text) => text === 'NULL' || /^'[^']*'$/.test(text))).toBe(true);
    // Those without a default come first, so that positions and names agree.
    const optional = parameters.findIndex((parameter) => parameter.default !== null);
    expect(optional < 0 || parameters.slice(optional).every((parameter) => parameter.default !== null)).toBe(true);
  });
});

describe('every T-SQL procedure', () => {
  let server: TestServer;
  let session: Session;

  beforeAll(async () => {
    server = await startServer();
    session = await server.login();
    await batch(session, 'CREATE DATABASE stage');
    await batch(session, 'USE stage; CREATE TABLE dbo.nothing (id int NOT NULL PRIMARY KEY, name nvarchar(10) NULL)');
  });

  afterAll(() => server.close());

  /** A call with the name of the one table for each required parameter. */
  const callOf = (name: string, definition: string): string => {
    const [statement] = parse(definition).statements;
    const parameters = statement?.kind === 'createProcedure' ? statement.parameters : [];
    const required = parameters.filter((parameter) => parameter.default === null);
    const isNumber = (type: string): boolean => ['int', 'smallint', 'tinyint', 'bit'].includes(type);
    const value = (type: string): string => (isNumber(type) ? '1' : "N'nothing'");
    return `EXEC sys.${name} ${required.map((p) => `${p.variable.name} = ${value(p.type.name.parts.at(-1)?.value ?? '')}`).join(', ')}`;
  };

  // A missing object is 15xxx or the error of the statement that a procedure executes; anything that does not compile here is a mistake of ours.
  const MISTAKES = new Set([102, 156, 201, 207, 208, 209, 137, 245, 402, 8120, 8144, 8145, 8152, 2628, 2812, 40510]);

  it.each(texts)('$name binds and runs', async ({ name, definition }) => {
    const { messages } = await batch(session, callOf(name, definition));
    expect(server.logged.filter(({ level }) => level === 'error').splice(0)).toEqual([]);
    const isCommand = name === 'sp_sqlexec' || name.startsWith('sp_MSforeach');
    const mistakes = messages.filter(({ number, severity }) => severity > 10 && MISTAKES.has(number));
    expect(mistakes.filter(({ number }) => !(isCommand && number === 2812))).toEqual([]);
  });
});
