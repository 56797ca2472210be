/** The procedures of schema `parts` that only read. */

import { describe, expect, it } from 'vitest';
import { bit, type Caller, date, decimal, errorsOf, int, money, text } from './call.ts';
import {
  availableOf,
  BRANDS,
  CATEGORIES,
  COMPONENTS,
  categoryOf,
  daysBetween,
  LEVELS,
  PRICE_CHANGES,
  PRODUCTS,
  type Product,
  pick,
  productBy,
  productOf,
  sum,
  WAREHOUSES,
} from './sample.ts';
import { euros, moneyQuotient, rounded, row, sorted } from './shape.ts';

const brandOf = (product: Product): string => pick(BRANDS, (brand) => brand.id === product.brand).name;
const isCurrent = (product: Product): boolean => product.discontinued === null;

export function partsSuite(call: () => Caller): void {
  describe('parts, reading', () => {
    it('BrandSummary', () => brandSummary(call()));
    it('CategoryTree', () => categoryTree(call()));
    it('ExplodeComponents', () => explodeComponents(call()));
    it('ExplodeComponents: unknown product', async () => {
      const answer = await call().procedure('parts.ExplodeComponents', { Sku: text('XXX-1') });
      expect(errorsOf(answer)).toEqual(['50000, 16, 1: There is no product XXX-1.']);
      expect(answer.status).toBe(1);
    });
    it('GetProduct', () => getProduct(call()));
    it('GetProduct: unknown product', async () => {
      const answer = await call().procedure('parts.GetProduct', { Sku: text('XXX-1') });
      expect([answer.status, answer.results, answer.errors]).toEqual([1, [], []]);
    });
    it('PriceBands', () => priceBands(call()));
    it('PriceChanges', () => priceChanges(call()));
    it('QueryProducts', () => queryProducts(call()));
    it('QueryProducts: a column that is not on the list', async () => {
      const answer = await call().procedure('parts.QueryProducts', { SortColumn: text('Version; DROP TABLE x') });
      expect(errorsOf(answer)).toEqual(["50000, 16, 1: Products cannot be sorted by 'Version; DROP TABLE x'."]);
      expect(answer.status).toBe(1);
    });
    it('SearchProducts', () => searchProducts(call()));
    it('SearchProducts: arguments that it refuses', async () => {
      const page = await call().procedure('parts.SearchProducts', { PageNumber: int(0) });
      expect(errorsOf(page)).toEqual(['50010, 16, 1: A page number starts at 1, and a page has 1 to 500 rows.']);
      const order = await call().procedure('parts.SearchProducts', { SortBy: text('weight') });
      expect(errorsOf(order)).toEqual(['50011, 16, 1: Products are sorted by name, price or newest.']);
    });
  });
}

async function brandSummary(call: Caller): Promise<void> {
  const { results } = await call.procedure('parts.BrandSummary', { CountryCode: text('DE') });
  const expected = ['Jägerhof', 'Überholz'].map((name) => {
    const brand = pick(BRANDS, (candidate) => candidate.name === name);
    const products = PRODUCTS.filter((product) => product.brand === brand.id);
    const categories = new Set(products.map((product) => categoryOf(product).name));
    const colours = new Set(products.flatMap(({ attributes }) => (attributes === null ? [] : [JSON.parse(attributes).colour as string])));
    return row(name, 'DE', brand.founded, products.length, [...categories].sort().join(', '), [...colours].sort().join(', '));
  });
  expect(results).toEqual([
    {
      columns: [
        'Brand nvarchar(60)',
        'CountryCode char(2)',
        'Founded smallint',
        'Products int',
        'Categories nvarchar(4000)',
        'Colours nvarchar(4000)',
      ],
      rows: expected,
    },
  ]);
}

async function categoryTree(call: Caller): Promise<void> {
  const { results } = await call.procedure('parts.CategoryTree', { Root: text('wheels') });
  const root = pick(CATEGORIES, (category) => category.slug === 'wheels');
  const children = CATEGORIES.filter((category) => category.parent === root.id);
  const current = (category: number): number => PRODUCTS.filter((product) => product.category === category && isCurrent(product)).length;
  expect(children.length).toBeGreaterThan(2);
  expect(results).toEqual([
    {
      columns: ['CategoryId int', 'Depth int', 'Path nvarchar(400)', 'Products int'],
      rows: [
        row(
          root.id,
          0,
          'Wheels',
          sum(children, (child) => current(child.id)),
        ),
        ...sorted(children, (child) => child.name).map((child) => row(child.id, 1, `Wheels › ${child.name}`, current(child.id))),
      ],
    },
  ]);
}

/** Single parts with their smallest level and the quantity of all paths to them. */
function explode(assembly: number, quantity: number, level: number, into: Map<number, { level: number; needed: number }>): void {
  for (const component of COMPONENTS.filter((candidate) => candidate.assembly === assembly)) {
    const needed = quantity * component.quantity;
    if (COMPONENTS.some((candidate) => candidate.assembly === component.part)) explode(component.part, needed, level + 1, into);
    else {
      const known = into.get(component.part) ?? { level: level + 1, needed: 0 };
      into.set(component.part, { level: Math.min(known.level, level + 1), needed: known.needed + needed });
    }
  }
}

