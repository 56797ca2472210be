/**
 * The procedures of schema `sales` that change rows. Each test works on an order or customer of its own, so what it expects follows from the
 * generator's rows and from what it did itself.
 */

import { describe, expect, it } from 'vitest';
import { type Caller, date, errorsOf, int, money, text } from './call.ts';
import {
  CUSTOMERS,
  type Customer,
  levelOf,
  lineTotal,
  ORDERS,
  type Order,
  PRODUCTS,
  type Product,
  pick,
  productOf,
  sum,
  TERRITORIES,
} from './sample.ts';
import { euros, row, sorted } from './shape.ts';

/** Open orders of every state, three of each, none twice. */
const NEW = ORDERS.filter((order) => order.status === 'new');
const CONFIRMED = ORDERS.filter((order) => order.status === 'confirmed');
const SHIPPED = pick(ORDERS, (order) => order.status === 'shipped');

const warehouseOf = (customer: Customer): number => pick(TERRITORIES, (territory) => territory.id === customer.territory).warehouse;
const owedBy = (customer: Customer): number =>
  sum(
    ORDERS.filter((order) => order.customer === customer.id),
    (order) => order.balance,
  );

/** An active customer who has credit left, and a cheap product that is in no open order. */
const BUYER = pick(CUSTOMERS, (customer) => customer.active && customer.discount === 500 && customer.limit - owedBy(customer) > 100_000);
const OPEN_PRODUCTS = new Set([...NEW, ...CONFIRMED].flatMap((order) => order.lines.map((line) => line.product)));
const FREE = PRODUCTS.filter(
  (product) =>
    product.discontinued === null &&
    product.price < 10_000 &&
    !OPEN_PRODUCTS.has(product.id) &&
    levelOf(warehouseOf(BUYER), product.id).available > 20,
);
const [FIRST, SECOND] = FREE as [Product, Product];

export function tradeSuite(call: () => Caller): void {
  describe('sales, changing', () => {
    it('AddOrderLine', () => addOrderLine(call()));
    it('AddOrderLine: what it refuses', () => addOrderLineRefuses(call()));
    it('CancelOrder', () => cancelOrder(call()));
    it('CancelOrder: too late, or unknown', () => cancelOrderRefuses(call()));
    it('PlaceOrder', () => placeOrder(call()));
    it('PlaceOrder: what it refuses', () => placeOrderRefuses(call()));
    it('RegisterPayment', () => registerPayment(call()));
    it('SettleCustomer', () => settleCustomer(call()));
    it('ShipOrder', () => shipOrder(call()));
    it('ShipOrder: only a confirmed order', async () => {
      const answer = await call().procedure('sales.ShipOrder', { OrderId: int(SHIPPED.id) });
      expect(errorsOf(answer)).toEqual(['50002, 16, 1: Only a confirmed order can be shipped.']);
      const open = await call().batch('SELECT @@TRANCOUNT AS n');
      expect(open.results[0]?.rows).toEqual([['0']]);
    });
    it('UpsertCustomer', () => upsertCustomer(call()));
  });
}

async function addOrderLine(call: Caller): Promise<void> {
  const [order] = NEW as [Order];
  const discount = pick(CUSTOMERS, (customer) => customer.id === order.customer).discount;
  const known = order.lines.map((line) => {
    const product = productOf(line.product);
    const rate = (line.discount / 10_000).toFixed(4);
    return row(line.number, product.sku, product.name, line.quantity, euros(line.price), rate, euros(line.total));
  });
  const added = (quantity: number) =>
    row(
      ...[order.lines.length + 1, FIRST.sku, FIRST.name, quantity, euros(FIRST.price), (discount / 10_000).toFixed(4)],
      euros(lineTotal({ quantity, price: FIRST.price, discount })),
    );
  const put = (quantity: number) =>
    call.procedure('sales.AddOrderLine', { OrderId: int(order.id), Sku: text(FIRST.sku), Quantity: int(quantity) });
  const answers = [await put(2), await put(7), await put(0)];
  expect(answers.map(({ results }) => results[0]?.rows)).toEqual([[...known, added(2)], [...known, added(7)], known]);
  expect(answers.map(({ status }) => status)).toEqual([0, 0, 0]);
}

