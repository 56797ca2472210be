/** The procedures of schema `sales` that only read: reports over all orders. */

import { describe, expect, it } from 'vitest';
import { type Caller, date, int, money, text } from './call.ts';
import {
  CATEGORIES,
  type Customer,
  customerOf,
  daysBetween,
  LINES,
  ORDERS,
  type Order,
  PRODUCTS,
  pick,
  productBy,
  productOf,
  REPRESENTATIVES,
  sum,
  TERRITORIES,
} from './sample.ts';
import { euros, grouped, rounded, row, sorted } from './shape.ts';

const SOLD = ORDERS.filter((order) => order.status !== 'cancelled');
const categoryNames = new Map(CATEGORIES.map((category) => [category.id, category.name]));
const productCategory = new Map(PRODUCTS.map((product) => [product.id, categoryNames.get(product.category) ?? '']));
const country = new Map<number, Customer>(SOLD.map((order) => [order.customer, customerOf(order.customer)]));

const inPeriod = (from: string, to: string) => (order: Order) => order.day >= from && order.day <= to;
const goodsOf = (orders: readonly Order[]): number => sum(orders, (order) => order.goods);

export function salesSuite(call: () => Caller): void {
  describe('sales, reading', () => {
    it('BoughtTogether', () => boughtTogether(call()));
    it('CustomerStatement', () => customerStatement(call()));
    it('DailyDigest', () => dailyDigest(call()));
    it('DailyDigest: a day without orders', async () => {
      const { results } = await call().procedure('sales.DailyDigest', { Day: date('2022-12-31') });
      expect(results.map(({ rows }) => rows)).toEqual([[row('orders', 'none')]]);
    });
    it('MonthlySales', () => monthlySales(call()));
    it('OverdueOrders', () => overdueOrders(call()));
    it('QuarterlyTerritories', () => quarterlyTerritories(call()));
    it('RepresentativeRanking', () => representativeRanking(call()));
    it('TopCustomers', () => topCustomers(call()));
    it('YearlyCategories', () => yearlyCategories(call()));
  });
}

async function boughtTogether(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.BoughtTogether', { Sku: text('CHN-00001'), Top: int(5) });
  const product = productBy('CHN-00001').id;
  const orders = new Set(LINES.filter((line) => line.product === product).map((line) => line.order));
  const others = LINES.filter((line) => orders.has(line.order) && line.product !== product);
  const counted = [...Map.groupBy(others, (line) => line.product)].map(([id, lines]) => ({
    ...productOf(id),
    orders: lines.length,
    pieces: sum(lines, (line) => line.quantity),
  }));
  const first = sorted(
    counted,
    (other) => -other.orders,
    (other) => -other.pieces,
    (other) => other.sku,
  ).slice(0, 5);
  expect(results).toEqual([
    {
      columns: ['Sku varchar(20)', 'Name nvarchar(120)', 'Orders int', 'Pieces int'],
      rows: first.map((other) => row(other.sku, other.name, other.orders, other.pieces)),
    },
  ]);
}

interface Entry {
  readonly on: string;
  readonly sequence: number;
  readonly kind: string;
  readonly order: number;
  readonly amount: number;
}

/** Invoices and payments of a customer, oldest first. */
function entriesOf(customer: number): Entry[] {
  const orders = ORDERS.filter((order) => order.customer === customer);
  const invoices = orders.flatMap(({ id, shipped, total }) =>
    shipped === null ? [] : [{ on: shipped, sequence: 1, kind: 'invoice', order: id, amount: total }],
  );
  const payments = orders.flatMap((order) =>
    order.payments.map(({ on, amount }) => ({ on, sequence: 2, kind: 'payment', order: order.id, amount: -amount })),
  );
  return sorted(
    [...invoices, ...payments],
    (entry) => entry.on,
    (entry) => entry.sequence,
    (entry) => entry.order,
    (entry) => entry.amount,
  );
}

async function customerStatement(call: Caller): Promise<void> {
  const [customer] = sorted(
    Map.groupBy(ORDERS, (order) => order.customer),
    ([, orders]) => -orders.length,
  )[0] ?? [0];
  const args = { CustomerId: int(customer), From: date('2025-01-01'), To: date('2025-12-31') };
  const { results } = await call.procedure('sales.CustomerStatement', args);
  const entries = entriesOf(customer);
  const forward = sum(
    entries.filter((entry) => entry.on < '2025-01-01'),
    (entry) => entry.amount,
  );
  let balance = forward;
  const rows = entries
    .filter((entry) => entry.on >= '2025-01-01')
    .map(({ on, kind, order, amount }) => {
      balance += amount;
      return row(on, kind, order, euros(amount), euros(balance));
    });
  expect(rows.length).toBeGreaterThan(3);
  expect(results).toEqual([
    {
      columns: ['BookedOn date', 'Kind varchar(10)', 'OrderId int', 'Amount money', 'Balance money'],
      rows: [row('2025-01-01', 'forward', null, euros(forward), euros(forward)), ...rows],
    },
  ]);
}

