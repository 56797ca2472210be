import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectLanguage, type Findings, type Port } from '../../src/features/sql-editor/language/client.ts';
import { applyChanges, type FromWorker, type ToWorker } from '../../src/features/sql-editor/language/protocol.ts';
import { createLanguageService } from '../../src/features/sql-editor/language/service.ts';

const catalog = {
  database: 'db',
  defaultSchema: 'dbo',
  schemas: ['dbo'],
  tables: [{ schema: 'dbo', name: 'Orders', kind: 'table' as const, columns: [{ name: 'OrderId', type: 'int', nullable: false }] }],
  routines: [],
  types: [],
};

/** A worker without a thread: messages are handed over at once. */
function connected() {
  const findings: Findings[] = [];
  const port: Port = { postMessage: (message: ToWorker) => service.receive(message), onmessage: null, terminate: () => undefined };
  const service = createLanguageService((data: FromWorker) => port.onmessage?.({ data } as MessageEvent<FromWorker>));
  const client = connectLanguage(port, (found) => findings.push(found));
  return { client, findings };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the language client and its service', () => {
  it('tell syntax at once and names after a pause, about the newest version alone', async () => {
    const { client, findings } = connected();
    client.setCatalog(catalog);
    client.open('p', 1, 'CREATE PROCEDURE dbo.P AS SET NOCOUNT ON; SELECT Missing FROM dbo.Orders;');
    await vi.advanceTimersByTimeAsync(0);
    const whole = findings.at(-1);
    expect(whole).toMatchObject({ document: 'p', version: 1, complete: true });
    expect(whole?.findings.map(({ severity }) => severity)).toContain('warning');
    findings.length = 0;
    client.edit('p', 2, [{ offset: 0, length: 6, text: 'CREAT' }]);
    client.edit('p', 3, [{ offset: 0, length: 5, text: 'CREATE' }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(findings.map(({ version, complete }) => [version, complete])).toEqual([
      [3, false],
      [3, true],
    ]);
  });
  it('answer about the text as it is after the edits', async () => {
    const { client } = connected();
    client.setCatalog(catalog);
    client.open('p', 1, 'SELECT o. FROM dbo.Order o');
    client.edit('p', 2, [{ offset: 24, length: 0, text: 's' }]);
    const items = await client.ask({ kind: 'complete', document: 'p', offset: 9 });
    expect(items?.map(({ label }) => label)).toContain('OrderId');
    expect(await client.ask({ kind: 'format', document: 'p' })).toBeNull();
    expect(await client.ask({ kind: 'hover', document: 'closed', offset: 0 })).toBeNull();
  });
  it('format what parses', async () => {
    const { client } = connected();
    client.open('p', 1, 'create procedure dbo.P as select 1 as x');
    expect(await client.ask({ kind: 'format', document: 'p' })).toMatch(/^CREATE PROCEDURE dbo\.P\nAS/);
  });
  it('say nothing about a closed text', async () => {
    const { client, findings } = connected();
    client.open('p', 1, 'SELEC');
    client.close('p');
    await vi.advanceTimersByTimeAsync(1000);
    expect(findings).toEqual([]);
  });
});

describe('edits', () => {
  it('count in the text before all of them', () => {
    expect(
      applyChanges('abcdef', [
        { offset: 4, length: 1, text: 'E!' },
        { offset: 0, length: 2, text: '' },
      ]),
    ).toBe('cdE!f');
  });
});
