import type { Column, Token, TypeInfo, Value } from '@sprocket/tds';
import { column } from '@sprocket/tds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClientEncryption, connectClient, type TdsClient } from '../src/client/tds-client.ts';
import { jsonText, valueText } from '../src/client/value-text.ts';
import { FORMATS, type Format } from '../src/commands/sql/formats.ts';
import { completeBatches } from '../src/commands/sql/interactive.ts';
import { sqlOptions } from '../src/commands/sql/options.ts';
import { runBatch } from '../src/commands/sql/run-batch.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

function connect(server: StubServer, encryption: ClientEncryption = 'off', password = 'secret'): Promise<TdsClient> {
  const { host, port } = server.tds;
  return connectClient({ host, port, user: 'sa', password, database: '', encryption, trustCertificate: true, applicationName: 'test' });
}

async function collect(tokens: AsyncIterable<Token>): Promise<Token[]> {
  const all: Token[] = [];
  for await (const token of tokens) all.push(token);
  return all;
}

const rowsOf = (tokens: readonly Token[]) =>
  tokens.flatMap((token) => (token.kind === 'ROW' || token.kind === 'NBCROW' ? [token.values] : []));

describe('the client', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
  });
  afterAll(() => server.close());

  it.each(['off', 'login', 'on', 'strict'] as const)('works with encryption %s', async (encryption) => {
    const client = await connect(server, encryption);
    expect(client.database).toBe('master');
    expect(rowsOf(await collect(client.batch('select 1 2')))).toEqual([[1], [2]]);
    expect(rowsOf(await collect(client.batch('rows 50000')))).toHaveLength(50_000);
    client.close();
  });

  it('refuses a certificate that nobody has signed unless it is told to trust it', async () => {
    const { host, port } = server.tds;
    const login = { host, port, user: 'sa', password: 'secret', database: '', trustCertificate: false, applicationName: 'test' };
    await expect(connectClient({ ...login, encryption: 'on' })).rejects.toThrow('self-signed certificate');
    await expect(connectClient({ ...login, encryption: 'strict' })).rejects.toThrow('self-signed certificate');
  });

  it('reports a refused login and a closed port', async () => {
    await expect(connect(server, 'off', 'wrong')).rejects.toThrow("Login failed for user 'sa'.");
    await expect(
      connectClient({
        host: '127.0.0.1',
        port: 1,
        user: 'sa',
        password: '',
        database: '',
        encryption: 'off',
        trustCertificate: true,
        applicationName: 'test',
      }),
    ).rejects.toThrow('cannot connect to 127.0.0.1:1');
  });

  it('follows the database and cancels', async () => {
    const client = await connect(server);
    await collect(client.batch('use shop'));
    expect(client.database).toBe('shop');
    const running = collect(client.batch('wait'));
    setTimeout(() => client.cancel(), 50);
    expect((await running).at(-1)).toMatchObject({ kind: 'DONE', status: 0x20 });
    expect(rowsOf(await collect(client.batch('select 3')))).toEqual([[3]]);
    client.close();
  });

  it('prints what sqlcmd prints', async () => {
    const client = await connect(server);
    let printed = '';
    const screen = { results: (text: string) => (printed += text), messages: (text: string) => (printed += text) };
    const options = { format: FORMATS.table(), counts: true, screen };
    expect(await runBatch(client, 'select 1 20\nprint hello\nfail 16', options)).toBe(16);
    expect(printed).toBe(
      [
        'value',
        '-----',
        '    1',
        '   20',
        '',
        '(2 rows affected)',
        'hello',
        'Msg 50000, Level 16, State 7, Server SPROCKET, Procedure dbo.p, Line 3',
        'It failed.',
        '',
      ].join('\n'),
    );
    client.close();
  });
});

