/**
 * The rows of the sample database `spokes`, made from fixed seeds: the same rows on every machine, every time. The server loads them at its
 * first start; run as a program, this module prints the same rows as a T-SQL script for any other SQL Server:
 *
 *     node examples/spokes/generate.ts > rows.sql
 *
 * Tables come in the order in which foreign keys allow them to be filled.
 */

import { catalogue } from './generate/catalogue.ts';
import { partners } from './generate/customers.ts';
import { orders } from './generate/orders.ts';
import { stock } from './generate/stock.ts';
import { insertBatches, type Table } from './generate/table.ts';

export { type Cell, type ColumnType, insertBatches, type Row, type Table } from './generate/table.ts';

/** The database that schema.sql creates. */
export const DATABASE = 'spokes';

/** All tables with all their rows. */
export function tables(): Iterable<Table> {
  const goods = catalogue();
  const people = partners();
  const trade = orders(people.customers, goods.products, people.promotions);
  return [...goods.tables, ...people.tables, ...trade.tables, ...stock(goods.products, trade.orders)];
}

/** All rows as INSERT batches, each complete in itself; they are meant for the database `spokes`. */
export function* batches(rowsPerBatch?: number): Generator<string> {
  for (const source of tables()) yield* insertBatches(source, rowsPerBatch);
}

/** Writes the rows as a script with GO lines. */
function print(): void {
  process.stdout.write(`SET QUOTED_IDENTIFIER ON;\nSET NOCOUNT ON;\nGO\nUSE ${DATABASE};\nGO\n`);
  for (const batch of batches()) process.stdout.write(`${batch}GO\n`);
}

if (import.meta.main) print();
