/** The procedures of schema `stock`: first those that read, then those that change rows. */

import { describe, expect, it } from 'vitest';
import { type Caller, date, errorsOf, int, text } from './call.ts';
import {
  addDays,
  categoryOf,
  daysBetween,
  LEVELS,
  type Level,
  levelOf,
  MOVEMENTS,
  ORDERS,
  type Order,
  PRODUCTS,
  pick,
  productBy,
  productOf,
  sum,
  WAREHOUSES,
} from './sample.ts';
import { euros, rounded, row, sorted } from './shape.ts';

const BY_CODE = sorted(WAREHOUSES, (warehouse) => warehouse.code);
const worthOf = (level: Level): number => level.onHand * productOf(level.product).cost;

/** Runs before anything changes stock. */
export function stockSuite(call: () => Caller): void {
  describe('stock, reading', () => {
    it('CheckLevels', () => checkLevels(call()));
    it('CountSheet', () => countSheet(call()));
    it('Overview', () => overview(call()));
    it('ReorderList', () => reorderList(call()));
  });
}

export function movementsSuite(call: () => Caller): void {
  describe('stock, changing', () => {
    it('ReserveStock and ReleaseStock', () => reserveAndRelease(call()));
    it('ReserveStock: not enough', () => reserveTooMuch(call()));
    it('TransferStock', () => transferStock(call()));
    it('TransferStock: what it refuses', () => transferRefuses(call()));
    it('ReceiveGoods', () => receiveGoods(call()));
    it('ReceiveGoods: unknown warehouse', async () => {
      const answer = await call().procedure('stock.ReceiveGoods', { WarehouseCode: text('XXX'), Note: text('CHN-00001:1') });
      expect(errorsOf(answer)).toEqual(['50001, 16, 1: There is no such warehouse.']);
    });
    it('CondenseLedger', () => condenseLedger(call()));
    it('the books balance after all', () => checkLevels(call()));
  });
}

async function checkLevels(call: Caller): Promise<void> {
  const answer = await call.procedure('stock.CheckLevels');
  expect(answer.results).toEqual([
    {
      columns: ['WarehouseId tinyint', 'ProductId int', 'OnHand int', 'LedgerOnHand int', 'Reserved int', 'OrderedReserved int'],
      rows: [],
    },
  ]);
  expect(answer.status).toBe(0);
}

async function countSheet(call: Caller): Promise<void> {
  const { results, messages } = await call.procedure('stock.CountSheet', { MaxAge: int(60), RowsPerSheet: int(10) });
  const asOf = LEVELS.reduce((latest, { counted }) => (counted !== null && counted > latest ? counted : latest), '');
  const old = (level: Level): boolean => level.counted === null || daysBetween(level.counted, asOf) > 60;
  const sheets = BY_CODE.map(({ id, name }, i) => {
    const places = LEVELS.filter((level) => level.warehouse === id && old(level));
    const first = sorted(
      places,
      (level) => -worthOf(level),
      (level) => productOf(level.product).sku,
    ).slice(0, 10);
    return {
      message: `Sheet ${i + 1}: ${name}, ${places.length} place(s)`,
      columns: ['Sheet int', 'Sku varchar(20)', 'Name nvarchar(120)', 'OnHand int', 'CountedOn date', 'Value money'],
      rows: first.map((level) => {
        const { sku, name: product } = productOf(level.product);
        return row(i + 1, sku, product, level.onHand, level.counted, euros(worthOf(level)));
      }),
    };
  });
  expect(results).toEqual(sheets.map(({ columns, rows }) => ({ columns, rows })));
  const own = messages.filter((message) => !message.startsWith('Warning: Null value'));
  expect(own).toEqual([...sheets.map(({ message }) => message), '4 sheet(s).']);
}

