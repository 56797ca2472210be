/**
 * Three years of orders with their lines and payments. Trade grows from year to year and peaks in spring; nearly all orders older than two
 * weeks are shipped, the latest ones are in every stage, and a few invoices stay unpaid.
 */

import { dateText, month, TODAY, timeText, weekday } from './calendar.ts';
import { money, type Product } from './catalogue.ts';
import { type Customer, type Promotion, rate } from './customers.ts';
import { type Random, random } from './random.ts';
import { type Table, table } from './table.ts';
import { TERRITORIES } from './vocabulary.ts';

export type Status = 'new' | 'confirmed' | 'picking' | 'shipped' | 'cancelled';

export interface Order {
  readonly id: number;
  readonly customer: Customer;
  readonly warehouseId: number;
  readonly promotion: Promotion | null;
  readonly day: number;
  readonly second: number;
  readonly required: number;
  readonly shipped: number | null;
  readonly status: Status;
  readonly freight: number;
  readonly customerOrderNo: string | null;
  readonly remark: string | null;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly orderId: number;
  readonly number: number;
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
  /** In ten-thousandths. */
  readonly discount: number;
}

interface Payment {
  readonly id: number;
  readonly orderId: number;
  readonly day: number;
  readonly amount: number;
  readonly method: string;
}

export interface Orders {
  readonly orders: readonly Order[];
  readonly tables: readonly Table[];
}

const ORDER_COUNT = 5000;

/** Orders a month in proportion, January first. */
const SEASON = [5, 7, 11, 13, 12, 10, 9, 8, 8, 7, 6, 4];

/** Makes all orders, oldest first, so that numbers rise with time. */
export function orders(customers: readonly Customer[], products: readonly Product[], promotions: readonly Promotion[]): Orders {
  const draw = random('sales.SalesOrder');
  const buyers = customers.filter((customer) => customer.active || draw.chance(0.3));
  const made = orderDays(draw).map((day, i) => makeOrder(draw, 100_001 + i, day, draw.pick(buyers), products, promotions));
  return { orders: made, tables: [orderTable(made), lineTable(made.flatMap((order) => order.lines)), paymentTable(makePayments(made))] };
}

/** Days of all orders: drawn evenly, then kept in proportion to the season and the growth of the business. */
function orderDays(draw: Random): number[] {
  const days: number[] = [];
  while (days.length < ORDER_COUNT) {
    const day = draw.int(1, TODAY);
    const weight = (SEASON[month(day) - 1]! / 13) * (0.6 + (0.4 * day) / TODAY);
    if (weekday(day) !== 0 && draw.chance(weight)) days.push(day);
  }
  return days.sort((a, b) => a - b);
}

function makeOrder(
  draw: Random,
  id: number,
  day: number,
  customer: Customer,
  products: readonly Product[],
  promotions: readonly Promotion[],
): Order {
  const promotion = promotions.find((p) => p.starts <= day && day <= p.ends && draw.chance(0.4)) ?? null;
  const status = statusOf(draw, TODAY - day);
  const discount = Math.max(customer.discount, promotion?.discount ?? 0);
  const lines = makeLines(draw, id, day, products, discount);
  const goods = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  return {
    id,
    customer,
    warehouseId: TERRITORIES[customer.market.territory - 1]![3],
    promotion,
    day,
    second: draw.int(7 * 3600, 18 * 3600),
    required: day + draw.int(5, 21),
    shipped: status === 'shipped' ? Math.min(TODAY, day + draw.int(1, 9)) : null,
    status,
    freight: goods > 50_000 ? 0 : draw.pick([590, 890, 1290, 1990]),
    customerOrderNo: draw.chance(0.6) ? `PO-${draw.int(10_000, 99_999)}` : null,
    remark: draw.chance(0.06) ? draw.pick(REMARKS) : null,
    lines,
  };
}

const REMARKS = [
  'Please deliver to the back door – ring twice.',
  'Bitte nur vormittags liefern.',
  'Livraison après 14 h, s’il vous plaît.',
  'Consegnare al piano terra',
  'Do not bend!',
  '急ぎでお願いします',
  'Παράδοση μόνο Δευτέρα',
  'Gift for a customer: no invoice in the parcel 🎁',
];

function statusOf(draw: Random, age: number): Status {
  if (age > 14) return draw.chance(0.96) ? 'shipped' : 'cancelled';
  return draw.pick(['new', 'confirmed', 'confirmed', 'picking', 'shipped']);
}