async function explodeComponents(call: Caller): Promise<void> {
  const { results, status } = await call.procedure('parts.ExplodeComponents', { Sku: text('KIT-01061'), Quantity: int(5) });
  const parts = new Map<number, { level: number; needed: number }>();
  explode(productBy('KIT-01061').id, 5, 0, parts);
  const rows = [...parts].map(([id, { level, needed }]) => {
    const available = availableOf(id);
    const { sku, name } = productOf(id);
    return row(level, sku, name, needed.toFixed(4), available, needed <= available ? 'yes' : 'no');
  });
  expect(rows).toHaveLength(5);
  expect(results).toEqual([
    {
      columns: ['Level int', 'Sku varchar(20)', 'Name nvarchar(120)', 'Needed decimal(38,4)', 'Available int', 'InStock varchar(3)'],
      rows: sorted(rows, (cells) => cells[1] ?? ''),
    },
  ]);
  expect(status).toBe(0);
}

async function getProduct(call: Caller): Promise<void> {
  const product = productBy('WHL-01001');
  const { results, status } = await call.procedure('parts.GetProduct', { Sku: text(product.sku) });
  const margin = product.price - product.cost;
  const levels = LEVELS.filter((level) => level.product === product.id);
  const warehouse = (id: number) => pick(WAREHOUSES, (candidate) => candidate.id === id);
  const [head, stock, history, components] = results;
  expect(head).toEqual({
    columns: [
      'ProductId int',
      'Sku varchar(20)',
      'Name nvarchar(120)',
      'Category nvarchar(60)',
      'Brand nvarchar(60)',
      'ListPrice money',
      'StandardCost money',
      'Margin money',
      'MarginPercent decimal(5,1)',
      'WeightGrams int',
      'PackSize smallint',
      'IsCurrent bit',
      'IntroducedOn date',
      'DiscontinuedOn date',
    ],
    rows: [
      row(
        ...[product.id, product.sku, product.name, categoryOf(product).name, brandOf(product)],
        ...[euros(product.price), euros(product.cost), euros(margin), rounded(moneyQuotient(100 * margin, product.price), 1)],
        ...[product.grams, product.pack, 1, product.introduced, null],
      ),
    ],
  });
  expect(stock).toEqual({
    columns: ['Warehouse char(3)', 'City nvarchar(60)', 'OnHand int', 'Reserved int', 'Available int', 'ReorderPoint int'],
    rows: sorted(levels, (level) => warehouse(level.warehouse).code).map((level) => {
      const { code, city } = warehouse(level.warehouse);
      return row(code, city, level.onHand, level.reserved, level.available, level.reorder);
    }),
  });
  expect(history).toEqual({
    columns: ['ChangedAt datetime2', 'OldPrice money', 'NewPrice money', 'Change money', 'ChangedBy nvarchar(128)'],
    rows: PRICE_CHANGES.filter((change) => change.product === product.id)
      .reverse()
      .map(({ at, from, to, by }) => row(at, euros(from), euros(to), euros(to - from), by)),
  });
  expect(components).toEqual({
    columns: ['Sku varchar(20)', 'Name nvarchar(120)', 'Quantity decimal(9,2)', 'ListPrice money'],
    rows: sorted(
      COMPONENTS.filter((component) => component.assembly === product.id),
      ({ part }) => productOf(part).sku,
    ).map(({ part, quantity }) => {
      const { sku, name, price } = productOf(part);
      return row(sku, name, quantity.toFixed(2), euros(price));
    }),
  });
  expect(status).toBe(0);
}

async function priceBands(call: Caller): Promise<void> {
  const { results } = await call.procedure('parts.PriceBands', { Category: text('Tyres') });
  const tyres = sorted(
    PRODUCTS.filter((product) => isCurrent(product) && categoryOf(product).name === 'Tyres'),
    (product) => product.price,
    (product) => product.id,
  );
  // The first bands get what does not divide by four.
  const size = (band: number): number => Math.floor(tyres.length / 4) + (band <= tyres.length % 4 ? 1 : 0);
  let start = 0;
  const rows = [1, 2, 3, 4].map((band) => {
    const prices = tyres.slice(start, start + size(band)).map((product) => product.price);
    start += prices.length;
    const average = moneyQuotient(sum(prices, Number), prices.length * 100).toFixed(4);
    return row('Tyres', band, prices.length, euros(Math.min(...prices)), euros(Math.max(...prices)), average);
  });
  expect(results).toEqual([
    {
      columns: ['Category nvarchar(60)', 'Band bigint', 'Products int', 'FromPrice money', 'ToPrice money', 'AveragePrice money'],
      rows,
    },
  ]);
}

