/** The procedures of schema `parts` that change rows; each test has products of its own. */

import { describe, expect, it } from 'vitest';
import { bit, type Caller, date, decimal, errorsOf, money, text } from './call.ts';
import { CATEGORIES, COMPONENTS, categoryOf, ORDERS, PRODUCTS, type Product, pick } from './sample.ts';
import { euros, row, sorted } from './shape.ts';

const OPEN_LINES = ORDERS.filter((order) => ['new', 'confirmed', 'picking'].includes(order.status)).flatMap((order) => order.lines);
const openOrders = (product: Product): number =>
  new Set(OPEN_LINES.filter((line) => line.product === product.id).map((line) => line.order)).size;
const assemblies = (product: Product): number => COMPONENTS.filter((component) => component.part === product.id).length;

/** A current product that nothing depends on; one that open orders and assemblies need. */
const IDLE = pick(
  PRODUCTS,
  (p) => p.discontinued === null && openOrders(p) === 0 && assemblies(p) === 0 && categoryOf(p).slug === 'saddles',
);
const NEEDED = pick(PRODUCTS, (p) => p.discontinued === null && openOrders(p) > 0 && assemblies(p) > 0);
const GONE = pick(PRODUCTS, (p) => p.discontinued !== null);

export function pricesSuite(call: () => Caller): void {
  describe('parts, changing', () => {
    it('ChangePrice', () => changePrice(call()));
    it('ChangePrice: unknown product', async () => {
      const answer = await call().procedure('parts.ChangePrice', { Sku: text('XXX-1'), NewPrice: money(1) });
      expect(errorsOf(answer)).toEqual(['50001, 16, 1: There is no product XXX-1.']);
    });
    it('ChangePrice: a constraint', async () => {
      const answer = await call().procedure('parts.ChangePrice', { Sku: text(IDLE.sku), NewPrice: money(-1) });
      expect(errorsOf(answer)).toEqual([
        '547, 16, 0: The UPDATE statement conflicted with the CHECK constraint "CK_Product_Prices". The conflict occurred in database "spokes", table "parts.Product".',
      ]);
    });
    it('RaisePrices: a preview', () => previewPrices(call()));
    it('RaisePrices: in earnest', () => raisePrices(call()));
    it('RaisePrices: too much', async () => {
      const answer = await call().procedure('parts.RaisePrices', { CategorySlug: text('wheels'), Percent: decimal(50.01) });
      expect(errorsOf(answer)).toEqual(['50015, 16, 1: A price change of more than 50 per cent is done by hand.']);
    });
    it('ImportProducts', () => importProducts(call()));
    it('ImportProducts: no JSON', async () => {
      const answer = await call().procedure('parts.ImportProducts', { Json: text('[{') });
      expect(errorsOf(answer)).toEqual(['50016, 16, 1: The price list is not valid JSON.']);
    });
    it('DiscontinueProduct', () => discontinueProduct(call()));
  });
}

async function changePrice(call: Caller): Promise<void> {
  const price = IDLE.price + 250;
  const answer = await call.procedure('parts.ChangePrice', {
    Sku: text(IDLE.sku),
    NewPrice: money(price / 100),
    OldPrice: money(null, true),
    ChangePercent: decimal(null, true),
  });
  const percent = Math.round(25_000 / (IDLE.price / 100)) / 100;
  expect([answer.status, answer.outputs]).toEqual([0, { OldPrice: IDLE.price / 100, ChangePercent: percent }]);
  const { results } = await call.batch(
    `SELECT OldPrice, NewPrice, ChangedBy FROM parts.PriceHistory WHERE ProductId = ${IDLE.id} AND ChangedAt >= '2026-01-01'`,
  );
  expect(results[0]?.rows).toEqual([row(euros(IDLE.price), euros(price), 'sa')]);
}

/** Current products of a category and of those below it. */
function below(slug: string): Product[] {
  const root = pick(CATEGORIES, (category) => category.slug === slug);
  const all = new Set([root.id, ...CATEGORIES.filter((category) => category.parent === root.id).map((category) => category.id)]);
  return sorted(
    PRODUCTS.filter((product) => product.discontinued === null && all.has(product.category)),
    (product) => product.sku,
  );
}

const CHANGE_COLUMNS = ['Sku varchar(20)', 'Name nvarchar(120)', 'OldPrice money', 'NewPrice money', 'Change money'];

/** 3.5 per cent more, rounded half up to cents. */
const raised = (product: Product): number => Math.floor((product.price * 1_035 + 500) / 1_000);
const changeRow = (product: Product) =>
  row(product.sku, product.name, euros(product.price), euros(raised(product)), euros(raised(product) - product.price));

async function pricesOf(call: Caller, slug: string): Promise<unknown> {
  const ids = below(slug).map((product) => product.id);
  const { results } = await call.batch(`SELECT ListPrice FROM parts.Product WHERE ProductId IN (${ids.join(', ')}) ORDER BY Sku`);
  return results[0]?.rows.map(([price]) => price);
}

