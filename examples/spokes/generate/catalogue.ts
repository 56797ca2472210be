/**
 * Brands, categories, products, built-up wheels and kits, price history: the tables of schema `parts`. Prices are whole cents until they are
 * printed, so that order lines made of them are exact.
 */

import { dateText, dayOf, TODAY, timeText } from './calendar.ts';
import { random } from './random.ts';
import { type Table, table } from './table.ts';
import { BRANDS, GROUPS, type Kind, SERIES } from './vocabulary.ts';

export interface Category {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly slug: string;
  /** What is sold in it; main groups sell nothing themselves. */
  readonly kind: Kind | null;
}

export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  readonly categoryId: number;
  readonly brandId: number;
  readonly price: number;
  readonly cost: number;
  readonly grams: number | null;
  readonly packSize: number;
  readonly attributes: string | null;
  readonly introduced: number;
  readonly discontinued: number | null;
}

interface Component {
  readonly assemblyId: number;
  readonly partId: number;
  readonly quantity: string;
}

interface PriceChange {
  readonly id: number;
  readonly productId: number;
  readonly from: number;
  readonly to: number;
  readonly at: string;
  readonly by: string;
}

export interface Catalogue {
  readonly products: readonly Product[];
  readonly tables: readonly Table[];
}

/** Cents as the text of a money value. */
export const money = (cents: number): string => (cents / 100).toFixed(2);

const PRODUCT_COUNT = 1000;

/** Makes everything that can be sold. */
export function catalogue(): Catalogue {
  const categories = makeCategories();
  const singles = makeProducts(categories);
  const kits = makeKits(categories, singles);
  const products = [...singles, ...kits.products];
  return {
    products,
    tables: [
      brandTable(),
      categoryTable(categories),
      productTable(products),
      componentTable(kits.components),
      priceTable(makeHistory(products)),
    ],
  };
}

function makeCategories(): Category[] {
  const made: Category[] = [];
  const add = (parentId: number | null, name: string, slug: string, kind: Kind | null): number =>
    made.push({ id: made.length + 1, parentId, name, slug, kind });
  for (const [group, kinds] of GROUPS) {
    const parent = add(null, group, group.toLowerCase().replaceAll(/[^a-z]+/g, '-'), null);
    for (const kind of kinds) add(parent, kind.category, kind.slug, kind);
  }
  add(null, 'Kits', 'kits', null);
  return made;
}

function makeProducts(categories: readonly Category[]): Product[] {
  const draw = random('parts.Product');
  const selling = categories.filter((category) => category.kind !== null && category.slug !== 'complete-wheels');
  return Array.from({ length: PRODUCT_COUNT }, (_, i) => {
    const category = selling[i % selling.length]!;
    const kind = category.kind!;
    const brandId = draw.int(1, BRANDS.length);
    const variant = draw.pick(kind.variants);
    const price = priceEnding(kind.cents * draw.spread());
    const introduced = draw.int(dayOf('2014-01-01'), dayOf('2025-03-31'));
    return {
      id: i + 1,
      sku: `${kind.code}-${String(i + 1).padStart(5, '0')}`,
      name: `${BRANDS[brandId - 1]![0]} ${draw.pick(SERIES)} ${kind.noun} ${variant}`,
      categoryId: category.id,
      brandId,
      price,
      cost: Math.round((price * draw.int(52, 74)) / 100),
      grams: draw.chance(0.95) ? Math.max(1, Math.round(kind.grams * draw.spread())) : null,
      packSize: kind.cents < 1000 ? draw.pick([1, 5, 10, 36]) : 1,
      attributes: attributesOf(variant, draw.pick(['black', 'silver', 'grey', 'blue', 'red', 'oliv grün']), draw.int(0, 5)),
      introduced,
      discontinued: draw.chance(0.08)
        ? draw.int(Math.max(introduced + 200, dayOf('2024-01-01')), Math.max(introduced + 200, TODAY - 20))
        : null,
    };
  });
}

/** Prices end in 9 cents from one euro upwards, as price lists do. */
const priceEnding = (cents: number): number => (cents < 100 ? Math.max(9, Math.round(cents)) : Math.round(cents / 10) * 10 - 1);

/** A product's loose facts as JSON; about one in six products has none. */
const attributesOf = (variant: string, colour: string, years: number): string | null =>
  years === 0 ? null : JSON.stringify({ variant, colour, warrantyYears: years });

/** Built-up wheels from a hub, a rim and spokes, and winter kits that hold wheels again: assemblies two levels deep. */
function makeKits(categories: readonly Category[], products: readonly Product[]): { products: Product[]; components: Component[] } {
  const draw = random('parts.Component');
  const of = (slug: string): Product[] => products.filter((p) => p.categoryId === idOf(categories, slug) && p.discontinued === null);
  const [hubs, rims, spokes, tyres, oils] = [of('hubs'), of('rims'), of('spokes'), of('tyres'), of('lubricants')];
  const made: Product[] = [];
  const components: Component[] = [];
  const assemble = (code: string, name: string, categoryId: number, parts: readonly (readonly [Product, number])[]): Product => {
    const id = products.length + made.length + 1;
    components.push(...parts.map(([part, quantity]) => ({ assemblyId: id, partId: part.id, quantity: quantity.toFixed(2) })));
    const product = assembled(id, `${code}-${String(id).padStart(5, '0')}`, name, categoryId, parts);
    made.push(product);
    return product;
  };
  for (let i = 0; i < 60; i++) {
    const hub = draw.pick(hubs);
    const rim = draw.pick(rims);
    const name = `${BRANDS[rim.brandId - 1]![0]} Wheel ${draw.pick(['front', 'rear'])} 622 “${draw.pick(SERIES)}” ${i + 1}`;
    assemble('WHL', name, idOf(categories, 'complete-wheels'), [
      [hub, 1],
      [rim, 1],
      [draw.pick(spokes), draw.pick([28, 32, 36])],
    ]);
  }
  const wheels = [...made];
  for (let i = 0; i < 24; i++) {
    const name = `Winter Kit “${draw.pick(SERIES)}” ${i + 1}`;
    assemble('KIT', name, idOf(categories, 'kits'), [
      [draw.pick(wheels), 2],
      [draw.pick(tyres), 2],
      [draw.pick(oils), 0.5],
    ]);
  }
  return { products: made, components };
}

