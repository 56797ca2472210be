/** The procedures of schema `sales` that look up orders and customers. */

import { describe, expect, it } from 'vitest';
import { type Answer, type Caller, int, text } from './call.ts';
import {
  CONTACTS,
  CUSTOMERS,
  type Customer,
  customerOf,
  daysBetween,
  ORDERS,
  type Order,
  PROMOTIONS,
  pick,
  productOf,
  REPRESENTATIVES,
} from './sample.ts';
import { euros, row, sorted } from './shape.ts';

/** Orders that have everything: a promotion, a representative, a remark; and one that is not shipped. */
const RICH = pick(ORDERS, (o) => o.promotion !== null && o.representative !== null && o.remark !== null && o.payments.length === 2);
const OPEN = pick(ORDERS, (o) => o.status === 'confirmed' && o.promotion === null && o.remark === null);

export function ordersSuite(call: () => Caller): void {
  describe('orders, reading', () => {
    it('FindCustomers', () => findCustomers(call()));
    it('FindCustomers: wildcards stand for themselves', async () => {
      const { results } = await call().procedure('sales.FindCustomers', { Text: text('%') });
      expect(results.map(({ rows }) => rows)).toEqual([[]]);
    });
    it('GetOrder', async () => {
      for (const order of [RICH, OPEN]) {
        const answer = await call().procedure('sales.GetOrder', { OrderId: int(order.id) });
        expectOrder(answer, order);
      }
    });
    it('GetOrder: unknown order', async () => {
      const answer = await call().procedure('sales.GetOrder', { OrderId: int(1) });
      expect([answer.status, answer.results.map(({ rows }) => rows)]).toEqual([1, [[]]]);
    });
    it('LatestOrders', () => latestOrders(call()));
    it('OrderAsJson', () => orderAsJson(call()));
    it('OrderAsJson: unknown order', async () => {
      const answer = await call().procedure('sales.OrderAsJson', { OrderId: int(1), Json: text(null, true) });
      expect([answer.status, answer.outputs]).toEqual([1, { Json: null }]);
    });
    it('OrderReport', async () => {
      const answer = await call().procedure('sales.OrderReport', { OrderNumber: text(`so${RICH.id}`) });
      expectOrder(answer, RICH);
    });
    it('OrderReport: not a number', async () => {
      const answer = await call().procedure('sales.OrderReport', { OrderNumber: text('SO-12-A') });
      expect([answer.status, answer.messages, answer.results]).toEqual([-1, ['An order number looks like SO100042.'], []]);
    });
  });
}

const contactsOf = (customer: number): string =>
  CONTACTS.filter((contact) => contact.customer === customer)
    .map((contact) => contact.label)
    .join('; ');

async function findCustomers(call: Caller): Promise<void> {
  const found = CUSTOMERS.filter(({ city, name }) => city === 'Köln' || name.includes('Köln'));
  const grade = ({ name, city }: Customer): number => (name.startsWith('Köln') ? 2 : city === 'Köln' ? 3 : 4);
  const { results } = await call.procedure('sales.FindCustomers', { Text: text('KÖLN'), Max: int(found.length) });
  expect(found.length).toBeGreaterThan(5);
  expect(results[0]?.columns).toEqual([
    ...['CustomerId int', 'AccountNumber varchar(9)', 'CompanyName nvarchar(100)', 'City nvarchar(60)', 'CountryCode char(2)'],
    ...['Contacts nvarchar(4000)', 'Grade int'],
  ]);
  const expected = found.map((c) => row(c.id, c.account, c.name, c.city, c.country, contactsOf(c.id), grade(c)));
  const byId = (rows: Iterable<readonly (string | null)[]>) => sorted(rows, (cells) => Number(cells[0]));
  expect(byId(results[0]?.rows ?? [])).toEqual(byId(expected));
  const grades = results[0]?.rows.map((cells) => Number(cells[6])) ?? [];
  expect(grades).toEqual(sorted(grades, Number));
}