async function priceChanges(call: Caller): Promise<void> {
  const args = { From: date('2024-01-01'), To: date('2024-12-31'), MinPercent: decimal(9.5) };
  const { results } = await call.procedure('parts.PriceChanges', args);
  const steps = [...Map.groupBy(PRICE_CHANGES, (change) => change.product).values()].flatMap((changes) =>
    changes.map((change, i) => ({ ...change, step: i + 1, first: changes[0]?.from ?? 0, next: changes[i + 1]?.at.slice(0, 10) })),
  );
  const moves = steps
    .map((step) => ({ ...step, percent: Number(rounded(moneyQuotient(100 * (step.to - step.from), step.from), 2)) }))
    .filter((step) => step.at.startsWith('2024') && step.percent >= 9.5);
  expect(moves.length).toBeGreaterThan(50);
  expect(results).toEqual([
    {
      columns: [
        ...['Sku varchar(20)', 'Name nvarchar(120)', 'Step bigint', 'ChangedAt datetime2', 'OldPrice money', 'NewPrice money'],
        ...['ChangePercent decimal(9,2)', 'SinceFirstPrice money', 'DaysUntilNext int'],
      ],
      rows: sorted(
        moves,
        (move) => -move.percent,
        (move) => productOf(move.product).sku,
        (move) => move.step,
      ).map(({ product, step, at, from, to, percent, first, next }) => {
        const { sku, name } = productOf(product);
        const days = next === undefined ? null : daysBetween(at.slice(0, 10), next);
        return row(sku, name, step, at, euros(from), euros(to), percent.toFixed(2), euros(to - first), days);
      }),
    },
  ]);
}

async function queryProducts(call: Caller): Promise<void> {
  const args = { Brand: text('Kōsei'), MinPrice: money(20), SortColumn: text('ListPrice'), Debug: bit(true) };
  const { results, messages, status } = await call.procedure('parts.QueryProducts', args);
  const found = PRODUCTS.filter((product) => isCurrent(product) && brandOf(product) === 'Kōsei' && product.price >= 2000);
  const [set] = results;
  expect(set?.columns).toEqual([
    'ProductId int',
    'Sku varchar(20)',
    'Name nvarchar(120)',
    'Category nvarchar(60)',
    'Brand nvarchar(60)',
    'ListPrice money',
  ]);
  const rows = sorted(found, (product) => product.price)
    .slice(0, 50)
    .map((product) => row(product.id, product.sku, product.name, categoryOf(product).name, 'Kōsei', euros(product.price)));
  expect(set?.rows.map((cells) => cells[5])).toEqual(rows.map((cells) => cells[5]));
  const byId = (list: readonly (readonly (string | null)[])[]) => sorted(list, (cells) => Number(cells[0]));
  expect(byId(set?.rows ?? [])).toEqual(byId(rows));
  expect(messages.join('\n')).toBe(
    [
      ...['', 'SELECT TOP (@MaxRows) ProductId, Sku, Name, Category, Brand, ListPrice', 'FROM parts.CurrentProduct', 'WHERE 1 = 1'],
      ...['    AND Brand = @Brand', '    AND ListPrice >= @MinPrice', 'ORDER BY [ListPrice], Name, ProductId;'],
    ].join('\n'),
  );
  expect(status).toBe(0);
}

async function searchProducts(call: Caller): Promise<void> {
  const filters = { Text: text('CHAIN'), MaxPrice: money(40), SortBy: text('price'), PageSize: int(10) };
  const found = sorted(
    PRODUCTS.filter((product) => isCurrent(product) && product.name.toLowerCase().includes('chain') && product.price <= 4000),
    (product) => product.price,
  );
  const answers = await pages(call, filters, Math.ceil(found.length / 10));
  expect(answers.map((answer) => answer.outputs)).toEqual(answers.map(() => ({ TotalRows: found.length })));
  expect(answers[0]?.results[0]?.columns).toEqual([
    'ProductId int',
    'Sku varchar(20)',
    'Name nvarchar(120)',
    'Brand nvarchar(60)',
    'ListPrice money',
    'PackSize smallint',
    'Available int',
  ]);
  const rows = answers.flatMap((answer) => answer.results[0]?.rows ?? []);
  expect(rows.map((cells) => cells[4])).toEqual(found.map((product) => euros(product.price)));
  const expected = found.map((p) => row(p.id, p.sku, p.name, brandOf(p), euros(p.price), p.pack, availableOf(p.id)));
  const byId = (list: readonly (readonly (string | null)[])[]) => sorted(list, (cells) => Number(cells[0]));
  expect(byId(rows)).toEqual(byId(expected));
}

/** All pages of a search, one call after the other. */
async function pages(call: Caller, filters: Parameters<Caller['procedure']>[1], count: number) {
  const answers: Awaited<ReturnType<Caller['procedure']>>[] = [];
  for (let page = 1; page <= count; page++) {
    answers.push(await call.procedure('parts.SearchProducts', { ...filters, PageNumber: int(page), TotalRows: int(null, true) }));
  }
  return answers;
}