async function addOrderLineRefuses(call: Caller): Promise<void> {
  const add = (order: number, sku: string) => call.procedure('sales.AddOrderLine', { OrderId: int(order), Sku: text(sku) });
  const answers = [await add(1, FIRST.sku), await add(SHIPPED.id, FIRST.sku), await add(NEW[0]?.id ?? 0, 'XXX-1')];
  expect(answers.map(errorsOf)).toEqual([
    ['50000, 16, 1: There is no order 1.'],
    [`50000, 16, 1: Order ${SHIPPED.id} is shipped; only a new order can be changed.`],
    ['50000, 16, 1: Product XXX-1 is not on the price list.'],
  ]);
  expect(answers.map(({ status }) => status)).toEqual([1, 2, 3]);
}

/** Reserved pieces of the products of an order, in its warehouse. */
async function reservedOf(call: Caller, order: Order): Promise<Map<number, number>> {
  const { results } = await call.batch(
    `SELECT ProductId, Reserved FROM stock.StockLevel WHERE WarehouseId = ${order.warehouse} AND ProductId IN (${order.lines.map((line) => line.product).join(', ')})`,
  );
  return new Map(results[0]?.rows.map(([product, reserved]) => [Number(product), Number(reserved)]));
}

/** An order whose products are in no other open order of its warehouse: its reservations are all there are. */
function alone(orders: readonly Order[], except: readonly Order[] = []): Order {
  return pick(
    orders,
    (order) => !except.includes(order) && order.lines.every((l) => levelOf(order.warehouse, l.product).reserved === l.quantity),
  );
}

async function cancelOrder(call: Caller): Promise<void> {
  const order = alone(CONFIRMED);
  const answer = await call.procedure('sales.CancelOrder', { OrderId: int(order.id), Reason: text('Ordered twice') });
  expect([answer.status, answer.errors]).toEqual([0, []]);
  const { results } = await call.batch(`SELECT Status, Remark FROM sales.SalesOrder WHERE OrderId = ${order.id}`);
  const before = order.remark === null ? '' : `${order.remark} – `;
  expect(results[0]?.rows).toEqual([['cancelled', `${before}Cancelled: Ordered twice`]]);
  expect(await reservedOf(call, order)).toEqual(new Map(order.lines.map((line) => [line.product, 0])));
}

async function cancelOrderRefuses(call: Caller): Promise<void> {
  const late = await call.procedure('sales.CancelOrder', { OrderId: int(SHIPPED.id) });
  const unknown = await call.procedure('sales.CancelOrder', { OrderId: int(1) });
  expect([late, unknown].map(errorsOf)).toEqual([
    [`50000, 11, 1: Order ${SHIPPED.id} cannot be cancelled (shipped).`],
    ['50000, 11, 1: Order 1 cannot be cancelled ((null)).'],
  ]);
  expect([late.status, unknown.status]).toEqual([2, 1]);
}

async function placeOrder(call: Caller): Promise<void> {
  const lines = [
    { sku: FIRST.sku, quantity: 2 },
    { sku: SECOND.sku, quantity: 1 },
    { sku: FIRST.sku, quantity: 1 },
  ];
  const answer = await call.procedure('sales.PlaceOrder', {
    CustomerId: int(BUYER.id),
    Lines: text(JSON.stringify(lines)),
    CustomerOrderNo: text('PO-1'),
    OrderId: int(null, true),
    Total: money(null, true),
  });
  const priced = sorted(
    [
      { ...FIRST, quantity: 3 },
      { ...SECOND, quantity: 1 },
    ],
    (line) => line.sku,
  ).map((line) => ({
    ...line,
    total: lineTotal({ quantity: line.quantity, price: line.price, discount: BUYER.discount }),
  }));
  const goods = sum(priced, (line) => line.total);
  const total = goods + (goods < 50_000 ? 890 : 0);
  const id = Number(answer.outputs.OrderId);
  expect(answer.errors).toEqual([]);
  expect([answer.status, answer.outputs]).toEqual([0, { OrderId: id, Total: total / 100 }]);
  expect(id).toBeGreaterThan(ORDERS.at(-1)?.id ?? 0);
  const placed = await call.procedure('sales.GetOrder', { OrderId: int(id) });
  expect(placed.results[0]?.rows[0]?.slice(6, 7)).toEqual(['confirmed']);
  expect(placed.results[1]?.rows).toEqual(
    priced.map((line, i) => row(i + 1, line.sku, line.name, line.quantity, euros(line.price), '0.0500', euros(line.total))),
  );
  const { results } = await call.batch(
    `SELECT Reserved FROM stock.StockLevel WHERE WarehouseId = ${warehouseOf(BUYER)} AND ProductId IN (${FIRST.id}, ${SECOND.id}) ORDER BY Reserved`,
  );
  expect(results[0]?.rows).toEqual([['1'], ['3']]);
}

