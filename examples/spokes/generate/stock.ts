/**
 * Stock levels and the ledger behind them. Levels follow from the ledger (an opening count, then receipts, shipments and corrections of the
 * last quarter) and reservations from the open orders, so that the books balance: `stock.CheckLevels` finds no difference in fresh data.
 */

import { dateText, dayOf, TODAY, timeText } from './calendar.ts';
import type { Product } from './catalogue.ts';
import type { Line, Order } from './orders.ts';
import { random } from './random.ts';
import { type Table, table } from './table.ts';
import { TERRITORIES } from './vocabulary.ts';

type Kind = 'opening' | 'receipt' | 'shipment' | 'adjustment' | 'transfer';

interface Movement {
  readonly id: number;
  readonly warehouseId: number;
  readonly productId: number;
  readonly at: string;
  readonly kind: Kind;
  readonly quantity: number;
  readonly orderId: number | null;
  readonly reference: string | null;
}

interface Level {
  readonly warehouseId: number;
  readonly productId: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly reorderPoint: number;
  readonly counted: number | null;
}

const WAREHOUSES = [...new Set(TERRITORIES.map(([, , , warehouse]) => warehouse))].sort();

const OPENING = dayOf('2025-10-01');

/** Makes the ledger of the last quarter and the levels that follow from it. */
export function stock(products: readonly Product[], orders: readonly Order[]): readonly Table[] {
  const reserved = sumByPlace(orders.filter((order) => order.status === 'confirmed' || order.status === 'picking'));
  const shipped = orders.filter((order) => order.shipped !== null && order.shipped >= OPENING);
  const moves = [...openings(products, reserved, sumByPlace(shipped)), ...shipments(shipped), ...others(products)];
  const ledger = moves.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((movement, i) => ({ ...movement, id: i + 1 }));
  return [levelTable(levels(products, ledger, reserved)), movementTable(ledger)];
}

const place = (warehouseId: number, productId: number): number => warehouseId * 1_000_000 + productId;

/** Quantities of all lines of some orders by warehouse and product. */
function sumByPlace(orders: readonly Order[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const order of orders) {
    for (const { product, quantity } of order.lines) add(sums, place(order.warehouseId, product.id), quantity);
  }
  return sums;
}

const add = (sums: Map<number, number>, key: number, quantity: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + quantity);
};

const movement = (
  warehouseId: number,
  productId: number,
  at: string,
  kind: Kind,
  quantity: number,
  orderId: number | null,
  reference: string | null,
): Movement => ({
  id: 0,
  warehouseId,
  productId,
  at,
  kind,
  quantity,
  orderId,
  reference,
});

/** The count of the quarter's first day, enough for all that left since then and for what is promised. */
function openings(products: readonly Product[], reserved: ReadonlyMap<number, number>, shipped: ReadonlyMap<number, number>): Movement[] {
  const draw = random('stock.StockLevel');
  return WAREHOUSES.flatMap((warehouseId) =>
    products.map(({ id, packSize }) => {
      const needed = (reserved.get(place(warehouseId, id)) ?? 0) + (shipped.get(place(warehouseId, id)) ?? 0);
      const quantity = needed + 5 + draw.int(0, 40) * packSize;
      return movement(warehouseId, id, timeText(OPENING, 21_600), 'opening', quantity, null, 'Count Q4/2025');
    }),
  );
}

const shipments = (orders: readonly Order[]): Movement[] => orders.flatMap((order) => order.lines.map((line) => shipment(order, line)));

const shipment = (order: Order, line: Line): Movement =>
  movement(
    order.warehouseId,
    line.product.id,
    timeText(order.shipped!, 50_400 + (order.id % 7200)),
    'shipment',
    -line.quantity,
    order.id,
    null,
  );

/** Deliveries, small corrections and moves between warehouses. A correction takes at most one piece, a transfer at most two. */
function others(products: readonly Product[]): Movement[] {
  const draw = random('stock.StockMovement');
  const made: Movement[] = [];
  const at = (): string => timeText(draw.int(OPENING + 1, TODAY), draw.int(25_200, 64_800));
  for (const product of products) {
    const warehouse = draw.pick(WAREHOUSES);
    if (draw.chance(0.8))
      made.push(movement(warehouse, product.id, at(), 'receipt', product.packSize * draw.int(2, 20), null, `DN-${draw.int(1000, 9999)}`));
    if (draw.chance(0.15))
      made.push(movement(warehouse, product.id, at(), 'adjustment', draw.pick([-1, 1]), null, draw.pick(['damaged', 'found', 'recount'])));
    if (!draw.chance(0.1)) continue;
    const moved = draw.int(1, 2);
    const when = at();
    const target = WAREHOUSES[(WAREHOUSES.indexOf(warehouse) + 1) % WAREHOUSES.length]!;
    made.push(movement(warehouse, product.id, when, 'transfer', -moved, null, `to ${target}`));
    made.push(movement(target, product.id, when, 'transfer', moved, null, `from ${warehouse}`));
  }
  return made;
}

function levels(products: readonly Product[], ledger: readonly Movement[], reserved: ReadonlyMap<number, number>): Level[] {
  const draw = random('stock.ReorderPoint');
  const onHand = new Map<number, number>();
  for (const { warehouseId, productId, quantity } of ledger) add(onHand, place(warehouseId, productId), quantity);
  return WAREHOUSES.flatMap((warehouseId) =>
    products.map(({ id, packSize }) => ({
      warehouseId,
      productId: id,
      onHand: onHand.get(place(warehouseId, id)) ?? 0,
      reserved: reserved.get(place(warehouseId, id)) ?? 0,
      reorderPoint: packSize * draw.int(2, 12),
      counted: draw.chance(0.7) ? draw.int(OPENING, TODAY) : null,
    })),
  );
}

const levelTable = (rows: readonly Level[]): Table =>
  table(
    'stock.StockLevel',
    'plain',
    [
      ['WarehouseId', 'tinyint', (l) => l.warehouseId],
      ['ProductId', 'int', (l) => l.productId],
      ['OnHand', 'int', (l) => l.onHand],
      ['Reserved', 'int', (l) => l.reserved],
      ['ReorderPoint', 'int', (l) => l.reorderPoint],
      ['CountedOn', 'date', (l) => (l.counted === null ? null : dateText(l.counted))],
    ],
    rows,
  );

const movementTable = (rows: readonly Movement[]): Table =>
  table(
    'stock.StockMovement',
    'identity',
    [
      ['MovementId', 'bigint', (m) => m.id],
      ['WarehouseId', 'tinyint', (m) => m.warehouseId],
      ['ProductId', 'int', (m) => m.productId],
      ['MovedAt', 'datetime2', (m) => m.at],
      ['Kind', 'varchar', (m) => m.kind],
      ['Quantity', 'int', (m) => m.quantity],
      ['OrderId', 'int', (m) => m.orderId],
      ['Reference', 'nvarchar', (m) => m.reference],
    ],
    rows,
  );