async function overview(call: Caller): Promise<void> {
  const { results } = await call.procedure('stock.Overview');
  const totals = (levels: readonly Level[]) => [sum(levels, (level) => level.onHand), euros(sum(levels, worthOf))] as const;
  const names = new Map(PRODUCTS.map((product) => [product.id, categoryOf(product).name]));
  const warehouses = ['Central Warehouse', 'Entrepôt Sud', 'Midlands Depot', 'Nordlager'];
  const rows = warehouses.flatMap((name) => {
    const { id } = pick(WAREHOUSES, (warehouse) => warehouse.name === name);
    const own = LEVELS.filter((level) => level.warehouse === id);
    const details = sorted(
      Map.groupBy(own, (level) => names.get(level.product) ?? ''),
      ([category]) => category,
    );
    return [
      ...details.map(([category, levels]) => row(0, name, category, ...totals(levels))),
      row(1, name, 'All categories', ...totals(own)),
    ];
  });
  expect(results).toEqual([
    {
      columns: ['Level int', 'Warehouse nvarchar(60)', 'Category nvarchar(60)', 'Pieces int', 'ValueAtCost money'],
      rows: [...rows, row(3, 'All warehouses', 'All categories', ...totals(LEVELS))],
    },
  ]);
}

async function reorderList(call: Caller): Promise<void> {
  const { results } = await call.procedure('stock.ReorderList', { WarehouseCode: text('LYS'), CoverDays: int(45) });
  const { id } = pick(WAREHOUSES, (warehouse) => warehouse.code === 'LYS');
  const after = addDays(
    MOVEMENTS.reduce((latest, { day }) => (day > latest ? day : latest), ''),
    -90,
  );
  // A shipment of the first day counts when it was after midnight, and all are.
  const shipments = MOVEMENTS.filter((m) => m.warehouse === id && m.kind === 'shipment' && m.day >= after);
  const low = LEVELS.filter((level) => level.warehouse === id && level.available <= level.reorder)
    .map((level) => {
      const own = shipments.filter((movement) => movement.product === level.product);
      const sold = -sum(own, (movement) => movement.quantity);
      // CONVERT(decimal(12, 4), …) rounds the quotient.
      return { ...level, ...productOf(level.product), sold, perDay: Number(rounded(sold / 90, 4)) };
    })
    .filter((level) => level.discontinued === null);
  const rows = sorted(
    low,
    (level) => (level.sold === 0 ? 1 : 0),
    (level) => (level.sold === 0 ? 0 : level.available / level.perDay),
    (level) => level.sku,
  ).map((level) => {
    const left = level.sold === 0 ? null : rounded(level.available / level.perDay, 1);
    const missing = (level.perDay * 10_000 * 45) / 10_000 + level.reorder - level.available;
    const packs = Math.ceil(Number((missing / level.pack).toFixed(6)));
    return row(level.sku, level.name, level.available, level.reorder, level.sold, left, packs * level.pack);
  });
  expect(rows.length).toBeGreaterThan(50);
  expect(results).toEqual([
    {
      columns: [
        ...['Sku varchar(20)', 'Name nvarchar(120)', 'Available int', 'ReorderPoint int', 'Sold90 int', 'DaysLeft decimal(9,1)'],
        'Suggested int',
      ],
      rows,
    },
  ]);
}

const reservedSql = (order: Order): string =>
  `SELECT ProductId, Reserved FROM stock.StockLevel WHERE WarehouseId = ${order.warehouse}
AND ProductId IN (SELECT ProductId FROM sales.SalesOrderLine WHERE OrderId = ${order.id}) ORDER BY ProductId`;