interface Turnover {
  readonly customer: Customer;
  readonly orders: number;
  readonly goods: number;
  readonly place: number;
  readonly share: string;
}

/** Customers by turnover in a period, with ranks as RANK gives them. */
function turnovers(from: string, to: string): Turnover[] {
  const sold = SOLD.filter(inPeriod(from, to));
  const all = goodsOf(sold);
  const made = [...Map.groupBy(sold, (order) => order.customer)].map(([id, orders]) => ({
    id,
    orders: orders.length,
    goods: goodsOf(orders),
  }));
  return sorted(made, (one) => -one.goods).map(({ id, orders, goods }) => ({
    customer: customerOf(id),
    orders,
    goods,
    place: 1 + made.filter((other) => other.goods > goods).length,
    // 100.0 * money / money: the quotient of decimals has far more than three digits.
    share: rounded((100 * goods) / all, 3),
  }));
}

async function dailyDigest(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.DailyDigest', { Day: date('2025-06-30') });
  const day = ORDERS.filter((order) => order.day === '2025-06-30');
  const orders = sorted(
    Map.groupBy(day, (order) => order.status),
    ([status]) => status,
  ).map(([status, list]) => row('orders', `${status}: ${list.length} order(s), ${grouped(goodsOf(list))}`));
  const top = turnovers('2025-06-01', '2025-06-30')
    .filter(({ place }) => place <= 3)
    .map(({ place, customer, goods }) => row('top of 30 days', `${place}. ${customer.name} (${customer.account}), ${grouped(goods)}`));
  expect(orders.length).toBeGreaterThan(0);
  expect(results).toEqual([{ columns: ['Chapter varchar(20)', 'Entry nvarchar(300)'], rows: [...orders, ...top] }]);
}

async function monthlySales(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.MonthlySales', { From: date('2023-11-15'), To: date('2025-02-01') });
  const months = Array.from({ length: 16 }, (_, i) => new Date(Date.UTC(2023, 10 + i, 1)).toISOString().slice(0, 10));
  const orders = (month: string): Order[] => SOLD.filter((order) => order.day.startsWith(month.slice(0, 7)));
  const goods = months.map((month) => goodsOf(orders(month)));
  const against = (i: number, back: number) => (i < back ? null : euros((goods[i] ?? 0) - (goods[i - back] ?? 0)));
  const rows = months.map((month, i) => {
    const year = months.flatMap((other, j) => (j <= i && other.startsWith(month.slice(0, 4)) ? [goods[j] ?? 0] : []));
    return row(month, orders(month).length, euros(goods[i] ?? 0), against(i, 1), against(i, 12), euros(sum(year, Number)));
  });
  expect(Math.min(...goods)).toBeGreaterThan(0);
  expect(results).toEqual([
    {
      columns: ['MonthStart date', 'Orders int', 'Goods money', 'AgainstLastMonth money', 'AgainstLastYear money', 'YearToDate money'],
      rows,
    },
  ]);
}

const bandOf = (age: number): string =>
  age > 365 ? 'over a year' : age > 180 ? 'over six months' : age > 90 ? 'over three months' : 'recent';

async function overdueOrders(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.OverdueOrders', { Days: int(60), MinBalance: money(100) });
  const today = ORDERS.at(-1)?.day ?? '';
  const overdue = ORDERS.flatMap((order) =>
    order.shipped === null || order.balance < 10_000 ? [] : [{ ...order, shipped: order.shipped, age: daysBetween(order.shipped, today) }],
  ).filter((order) => order.age > 60);
  const rows = sorted(
    overdue,
    (order) => -order.balance,
    (order) => order.id,
  ).map((order) => {
    const { account, name } = customerOf(order.customer);
    const last = sorted(
      order.payments,
      (payment) => payment.on,
      (payment) => payment.id,
    ).at(-1);
    const paid = last === undefined ? [null, null] : [last.on, euros(last.amount)];
    return row(order.id, account, name, order.shipped, euros(order.total), euros(order.balance), ...paid, order.age, bandOf(order.age));
  });
  expect(new Set(rows.map((cells) => cells.at(-1))).size).toBeGreaterThan(2);
  expect(results).toEqual([
    {
      columns: [
        ...['OrderId int', 'AccountNumber varchar(9)', 'CompanyName nvarchar(100)', 'ShippedOn date', 'Total money', 'Balance money'],
        ...['LastPaidOn date', 'LastAmount money', 'Age int', 'Band varchar(17)'],
      ],
      rows,
    },
  ]);
}