async function placeOrderRefuses(call: Caller): Promise<void> {
  const place = (
    customer: number,
    lines: readonly { readonly sku: string; readonly quantity: number }[],
    promotion: string | null = null,
  ) =>
    call.procedure('sales.PlaceOrder', {
      CustomerId: int(customer),
      Lines: text(JSON.stringify(lines)),
      PromotionCode: text(promotion),
      OrderId: int(null, true),
      Total: money(null, true),
    });
  const inactive = pick(CUSTOMERS, (customer) => !customer.active);
  const level = levelOf(warehouseOf(BUYER), FIRST.id);
  const cheap = pick(FREE, (product) => product.price * 10_000 < BUYER.limit - owedBy(BUYER) || product.price < 100);
  const short = levelOf(warehouseOf(BUYER), cheap.id);
  const answers = [
    await place(inactive.id, [{ sku: FIRST.sku, quantity: 1 }]),
    await place(BUYER.id, [{ sku: FIRST.sku, quantity: 1 }], 'SPRING23'),
    await place(BUYER.id, [{ sku: 'XXX-1', quantity: 1 }]),
    await place(BUYER.id, []),
    await place(BUYER.id, [{ sku: FIRST.sku, quantity: 1_000_000 }]),
    await place(BUYER.id, [{ sku: cheap.sku, quantity: short.available + 2 }]),
  ];
  expect(level.available).toBeLessThan(1_000_000);
  expect(answers.map(errorsOf)).toEqual([
    [`50001, 16, 1: There is no active customer ${inactive.id}.`],
    ['50001, 16, 2: Promotion SPRING23 is not running.'],
    ['50001, 16, 3: Product XXX-1 is not on the price list.'],
    ['50012, 16, 1: An order needs at least one line.'],
    ["50013, 16, 1: The order goes beyond the customer's credit limit."],
    [`50021, 16, 1: Not enough stock for ${cheap.sku} (2).`],
  ]);
  // What THROW ends gives nothing back.
  expect(answers.map(({ outputs, status }) => [outputs, status])).toEqual(answers.map(() => [{}, undefined]));
  const { results } = await call.batch(`SELECT COUNT(*) AS n, @@TRANCOUNT AS t FROM sales.SalesOrder WHERE CustomerId = ${BUYER.id}`);
  expect(results[0]?.rows).toEqual([row(ORDERS.filter((order) => order.customer === BUYER.id).length + 1, 0)]);
}

async function registerPayment(call: Caller): Promise<void> {
  const order = ORDERS.findLast((candidate) => candidate.status === 'shipped' && candidate.balance > 10_000) as Order;
  const pay = (id: number, amount: number) =>
    call.procedure('sales.RegisterPayment', {
      OrderId: int(id),
      Amount: money(amount / 100),
      Method: text('card'),
      PaidOn: date('2026-01-05'),
      Balance: money(null, true),
    });
  const part = await pay(order.id, 5_050);
  expect([part.status, part.outputs]).toEqual([0, { Balance: (order.balance - 5_050) / 100 }]);
  const left = (order.balance - 5_050) / 100;
  const refused = [await pay(order.id, order.balance), await pay(1, 100)];
  const owed = left.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  expect(refused.map(errorsOf)).toEqual([[`50014, 16, 1: Order ${order.id} owes ${owed} only.`], ['50001, 16, 1: There is no order 1.']]);
  const { results } = await call.batch(
    `SELECT PaidOn, Amount, Method FROM sales.Payment WHERE OrderId = ${order.id} AND PaidOn = '2026-01-05'; SELECT @@TRANCOUNT AS n`,
  );
  expect(results.map(({ rows }) => rows)).toEqual([[row('2026-01-05', '50.5000', 'card')], [['0']]]);
}