/** One to nine lines; small parts go in packs. An old order has the price of its year. */
function makeLines(draw: Random, orderId: number, day: number, products: readonly Product[], discount: number): Line[] {
  const chosen = new Set<Product>();
  for (let wanted = draw.pick([1, 1, 2, 2, 3, 3, 3, 4, 5, 6, 9]), tries = 0; chosen.size < wanted && tries < 40; tries++) {
    const product = draw.pick(products);
    if (product.introduced < day && (product.discontinued ?? TODAY + 1) > day) chosen.add(product);
  }
  const percent = 100 - 3 * Math.floor((TODAY - day) / 365);
  return [...chosen].map((product, i) => ({
    orderId,
    number: i + 1,
    product,
    quantity: product.packSize > 1 ? product.packSize * draw.int(1, 8) : draw.pick([1, 1, 2, 2, 3, 4, 5, 6, 10, 12]),
    price: Math.round((product.price * percent) / 100),
    discount,
  }));
}

/** Quantity * UnitPrice * (1 - DiscountRate), rounded half up to cents as ROUND does: the computed column LineTotal. */
const lineTotal = (line: Line): number => Math.floor((line.quantity * line.price * (10_000 - line.discount) + 5_000) / 10_000);

function makePayments(made: readonly Order[]): Payment[] {
  const draw = random('sales.Payment');
  const payments: Omit<Payment, 'id'>[] = [];
  for (const order of made) {
    if (order.shipped === null || TODAY - order.shipped < 20 || draw.chance(0.03)) continue;
    const total = order.freight + order.lines.reduce((sum, line) => sum + lineTotal(line), 0);
    const paid = (amount: number, day: number): void => {
      if (amount > 0)
        payments.push({
          orderId: order.id,
          day: Math.min(day, TODAY),
          amount,
          method: draw.pick(['transfer', 'transfer', 'debit', 'card']),
        });
    };
    const first = draw.chance(0.1) ? Math.floor(total / 2) : total;
    paid(first, order.shipped + draw.int(2, 45));
    if (draw.chance(0.7)) paid(total - first, order.shipped + draw.int(46, 80));
  }
  payments.sort((a, b) => a.day - b.day || a.orderId - b.orderId);
  return payments.map((payment, i) => ({ id: i + 1, ...payment }));
}

const orderTable = (made: readonly Order[]): Table =>
  table(
    'sales.SalesOrder',
    'identity',
    [
      ['OrderId', 'int', (o) => o.id],
      ['CustomerId', 'int', (o) => o.customer.id],
      ['RepresentativeId', 'int', (o) => o.customer.representativeId],
      ['WarehouseId', 'tinyint', (o) => o.warehouseId],
      ['PromotionId', 'int', (o) => o.promotion?.id ?? null],
      ['OrderedAt', 'datetime2', (o) => timeText(o.day, o.second)],
      ['RequiredBy', 'date', (o) => dateText(o.required)],
      ['ShippedOn', 'date', (o) => (o.shipped === null ? null : dateText(o.shipped))],
      ['Status', 'varchar', (o) => o.status],
      ['Freight', 'money', (o) => money(o.freight)],
      ['CustomerOrderNo', 'varchar', (o) => o.customerOrderNo],
      ['Remark', 'nvarchar', (o) => o.remark],
    ],
    made,
  );

const lineTable = (lines: readonly Line[]): Table =>
  table(
    'sales.SalesOrderLine',
    'plain',
    [
      ['OrderId', 'int', (l) => l.orderId],
      ['LineNumber', 'smallint', (l) => l.number],
      ['ProductId', 'int', (l) => l.product.id],
      ['Quantity', 'int', (l) => l.quantity],
      ['UnitPrice', 'money', (l) => money(l.price)],
      ['DiscountRate', 'decimal', (l) => rate(l.discount)],
    ],
    lines,
  );

const paymentTable = (payments: readonly Payment[]): Table =>
  table(
    'sales.Payment',
    'identity',
    [
      ['PaymentId', 'int', (p) => p.id],
      ['OrderId', 'int', (p) => p.orderId],
      ['PaidOn', 'date', (p) => dateText(p.day)],
      ['Amount', 'money', (p) => money(p.amount)],
      ['Method', 'varchar', (p) => p.method],
    ],
    payments,
  );