/** The three result sets of an order. */
function expectOrder(answer: Answer, order: Order): void {
  const { account, name } = customerOf(order.customer);
  const promotion = order.promotion === null ? null : pick(PROMOTIONS, ({ id }) => id === order.promotion).code;
  const representative = order.representative === null ? null : pick(REPRESENTATIVES, ({ id }) => id === order.representative).name;
  const days = order.shipped === null ? null : daysBetween(order.day, order.shipped);
  const [head, lines, payments] = answer.results;
  expect(head).toEqual({
    columns: [
      ...['OrderId int', 'AccountNumber varchar(9)', 'CompanyName nvarchar(100)', 'OrderedAt datetime2', 'RequiredBy date'],
      ...['ShippedOn date', 'Status varchar(10)', 'DaysToShip int', 'Promotion varchar(16)', 'Representative nvarchar(81)'],
      ...['Goods money', 'Freight money', 'Total money', 'Paid money', 'Balance money', 'Remark nvarchar(400)'],
    ],
    rows: [
      row(
        ...[order.id, account, name, order.at, order.required, order.shipped, order.status, days, promotion, representative],
        ...[order.goods, order.freight, order.total, order.paid, order.balance].map(euros),
        order.remark,
      ),
    ],
  });
  expect(lines).toEqual({
    columns: [
      ...['LineNumber smallint', 'Sku varchar(20)', 'Name nvarchar(120)', 'Quantity int', 'UnitPrice money'],
      ...['DiscountRate decimal(5,4)', 'LineTotal money'],
    ],
    rows: order.lines.map((line) => {
      const product = productOf(line.product);
      const rate = (line.discount / 10_000).toFixed(4);
      return row(line.number, product.sku, product.name, line.quantity, euros(line.price), rate, euros(line.total));
    }),
  });
  expect(payments).toEqual({
    columns: ['PaymentId int', 'PaidOn date', 'Amount money', 'Method varchar(10)'],
    rows: order.payments.map(({ id, on, amount, method }) => row(id, on, euros(amount), method)),
  });
  expect(answer.status).toBe(0);
}

async function latestOrders(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.LatestOrders', { City: text('københavn'), PerCustomer: int(2) });
  const rows = CUSTOMERS.filter((customer) => customer.city === 'København').flatMap((customer) =>
    // Orders are numbered as they come, so the latest have the highest numbers.
    ORDERS.filter((order) => order.customer === customer.id)
      .reverse()
      .slice(0, 2)
      .map((order) => {
        const items = order.lines.map((line) => `${line.quantity} × ${productOf(line.product).sku}`).join(', ');
        return row(customer.id, customer.name, order.id, order.at, order.status, items);
      }),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(results).toEqual([
    {
      columns: [
        ...['CustomerId int', 'CompanyName nvarchar(100)', 'OrderId int', 'OrderedAt datetime2', 'Status varchar(10)'],
        'Items nvarchar(4000)',
      ],
      rows,
    },
  ]);
}

async function orderAsJson(call: Caller): Promise<void> {
  const { outputs, status } = await call.procedure('sales.OrderAsJson', { OrderId: int(RICH.id), Json: text(null, true) });
  const { account, name, city } = customerOf(RICH.customer);
  const document = {
    id: RICH.id,
    status: RICH.status,
    orderedAt: RICH.at.slice(0, 19),
    customer: { account, name, city },
    total: RICH.total / 100,
    balance: RICH.balance / 100,
    lines: RICH.lines.map((line) => {
      const product = productOf(line.product);
      return { sku: product.sku, name: product.name, quantity: line.quantity, price: line.price / 100, total: line.total / 100 };
    }),
    payments: RICH.payments.map(({ on, amount, method }) => ({ paidOn: on, amount: amount / 100, method })),
  };
  expect(JSON.parse(String(outputs.Json))).toEqual(document);
  // Money is written with its four decimals.
  expect(String(outputs.Json)).toContain(`"total":${euros(RICH.total)}`);
  expect(status).toBe(0);
}
