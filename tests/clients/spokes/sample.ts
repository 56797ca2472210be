/**
 * The rows of the sample database as the generator makes them, with what follows from them: totals, balances, stock. What the procedures must
 * return is computed from here in plain JavaScript, never taken from an answer. Money is in cents, dates are `yyyy-mm-dd`.
 */

import { type Cell, type Table, tables } from '../../../examples/spokes/generate.ts';

const SOURCES: ReadonlyMap<string, Table> = new Map([...tables()].map((table) => [table.table, table]));

type Fields = Readonly<Record<string, Cell>>;

function records<T>(name: string, make: (fields: Fields) => T): T[] {
  const table = SOURCES.get(name);
  if (table === undefined) throw new Error(`the sample has no table ${name}`);
  return table.rows.map((row) => make(Object.fromEntries(table.columns.map((column, i) => [column, row[i] ?? null]))));
}

const num = (cell: Cell | undefined): number => Number(cell);
const str = (cell: Cell | undefined): string => String(cell);
const orNull =
  <T>(read: (cell: Cell) => T) =>
  (cell: Cell | undefined): T | null =>
    cell === null || cell === undefined ? null : read(cell);
const maybeNum = orNull(num);
const maybeStr = orNull(str);
const cents = (cell: Cell | undefined): number => Math.round(num(cell) * 100);

export const rowCount = (table: string): number => SOURCES.get(table)?.rows.length ?? 0;

export const BRANDS = records('parts.Brand', (f) => ({
  id: num(f.BrandId),
  name: str(f.Name),
  country: str(f.CountryCode),
  founded: maybeNum(f.Founded),
}));

export const CATEGORIES = records('parts.Category', (f) => ({
  id: num(f.CategoryId),
  parent: maybeNum(f.ParentId),
  name: str(f.Name),
  slug: str(f.Slug),
}));

export const PRODUCTS = records('parts.Product', (f) => ({
  id: num(f.ProductId),
  sku: str(f.Sku),
  name: str(f.Name),
  category: num(f.CategoryId),
  brand: num(f.BrandId),
  price: cents(f.ListPrice),
  cost: cents(f.StandardCost),
  grams: maybeNum(f.WeightGrams),
  pack: num(f.PackSize),
  attributes: maybeStr(f.Attributes),
  introduced: str(f.IntroducedOn),
  discontinued: maybeStr(f.DiscontinuedOn),
}));
export type Product = (typeof PRODUCTS)[number];

export const COMPONENTS = records('parts.Component', (f) => ({
  assembly: num(f.AssemblyId),
  part: num(f.PartId),
  quantity: num(f.Quantity),
}));

export const PRICE_CHANGES = records('parts.PriceHistory', (f) => ({
  product: num(f.ProductId),
  from: cents(f.OldPrice),
  to: cents(f.NewPrice),
  at: `${str(f.ChangedAt)}.000`,
  by: str(f.ChangedBy),
}));

export const WAREHOUSES = records('stock.Warehouse', (f) => ({
  id: num(f.WarehouseId),
  code: str(f.Code),
  name: str(f.Name),
  city: str(f.City),
}));

export const TERRITORIES = records('sales.Territory', (f) => ({
  id: num(f.TerritoryId),
  name: str(f.Name),
  warehouse: num(f.WarehouseId),
}));

export const REPRESENTATIVES = records('sales.Representative', (f) => ({
  id: num(f.RepresentativeId),
  manager: maybeNum(f.ManagerId),
  name: `${str(f.FirstName)} ${str(f.LastName)}`,
  commission: Math.round(num(f.CommissionRate) * 10_000),
}));

export const CUSTOMERS = records('sales.Customer', (f) => ({
  id: num(f.CustomerId),
  account: `SC-${str(f.CustomerId).padStart(6, '0')}`,
  name: str(f.CompanyName),
  email: str(f.Email),
  city: str(f.City),
  country: str(f.CountryCode),
  territory: num(f.TerritoryId),
  representative: maybeNum(f.RepresentativeId),
  limit: cents(f.CreditLimit),
  discount: Math.round(num(f.DiscountRate) * 10_000),
  active: f.IsActive === true,
}));
export type Customer = (typeof CUSTOMERS)[number];

export const CONTACTS = records('sales.Contact', (f) => ({
  customer: num(f.CustomerId),
  label: `${str(f.FirstName)} ${str(f.LastName)} (${str(f.Role)})`,
}));