async function reserveAndRelease(call: Caller): Promise<void> {
  const order = ORDERS.findLast(
    (candidate) =>
      candidate.status === 'new' && candidate.lines.every((l) => levelOf(candidate.warehouse, l.product).available >= l.quantity),
  ) as Order;
  const reserve = () => call.procedure('stock.ReserveStock', { OrderId: int(order.id), Missing: text(null, true) });
  const release = () => call.procedure('stock.ReleaseStock', { OrderId: int(order.id) });
  const lines = sorted(order.lines, (line) => line.product);
  const before = (await call.batch(reservedSql(order))).results[0]?.rows.map((cells) => Number(cells[1])) ?? [];
  const reserved = await reserve();
  expect([reserved.status, reserved.outputs]).toEqual([0, { Missing: null }]);
  const held = await call.batch(reservedSql(order));
  expect(held.results[0]?.rows).toEqual(lines.map((line, i) => row(line.product, (before[i] ?? 0) + line.quantity)));
  // It is not new any more.
  expect((await reserve()).status).toBe(2);
  expect((await release()).status).toBe(0);
  expect((await release()).status).toBe(1);
  const freed = await call.batch(reservedSql(order));
  expect(freed.results[0]?.rows).toEqual(lines.map((line, i) => row(line.product, before[i] ?? 0)));
}

async function reserveTooMuch(call: Caller): Promise<void> {
  const order = ORDERS.findLast((candidate) => candidate.status === 'new' && candidate.lines.length > 1) as Order;
  const line = pick(order.lines, ({ product }) => levelOf(order.warehouse, product).available > 0);
  const { sku } = productOf(line.product);
  await call.batch(
    `BEGIN TRANSACTION; UPDATE sales.SalesOrderLine SET Quantity = 100000 WHERE OrderId = ${order.id} AND ProductId = ${line.product}`,
  );
  const free = await call.batch(
    `SELECT Available FROM stock.StockLevel WHERE WarehouseId = ${order.warehouse} AND ProductId = ${line.product}`,
  );
  const before = await call.batch(reservedSql(order));
  const answer = await call.procedure('stock.ReserveStock', { OrderId: int(order.id), Missing: text(null, true) });
  expect(answer.status).toBe(1);
  expect(String(answer.outputs.Missing)).toContain(`${sku} (${100_000 - Number(free.results[0]?.rows[0]?.[0])})`);
  // Its own work is undone, the caller's is not.
  expect((await call.batch(reservedSql(order))).results).toEqual(before.results);
  const after = await call.batch(
    `SELECT @@TRANCOUNT AS t, Quantity FROM sales.SalesOrderLine WHERE OrderId = ${order.id} AND ProductId = ${line.product}; ROLLBACK TRANSACTION`,
  );
  expect(after.results[0]?.rows).toEqual([['1', '100000']]);
}

/** A product that is in no open order: only these tests touch it. */
const QUIET = pick(
  PRODUCTS,
  ({ id, sku }) => sku.startsWith('TYR') && LEVELS.every((level) => level.product !== id || level.reserved === 0),
);
const [DUI, MMA] = ['DUI', 'MMA'].map((code) => pick(WAREHOUSES, (warehouse) => warehouse.code === code)) as [
  (typeof WAREHOUSES)[number],
  (typeof WAREHOUSES)[number],
];

const transfer = (call: Caller, from: string, to: string, quantity: number, sku = QUIET.sku) =>
  call.procedure('stock.TransferStock', { Sku: text(sku), FromCode: text(from), ToCode: text(to), Quantity: int(quantity) });

async function transferStock(call: Caller): Promise<void> {
  const answer = await transfer(call, 'DUI', 'MMA', 3);
  const [from, to] = [levelOf(DUI.id, QUIET.id), levelOf(MMA.id, QUIET.id)];
  expect(answer.results).toEqual([
    {
      columns: ['Code char(3)', 'OnHand int', 'Reserved int', 'Available int'],
      rows: [row('DUI', from.onHand - 3, 0, from.onHand - 3), row('MMA', to.onHand + 3, 0, to.onHand + 3)],
    },
  ]);
  const { results } = await call.batch(
    `SELECT WarehouseId, Kind, Quantity, Reference FROM stock.StockMovement WHERE ProductId = ${QUIET.id} AND MovedAt >= '2026-01-01' ORDER BY Quantity`,
  );
  expect(results[0]?.rows).toEqual([row(DUI.id, 'transfer', -3, 'to MMA'), row(MMA.id, 'transfer', 3, 'from DUI')]);
}