async function settleCustomer(call: Caller): Promise<void> {
  const owing = (order: Order): boolean => order.status === 'shipped' && order.balance > 0;
  const last = ORDERS.findLast((order) => order.status === 'shipped' && order.balance > 10_000);
  const [customer, orders] = pick(
    [...Map.groupBy(ORDERS.filter(owing), (order) => order.customer)],
    ([id, list]) => list.length === 3 && id !== last?.customer && id !== BUYER.id,
  ) as [number, [Order, Order, Order]];
  const [first, second, third] = orders;
  const settle = (cents: number) =>
    call.procedure('sales.SettleCustomer', { CustomerId: int(customer), Amount: money(cents / 100), Unused: money(null, true) });
  // The first is paid in full, of the second one cent stays open.
  const some = await settle(first.balance + second.balance - 1);
  expect(some.outputs).toEqual({ Unused: 0 });
  expect(some.results).toEqual([
    {
      columns: ['Step int', 'OrderId int', 'Paid money', 'StillOwed money'],
      rows: [row(1, first.id, euros(first.balance), euros(0)), row(2, second.id, euros(second.balance - 1), euros(1))],
    },
  ]);
  const rest = await settle(third.balance + 1_000);
  expect(rest.outputs).toEqual({ Unused: 9.99 });
  expect(rest.results[0]?.rows).toEqual([row(1, second.id, euros(1), euros(0)), row(2, third.id, euros(third.balance), euros(0))]);
}

async function shipOrder(call: Caller): Promise<void> {
  const order = alone(CONFIRMED, [alone(CONFIRMED)]);
  const answer = await call.procedure('sales.ShipOrder', { OrderId: int(order.id), ShippedOn: date('2026-01-02') });
  const packed = order.lines.map((line) => ({ ...productOf(line.product), line, level: levelOf(order.warehouse, line.product) }));
  expect(answer.results).toEqual([
    {
      columns: ['Sku varchar(20)', 'Name nvarchar(120)', 'Quantity int', 'LeftOver int', 'Grams int'],
      rows: sorted(packed, ({ sku }) => sku).map(({ sku, name, grams, line, level }) =>
        row(sku, name, line.quantity, level.onHand - line.quantity, grams === null ? null : grams * line.quantity),
      ),
    },
  ]);
  const { results } = await call.batch(
    `SELECT Status, ShippedOn FROM sales.SalesOrder WHERE OrderId = ${order.id};
SELECT ProductId, Kind, Quantity FROM stock.StockMovement WHERE OrderId = ${order.id} ORDER BY ProductId`,
  );
  expect(results.map(({ rows }) => rows)).toEqual([
    [row('shipped', '2026-01-02')],
    sorted(order.lines, (line) => line.product).map((line) => row(line.product, 'shipment', -line.quantity)),
  ]);
}

async function upsertCustomer(call: Caller): Promise<void> {
  const outputs = { CustomerId: int(null, true), Action: text(null, true) };
  const added = await call.procedure('sales.UpsertCustomer', {
    Email: text('orders@newshop.example'),
    CompanyName: text('Vélo Besson'),
    Street: text('quai de la Loire 4'),
    PostalCode: text('45000'),
    City: text('Orléans'),
    CountryCode: text('FR'),
    ...outputs,
  });
  const next = Math.max(...CUSTOMERS.map((customer) => customer.id)) + 1;
  expect(added.outputs).toEqual({ CustomerId: next, Action: 'INSERT' });
  const changed = await call.procedure('sales.UpsertCustomer', {
    Email: text('ORDERS@newshop.example'),
    City: text('Tours'),
    CreditLimit: money(2_500),
    ...outputs,
  });
  expect(changed.outputs).toEqual({ CustomerId: next, Action: 'UPDATE' });
  const { results } = await call.batch(
    `SELECT AccountNumber, CompanyName, City, TerritoryId, CreditLimit, Email, IsActive FROM sales.Customer WHERE CustomerId = ${next}`,
  );
  expect(results[0]?.rows).toEqual([
    row(`SC-${String(next).padStart(6, '0')}`, 'Vélo Besson', 'Tours', 1, '2500.0000', 'orders@newshop.example', 1),
  ]);
  const incomplete = await call.procedure('sales.UpsertCustomer', { Email: text('x@y.example'), CompanyName: text('x') });
  expect(errorsOf(incomplete)).toEqual([
    "515, 16, 2: Cannot insert the value NULL into column 'Street', table 'spokes.sales.Customer'; column does not allow nulls. UPDATE fails.",
  ]);
}
