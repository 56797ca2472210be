/** The workspace that the first account finds, on the sample database: published for real, and it all runs. */
import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from './executions/run.ts';
import { startApi, type TestApi } from './support/api.ts';
import type { Client } from './support/client.ts';
import { type SqlServer, startSqlServer } from './support/sql-server.ts';

const workspace = 'demo';
let sql: SqlServer;
let api: TestApi;
let owner: Client;

beforeAll(async () => {
  sql = await startSqlServer('start');
  api = await startApi({ managed: sql.settings('spokes') });
  owner = await api.owner();
});

afterAll(async () => {
  await api?.close();
  await sql?.stop();
});

const list = () => owner.call(operations.listProcedures, { params: { workspace } });

test('procedures are there in every state, with categories and templates', async () => {
  const { items } = await list();
  expect(items.map(({ schema, name, badge, publishedVersion }) => `${schema}.${name} ${badge} ${publishedVersion ?? '-'}`)).toEqual([
    'demo.ArchiveOrders draft -',
    'demo.CustomerOverview published 1',
    'demo.DailyTurnover published 1',
    'demo.FindProducts published 3',
    'demo.Numbers published 1',
    'demo.OpenOrders published 1',
    'demo.PriceCheck published-draft-pending 1',
    'demo.QuoteOrder published 1',
    'demo.SlowCount published 1',
    'demo.StockByWarehouse published 1',
    'demo.TryPriceChange published 1',
    'demo.TypesTour published 1',
    'demo.Warehouses draft -',
  ]);
  expect((await owner.call(operations.listCategories, { params: { workspace } })).map(({ name }) => name)).toContain('Playground');
  expect(await owner.call(operations.listTemplates, { params: { workspace } })).toHaveLength(3);
});

test('drafts validate, and the unfinished one says what is wrong with it', async () => {
  const { items } = await list();
  const validate = async (name: string) => {
    const procedure = items.find((item) => item.name === name)?.id ?? '';
    return owner.call(operations.validate, { params: { workspace, procedure }, body: {} });
  };
  const unfinished = await validate('ArchiveOrders');
  expect(unfinished.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['unknown-table', 'change-without-where']));
  expect(await validate('Warehouses')).toMatchObject({ valid: true, errors: [], warnings: [] });
  expect(await validate('PriceCheck')).toMatchObject({ valid: true, errors: [], warnings: [] });
  expect((await validate('OpenOrders')).warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['select-star', 'missing-nocount']),
  );
});

test('what is published runs', async () => {
  const { items } = await list();
  const calls: Record<string, Parameters<typeof execute>[2]> = {
    CustomerOverview: {},
    DailyTurnover: { '@From': '2025-12-01', '@To': '2025-12-31' },
    FindProducts: { '@Text': 'chain' },
    Numbers: { '@Count': '1000' },
    OpenOrders: {},
    PriceCheck: { '@Sku': 'WHL-01001' },
    QuoteOrder: { '@Lines': [['WHL-01001', '2']] },
    SlowCount: { '@Seconds': '1' },
    StockByWarehouse: {},
    TypesTour: {},
  };
  for (const [name, values] of Object.entries(calls)) {
    const run = await execute(owner, { workspace, procedure: items.find((item) => item.name === name)?.id ?? '' }, values);
    expect([name, run.of('message').filter(({ severity }) => severity === 'error')]).toEqual([name, []]);
    expect([name, run.of('finished')[0]?.status, (run.of('result-set-end')[0]?.rowCount ?? 0) > 0]).toEqual([name, 'succeeded', true]);
  }
});