export const PROMOTIONS = records('sales.Promotion', (f) => ({ id: num(f.PromotionId), code: str(f.Code) }));

export const LINES = records('sales.SalesOrderLine', (f) => {
  const line = {
    order: num(f.OrderId),
    number: num(f.LineNumber),
    product: num(f.ProductId),
    quantity: num(f.Quantity),
    price: cents(f.UnitPrice),
    discount: Math.round(num(f.DiscountRate) * 10_000),
  };
  return { ...line, total: lineTotal(line) };
});
export type Line = (typeof LINES)[number];

/** The computed column LineTotal: rounded half up to cents. */
export function lineTotal(line: { readonly quantity: number; readonly price: number; readonly discount: number }): number {
  return Math.floor((line.quantity * line.price * (10_000 - line.discount) + 5_000) / 10_000);
}

export const PAYMENTS = records('sales.Payment', (f) => ({
  id: num(f.PaymentId),
  order: num(f.OrderId),
  on: str(f.PaidOn),
  amount: cents(f.Amount),
  method: str(f.Method),
}));

const linesOf = Map.groupBy(LINES, (line) => line.order);
const paymentsOf = Map.groupBy(PAYMENTS, (payment) => payment.order);

/** Orders with what the view sales.OrderTotal says of them. */
export const ORDERS = records('sales.SalesOrder', (f) => {
  const id = num(f.OrderId);
  const lines = linesOf.get(id) ?? [];
  const payments = paymentsOf.get(id) ?? [];
  const goods = sum(lines, (line) => line.total);
  const paid = sum(payments, (payment) => payment.amount);
  const total = goods + cents(f.Freight);
  const status = str(f.Status);
  return {
    id,
    customer: num(f.CustomerId),
    representative: maybeNum(f.RepresentativeId),
    warehouse: num(f.WarehouseId),
    promotion: maybeNum(f.PromotionId),
    at: `${str(f.OrderedAt)}.000`,
    day: str(f.OrderedAt).slice(0, 10),
    required: str(f.RequiredBy),
    shipped: maybeStr(f.ShippedOn),
    status,
    freight: cents(f.Freight),
    remark: maybeStr(f.Remark),
    lines,
    payments,
    goods,
    paid,
    total,
    balance: status === 'cancelled' ? 0 : total - paid,
  };
});
export type Order = (typeof ORDERS)[number];

export const LEVELS = records('stock.StockLevel', (f) => {
  const [onHand, reserved] = [num(f.OnHand), num(f.Reserved)];
  return {
    warehouse: num(f.WarehouseId),
    product: num(f.ProductId),
    onHand,
    reserved,
    available: onHand - reserved,
    reorder: num(f.ReorderPoint),
    counted: maybeStr(f.CountedOn),
  };
});
export type Level = (typeof LEVELS)[number];

export const MOVEMENTS = records('stock.StockMovement', (f) => ({
  warehouse: num(f.WarehouseId),
  product: num(f.ProductId),
  day: str(f.MovedAt).slice(0, 10),
  kind: str(f.Kind),
  quantity: num(f.Quantity),
}));

export function sum<T>(list: Iterable<T>, of: (item: T) => number): number {
  let total = 0;
  for (const item of list) total += of(item);
  return total;
}

/** The only element that the test is true for, or the first of several. */
export function pick<T>(list: readonly T[], test: (item: T) => boolean): T {
  const found = list.find(test);
  if (found === undefined) throw new Error('the sample has no such row');
  return found;
}

export const productOf = (id: number): Product => pick(PRODUCTS, (product) => product.id === id);
export const productBy = (sku: string): Product => pick(PRODUCTS, (product) => product.sku === sku);
export const customerOf = (id: number): Customer => pick(CUSTOMERS, (customer) => customer.id === id);
export const orderOf = (id: number): Order => pick(ORDERS, (order) => order.id === id);
export const categoryOf = (product: Product): (typeof CATEGORIES)[number] =>
  pick(CATEGORIES, (category) => category.id === product.category);
export const levelOf = (warehouse: number, product: number): Level =>
  pick(LEVELS, (level) => level.warehouse === warehouse && level.product === product);

/** Pieces of a product that are free in all warehouses together. */
export const availableOf = (product: number): number =>
  sum(
    LEVELS.filter((level) => level.product === product),
    (level) => level.available,
  );

/** Days between two dates. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