async function previewPrices(call: Caller): Promise<void> {
  const products = below('wheels');
  const preview = () => call.procedure('parts.RaisePrices', { CategorySlug: text('wheels'), Percent: decimal(3.5) });
  expect(products.length).toBeGreaterThan(100);
  expect((await preview()).results).toEqual([{ columns: CHANGE_COLUMNS, rows: products.map(changeRow) }]);
  // Inside a transaction it takes back its own work only.
  await call.batch("BEGIN TRANSACTION; UPDATE parts.Brand SET Founded = 1925 WHERE Name = N'Redfern'");
  expect((await preview()).results[0]?.rows).toEqual(products.map(changeRow));
  const { results } = await call.batch("SELECT Founded, @@TRANCOUNT AS n FROM parts.Brand WHERE Name = N'Redfern'; ROLLBACK TRANSACTION");
  expect(results[0]?.rows).toEqual([['1925', '1']]);
  expect(await pricesOf(call, 'wheels')).toEqual(products.map((product) => euros(product.price)));
}

async function raisePrices(call: Caller): Promise<void> {
  const products = below('chains');
  const answer = await call.procedure('parts.RaisePrices', { CategorySlug: text('chains'), Percent: decimal(3.5), Preview: bit(false) });
  expect(answer.results[0]?.rows).toEqual(products.map(changeRow));
  expect(await pricesOf(call, 'chains')).toEqual(products.map((product) => euros(raised(product))));
  const { results } = await call.batch(
    `SELECT COUNT(*) AS n FROM parts.PriceHistory AS h INNER JOIN parts.Product AS p ON p.ProductId = h.ProductId
INNER JOIN parts.Category AS c ON c.CategoryId = p.CategoryId WHERE c.Slug = 'chains' AND h.ChangedAt >= '2026-01-01'`,
  );
  expect(results[0]?.rows).toEqual([[String(products.filter((product) => raised(product) !== product.price).length)]]);
}

async function importProducts(call: Caller): Promise<void> {
  const known = pick(PRODUCTS, (product) => product.discontinued === null && categoryOf(product).slug === 'tyres');
  const list = [
    { sku: known.sku, name: 'Tyre, renamed', brand: 'Halvorsen', category: 'tyres', price: 31.9, cost: 13.5 },
    { sku: 'TYR-09001', name: 'Tyre, titanium', brand: 'Kōsei', category: 'tyres', price: 89, cost: 55 },
    { sku: 'TYR-09002', name: 'Tyre, lost', brand: 'Kōsei', category: 'rubber', price: 1, cost: 1 },
    { sku: 'TYR-09003', name: 'Tyre, unbranded', brand: 'Nobody', category: 'tyres', price: 1, cost: 1 },
  ];
  const run = () => call.procedure('parts.ImportProducts', { Json: text(JSON.stringify(list)), IntroducedOn: date('2026-01-05') });
  const left = {
    columns: ['Sku varchar(20)', 'Name nvarchar(120)', 'Reason varchar(16)'],
    rows: [row('TYR-09002', 'Tyre, lost', 'unknown category'), row('TYR-09003', 'Tyre, unbranded', 'unknown brand')],
  };
  const done = { columns: ['Sku varchar(20)', 'Action nvarchar(10)', 'OldPrice money', 'NewPrice money'] };
  const summary = { columns: ['Action nvarchar(10)', 'Products int'] };
  expect((await run()).results).toEqual([
    { ...done, rows: [row(known.sku, 'UPDATE', euros(known.price), '31.9000'), row('TYR-09001', 'INSERT', null, '89.0000')] },
    { ...summary, rows: [row('INSERT', 1), row('UPDATE', 1)] },
    left,
  ]);
  // The same list again changes nothing.
  expect((await run()).results).toEqual([{ ...done, rows: [] }, { ...summary, rows: [] }, left]);
}

async function discontinueProduct(call: Caller): Promise<void> {
  const stop = (sku: string, force = false) =>
    call.procedure('parts.DiscontinueProduct', { Sku: text(sku), OnDate: date('2026-01-05'), Force: bit(force) });
  const unknown = await stop('XXX-1');
  expect([unknown.status, errorsOf(unknown)]).toEqual([1, ['50000, 16, 1: There is no product XXX-1.']]);
  const current = COMPONENTS.filter((component) => component.part === NEEDED.id).length;
  const reasons = [`${NEEDED.name} is in ${openOrders(NEEDED)} open order(s).`, `${NEEDED.name} is part of ${current} assembly(ies).`];
  const stays = await stop(NEEDED.sku);
  expect([stays.status, stays.messages, stays.errors]).toEqual([2, reasons, []]);
  const forced = await stop(NEEDED.sku, true);
  expect([forced.status, forced.messages]).toEqual([0, reasons]);
  const idle = await stop(IDLE.sku);
  expect([idle.status, idle.messages]).toEqual([0, []]);
  const before = await stop(GONE.sku);
  expect([before.status, before.messages]).toEqual([0, [`${GONE.sku} was discontinued before.`]]);
  const { results } = await call.batch(
    `SELECT DiscontinuedOn FROM parts.Product WHERE ProductId IN (${NEEDED.id}, ${IDLE.id}, ${GONE.id}) ORDER BY DiscontinuedOn`,
  );
  expect(results[0]?.rows).toEqual([[GONE.discontinued], ['2026-01-05'], ['2026-01-05']]);
}