describe('values as text', () => {
  const cases: [TypeInfo, Value, string][] = [
    [{ name: 'int' }, -5, '-5'],
    [{ name: 'bigint' }, 9223372036854775807n, '9223372036854775807'],
    [{ name: 'decimal', precision: 10, scale: 3 }, -5n, '-0.005'],
    [{ name: 'decimal', precision: 10, scale: 0 }, 12n, '12'],
    [{ name: 'money' }, 123456n, '12.3456'],
    [{ name: 'varbinary', length: 3 }, Uint8Array.of(1, 0xab), '0x01AB'],
    [{ name: 'date' }, 0, '0001-01-01'],
    [{ name: 'date' }, 738944, '2024-02-29'],
    [{ name: 'datetime' }, 1, '1900-01-01 00:00:00.003'],
    [{ name: 'datetime' }, -25_920_000, '1899-12-31 00:00:00.000'],
    [{ name: 'smalldatetime' }, 61, '1900-01-01 01:01:00'],
    [{ name: 'time', scale: 3 }, 36_610_005_0000, '10:10:10.005'],
    [{ name: 'time', scale: 0 }, 0, '00:00:00'],
    [{ name: 'datetime2', scale: 7 }, 864_000_000_001n, '0001-01-02 00:00:00.0000001'],
    [{ name: 'datetimeoffset', scale: 0 }, { utc: 864_000_000_000n, offset: -330 }, '0001-01-01 18:30:00 -05:30'],
    [{ name: 'sql_variant' }, { type: { name: 'money' }, value: 5n }, '0.0005'],
    [{ name: 'int' }, null, 'NULL'],
  ];
  it.each(cases)('%j %s is %s', (type, value, text) => {
    expect(valueText(value, type)).toBe(text);
  });

  it('become JSON without losing a digit', () => {
    expect(jsonText(12345678901234567890n, { name: 'decimal', precision: 38, scale: 5 })).toBe('123456789012345.67890');
    expect(jsonText(1, { name: 'bit' })).toBe('true');
    expect(jsonText('a"b', { name: 'ntext', collation: { lcid: 0, flags: 0, version: 0, sortId: 0 } })).toBe('"a\\"b"');
    expect(jsonText(null, { name: 'int' })).toBe('null');
    expect(jsonText({ type: { name: 'int' }, value: 4 }, { name: 'sql_variant' })).toBe('4');
  });
});

describe('formats', () => {
  const collation = { lcid: 0x409, flags: 0, version: 0, sortId: 52 };
  const columns: Column[] = [column('id', { name: 'int' }), column('', { name: 'nvarchar', length: 20, collation })];
  const print = (format: Format) =>
    [format.begin(columns), format.row([1, 'a "b"\nc']), format.row([22, null]), format.row([3, '']), format.end()].join('');

  it('table lines columns up', () => {
    expect(print(FORMATS.table())).toBe('id \n-- -------\n 1 a "b" c\n22 NULL\n 3\n'.replace('id \n', 'id\n'));
  });

  it('csv tells NULL from the empty string', () => {
    expect(print(FORMATS.csv())).toBe('id,""\n1,"a ""b""\nc"\n22,\n3,""\n');
  });

  it('json is JSON', () => {
    expect(JSON.parse(print(FORMATS.json()))).toEqual([
      { id: 1, column2: 'a "b"\nc' },
      { id: 22, column2: null },
      { id: 3, column2: '' },
    ]);
    const empty = FORMATS.json();
    expect(JSON.parse(empty.begin(columns) + empty.end())).toEqual([]);
  });
});

describe('what is typed', () => {
  it.each([
    ['select 1', undefined],
    ['select 1\nGO', ['select 1\n']],
    ['select 1\n  go 3 ', ['select 1\n']],
    ["select '\nGO", undefined],
    ['/*\nGO\n*/', undefined],
    ['GO', []],
  ])('%j', (text, batches) => {
    expect(completeBatches(text)?.map((batch) => batch.text)).toEqual(batches);
  });

  it('may repeat', () => {
    expect(completeBatches('x\ngo 3')?.[0]?.count).toBe(3);
  });
});

describe('flags of sprocket sql', () => {
  it('are those of sqlcmd', () => {
    const options = sqlOptions(['-S', 'tcp:db,1500', '-U', 'sa', '-P', 'x', '-d', 'shop', '-Q', 'select 1', '-b', '-C'], {});
    expect(options).toMatchObject({ password: 'x', query: 'select 1', stay: false, stopOnError: true, format: 'table' });
    expect(options.client).toMatchObject({
      host: 'db',
      port: 1500,
      user: 'sa',
      database: 'shop',
      encryption: 'login',
      trustCertificate: true,
    });
    expect(sqlOptions([], { SQLCMDUSER: 'me', SQLCMDPASSWORD: 'y' })).toMatchObject({
      password: 'y',
      client: { host: 'localhost', port: 1433, user: 'me' },
    });
  });

  it.each([
    [['-S', 'db,port'], 'is not host,port'],
    [['--format', 'xml'], 'one of table, csv, json expected'],
    [['-N', 'maybe'], 'one of off, login, on, strict expected'],
    [['--what'], "Unknown option '--what'"],
  ])('%j are refused', (args, message) => {
    expect(() => sqlOptions(args, {})).toThrow(message);
  });
});