async function quarterlyTerritories(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.QuarterlyTerritories', { Year: int(2025) });
  const year = SOLD.filter((order) => order.day.startsWith('2025'));
  const quarter = (order: Order): number => Math.ceil(Number(order.day.slice(5, 7)) / 3);
  const rows = sorted(TERRITORIES, (territory) => territory.name).flatMap((territory) => {
    const own = year.filter((order) => customerOf(order.customer).territory === territory.id);
    const cells = [1, 2, 3, 4].map((q) => own.filter((order) => quarter(order) === q));
    return own.length === 0 ? [] : [row(territory.name, ...cells.map((orders) => (orders.length === 0 ? null : euros(goodsOf(orders)))))];
  });
  expect(rows.length).toBeGreaterThan(8);
  expect(results).toEqual([{ columns: ['Territory nvarchar(60)', 'Q1 money', 'Q2 money', 'Q3 money', 'Q4 money'], rows }]);
}

/** A representative and everybody below. */
function teamOf(leader: number): number[] {
  return [leader, ...REPRESENTATIVES.filter((r) => r.manager === leader).flatMap((r) => teamOf(r.id))];
}

async function representativeRanking(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.RepresentativeRanking', { Year: int(2025) });
  const year = SOLD.filter((order) => order.day.startsWith('2025'));
  const own = new Map(REPRESENTATIVES.map(({ id }) => [id, goodsOf(year.filter((order) => order.representative === id))]));
  const goods = (id: number): number => own.get(id) ?? 0;
  const distinct = sorted(new Set(own.values()), (value) => -value);
  const rows = sorted(
    REPRESENTATIVES,
    (r) => -goods(r.id),
    (r) => r.id,
  ).map((r) => {
    const team = teamOf(r.id);
    const manager = r.manager === null ? null : pick(REPRESENTATIVES, (other) => other.id === r.manager).name;
    const commission = Math.floor((goods(r.id) * r.commission + 5_000) / 10_000);
    return row(
      ...[distinct.indexOf(goods(r.id)) + 1, r.name, manager, euros(goods(r.id)), euros(sum(team, goods)), team.length - 1],
      euros(commission),
    );
  });
  expect(results).toEqual([
    {
      columns: [
        ...['Place bigint', 'FullName nvarchar(81)', 'Manager nvarchar(81)', 'OwnGoods money', 'TeamGoods money', 'Members int'],
        'Commission money',
      ],
      rows,
    },
  ]);
}

async function topCustomers(call: Caller): Promise<void> {
  const args = { From: date('2025-01-01'), To: date('2025-12-31'), Top: int(5) };
  const { results } = await call.procedure('sales.TopCustomers', args);
  const first = turnovers('2025-01-01', '2025-12-31').filter(({ place }) => place <= 5);
  expect(results).toEqual([
    {
      columns: [
        ...['Place bigint', 'AccountNumber varchar(9)', 'CompanyName nvarchar(100)', 'CountryCode char(2)', 'Orders int', 'Goods money'],
        'SharePercent decimal(6,3)',
      ],
      rows: first.map(({ place, customer, orders, goods, share }) =>
        row(place, customer.account, customer.name, customer.country, orders, euros(goods), share),
      ),
    },
  ]);
}

async function yearlyCategories(call: Caller): Promise<void> {
  const { results } = await call.procedure('sales.YearlyCategories', { CountryCode: text('JP') });
  const japan = SOLD.filter((order) => country.get(order.customer)?.country === 'JP');
  const lines = japan.flatMap((order) =>
    order.lines.map((line) => ({ ...line, year: order.day.slice(0, 4), category: productCategory.get(line.product) ?? '' })),
  );
  const rows = sorted(
    Map.groupBy(lines, (line) => line.category),
    ([name]) => name,
  ).map(([name, own]) => {
    const cells = ['2023', '2024', '2025'].map((year) => own.filter((line) => line.year === year));
    return row(name, ...cells.map((list) => (list.length === 0 ? null : euros(sum(list, (line) => line.total)))));
  });
  expect(rows.length).toBeGreaterThan(10);
  expect(results).toEqual([{ columns: ['Category nvarchar(60)', '2023 money', '2024 money', '2025 money'], rows }]);
}