async function transferRefuses(call: Caller): Promise<void> {
  const wrong = '50020, 16, 1: A transfer needs a known product, two different warehouses and a positive quantity.';
  const short = '50021, 16, 1: The warehouse has not enough to give away.';
  for (const [from, to, quantity, sku] of [
    ['DUI', 'DUI', 1, QUIET.sku],
    ['DUI', 'XXX', 1, QUIET.sku],
    ['DUI', 'MMA', 0, QUIET.sku],
    ['DUI', 'MMA', 1, 'XXX-1'],
  ] as const) {
    expect(errorsOf(await transfer(call, from, to, quantity, sku))).toEqual([wrong]);
  }
  expect(errorsOf(await transfer(call, 'DUI', 'MMA', 1_000_000))).toEqual([short]);
  // A caller's transaction goes on as if nothing had been tried.
  const { results } = await call.batch(`BEGIN TRANSACTION;
UPDATE stock.Warehouse SET City = N'Neuss' WHERE Code = 'DUI';
BEGIN TRY
    EXEC stock.TransferStock @Sku = '${QUIET.sku}', @FromCode = 'DUI', @ToCode = 'MMA', @Quantity = 1000000;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS number, XACT_STATE() AS state, @@TRANCOUNT AS transactions;
END CATCH;
SELECT City FROM stock.Warehouse WHERE Code = 'DUI';
ROLLBACK TRANSACTION;`);
  expect(results.map(({ rows }) => rows)).toEqual([[row(50_021, 1, 1)], [['Neuss']]]);
}

async function receiveGoods(call: Caller): Promise<void> {
  const [a, b] = [QUIET, productBy('CHN-00001')];
  const level = (await call.batch(`SELECT OnHand FROM stock.StockLevel WHERE WarehouseId = 2 AND ProductId = ${b.id}`)).results[0]
    ?.rows[0]?.[0];
  const answer = await call.procedure('stock.ReceiveGoods', {
    WarehouseCode: text('LYS'),
    Note: text(`${a.sku}:25, ${b.sku}, XXX-2:3,${a.sku}:5,XXX-1:x`),
    Reference: text('DN-7001'),
  });
  const lyon = levelOf(2, a.id);
  expect(answer.messages).toEqual(['Not on any price list: XXX-1, XXX-2']);
  expect(answer.results).toEqual([
    {
      columns: ['Sku varchar(20)', 'Name nvarchar(120)', 'Quantity int', 'OnHand int'],
      rows: [row(b.sku, b.name, 1, Number(level) + 1), row(a.sku, a.name, 30, lyon.onHand + 30)],
    },
  ]);
  expect(answer.status).toBe(2);
}

async function condenseLedger(call: Caller): Promise<void> {
  const before = '2025-11-01';
  const answer = await call.procedure('stock.CondenseLedger', {
    Before: date(before),
    BatchSize: int(2000),
    Removed: int(null, true),
    Kept: int(null, true),
  });
  const old = MOVEMENTS.filter((movement) => movement.day < before);
  const places = [...Map.groupBy(old, (movement) => movement.warehouse * 1_000_000 + movement.product).values()];
  const kept = places.filter((movements) => sum(movements, (movement) => movement.quantity) !== 0).length;
  expect(answer.outputs).toEqual({ Removed: old.length, Kept: kept });
  const steps = Array.from({ length: Math.ceil(old.length / 2000) }, (_, i) => Math.min(old.length, 2000 * (i + 1)));
  expect(answer.messages).toEqual(steps.map((removed) => `${removed} line(s) removed.`));
  const { results } = await call.batch(
    `SELECT COUNT(*) AS n, MIN(MovedAt) AS first, SUM(CASE WHEN Reference = N'condensed' THEN 1 ELSE 0 END) AS kept FROM stock.StockMovement`,
  );
  const left = Number(results[0]?.rows[0]?.[0]);
  expect(left).toBeGreaterThan(MOVEMENTS.length - old.length + kept);
  expect(results[0]?.rows[0]?.slice(1)).toEqual(['2025-11-01T00:00:00.000', String(kept)]);
}