const idOf = (categories: readonly Category[], slug: string): number => categories.find((category) => category.slug === slug)!.id;

/** An assembly is as heavy as its parts and costs a little less than they do one by one. */
function assembled(id: number, sku: string, name: string, categoryId: number, parts: readonly (readonly [Product, number])[]): Product {
  const sum = (of: (part: Product) => number): number => parts.reduce((total, [part, quantity]) => total + of(part) * quantity, 0);
  return {
    id,
    sku,
    name,
    categoryId,
    brandId: parts[0]![0].brandId,
    price: priceEnding(sum((part) => part.price) * 0.95),
    cost: Math.round(sum((part) => part.cost)),
    grams: Math.round(sum((part) => part.grams ?? 0)),
    packSize: 1,
    attributes: null,
    introduced: dayOf('2024-09-01'),
    discontinued: null,
  };
}

/** Price rises before today's price, oldest first. */
function makeHistory(products: readonly Product[]): PriceChange[] {
  const draw = random('parts.PriceHistory');
  const changes: PriceChange[] = [];
  for (const product of products) {
    const days = [dayOf('2023-02-01'), dayOf('2024-02-01'), dayOf('2025-02-03')].filter(
      (day) => day > product.introduced && draw.chance(0.7),
    );
    const prices = [product.price];
    for (let i = 0; i < days.length; i++) prices.unshift(priceEnding((prices[0]! * draw.int(88, 98)) / 100));
    days.forEach((day, i) => {
      const at = timeText(day, draw.int(6 * 3600, 9 * 3600));
      changes.push({
        id: 0,
        productId: product.id,
        from: prices[i]!,
        to: prices[i + 1]!,
        at,
        by: draw.pick(['price-list', 'margit', 'tomás']),
      });
    });
  }
  changes.sort((a, b) => (a.at === b.at ? a.productId - b.productId : a.at < b.at ? -1 : 1));
  return changes.map((change, i) => ({ ...change, id: i + 1 }));
}

const brandTable = (): Table =>
  table(
    'parts.Brand',
    'identity',
    [
      ['BrandId', 'smallint', ({ id }) => id],
      ['Name', 'nvarchar', ({ name }) => name],
      ['CountryCode', 'char', ({ country }) => country],
      ['Founded', 'smallint', ({ founded }) => founded],
    ],
    BRANDS.map(([name, country, founded], i) => ({ id: i + 1, name, country, founded })),
  );

const categoryTable = (categories: readonly Category[]): Table =>
  table(
    'parts.Category',
    'identity',
    [
      ['CategoryId', 'int', (c) => c.id],
      ['ParentId', 'int', (c) => c.parentId],
      ['Name', 'nvarchar', (c) => c.name],
      ['Slug', 'varchar', (c) => c.slug],
    ],
    categories,
  );

const productTable = (products: readonly Product[]): Table =>
  table(
    'parts.Product',
    'identity',
    [
      ['ProductId', 'int', (p) => p.id],
      ['Sku', 'varchar', (p) => p.sku],
      ['Name', 'nvarchar', (p) => p.name],
      ['CategoryId', 'int', (p) => p.categoryId],
      ['BrandId', 'smallint', (p) => p.brandId],
      ['ListPrice', 'money', (p) => money(p.price)],
      ['StandardCost', 'money', (p) => money(p.cost)],
      ['WeightGrams', 'int', (p) => p.grams],
      ['PackSize', 'smallint', (p) => p.packSize],
      ['Attributes', 'nvarchar', (p) => p.attributes],
      ['IntroducedOn', 'date', (p) => dateText(p.introduced)],
      ['DiscontinuedOn', 'date', (p) => (p.discontinued === null ? null : dateText(p.discontinued))],
    ],
    products,
  );

const componentTable = (components: readonly Component[]): Table =>
  table(
    'parts.Component',
    'plain',
    [
      ['AssemblyId', 'int', (c) => c.assemblyId],
      ['PartId', 'int', (c) => c.partId],
      ['Quantity', 'decimal', (c) => c.quantity],
    ],
    components,
  );

const priceTable = (changes: readonly PriceChange[]): Table =>
  table(
    'parts.PriceHistory',
    'identity',
    [
      ['PriceHistoryId', 'int', (c) => c.id],
      ['ProductId', 'int', (c) => c.productId],
      ['OldPrice', 'money', (c) => money(c.from)],
      ['NewPrice', 'money', (c) => money(c.to)],
      ['ChangedAt', 'datetime2', (c) => c.at],
      ['ChangedBy', 'nvarchar', (c) => c.by],
    ],
    changes,
  );
