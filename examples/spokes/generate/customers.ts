/**
 * Warehouses, territories, representatives, customers with their contacts, and promotions: who and where, without any order yet.
 */

import { dateText, dayOf, timeText } from './calendar.ts';
import { money } from './catalogue.ts';
import { type Random, random } from './random.ts';
import { type Table, table } from './table.ts';
import { MARKETS, type Market, TERRITORIES } from './vocabulary.ts';

export interface Customer {
  readonly id: number;
  readonly name: string;
  readonly market: Market;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string | null;
  readonly representativeId: number | null;
  readonly creditLimit: number;
  /** In ten-thousandths. */
  readonly discount: number;
  readonly active: boolean;
  readonly since: number;
}

interface Representative {
  readonly id: number;
  readonly managerId: number | null;
  readonly territoryId: number | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly hired: number;
  readonly commission: string;
}

interface Contact {
  readonly id: number;
  readonly customerId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface Promotion {
  readonly id: number;
  readonly code: string;
  readonly description: string;
  readonly discount: number;
  readonly starts: number;
  readonly ends: number;
}

export interface Partners {
  readonly customers: readonly Customer[];
  readonly promotions: readonly Promotion[];
  readonly tables: readonly Table[];
}

const CUSTOMER_COUNT = 1200;

/** Makes everybody the business deals with. */
export function partners(): Partners {
  const representatives = makeRepresentatives();
  const customers = makeCustomers(representatives);
  const promotions = makePromotions();
  return {
    customers,
    promotions,
    tables: [
      warehouseTable(),
      territoryTable(),
      representativeTable(representatives),
      customerTable(customers),
      contactTable(makeContacts(customers)),
      promotionTable(promotions),
    ],
  };
}

/** Ten-thousandths as the text of a decimal(5, 4). */
export const rate = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(4);

/** A head of sales, a manager for every three territories, and two or three people in each territory: three levels. */
function makeRepresentatives(): Representative[] {
  const draw = random('sales.Representative');
  const made: Representative[] = [];
  const add = (managerId: number | null, territoryId: number | null, commission: string): number => {
    const market = MARKETS.find((m) => m.territory === territoryId) ?? draw.pick(MARKETS);
    const name = { firstName: draw.pick(market.firstNames), lastName: draw.pick(market.lastNames) };
    return made.push({
      id: made.length + 1,
      managerId,
      territoryId,
      ...name,
      hired: draw.int(dayOf('2012-01-01'), dayOf('2022-12-31')),
      commission,
    });
  };
  const head = add(null, null, '0.0050');
  const managers = Array.from({ length: 4 }, () => add(head, null, '0.0100'));
  for (const [territoryId] of TERRITORIES.slice(1)) {
    const manager = managers[territoryId % managers.length]!;
    for (let i = draw.int(2, 3); i > 0; i--) add(manager, territoryId, draw.pick(['0.0200', '0.0250', '0.0325']));
  }
  return made;
}

function makeCustomers(representatives: readonly Representative[]): Customer[] {
  const draw = random('sales.Customer');
  return Array.from({ length: CUSTOMER_COUNT }, (_, i) => {
    const id = 1000 + i;
    const market = draw.pick(MARKETS);
    const [city, postalCode] = draw.pick(market.cities);
    const local = representatives.filter((r) => r.territoryId === market.territory);
    return {
      id,
      name: draw.pick(market.shops).replace('{0}', draw.pick(market.lastNames)).replace('{1}', city),
      market,
      street: draw.pick(market.streets).replace('#', String(draw.int(1, 180))),
      postalCode,
      city,
      email: `orders@shop${id}.example`,
      phone: draw.chance(0.9) ? phone(draw, market) : null,
      representativeId: draw.chance(0.9) ? draw.pick(local).id : null,
      creditLimit: draw.pick([100_000, 250_000, 500_000, 1_000_000, 2_500_000]),
      discount: draw.pick([0, 0, 0, 250, 500, 750, 1000, 1250]),
      active: draw.chance(0.95),
      since: draw.int(dayOf('2015-01-01'), dayOf('2022-12-31')),
    };
  });
}

const phone = (draw: Random, market: Market): string =>
  `${market.dialling} ${draw.int(10, 99)} ${draw.int(100, 999)} ${draw.int(1000, 9999)}`;

function makeContacts(customers: readonly Customer[]): Contact[] {
  const draw = random('sales.Contact');
  const roles = ['owner', 'buyer', 'workshop', 'accounts'];
  return customers
    .flatMap((customer) => roles.slice(0, draw.int(1, 3)).map((role) => ({ customer, role })))
    .map(({ customer, role }, i) => ({
      id: i + 1,
      customerId: customer.id,
      firstName: draw.pick(customer.market.firstNames),
      lastName: draw.pick(customer.market.lastNames),
      role,
      email: draw.chance(0.8) ? `${role}@shop${customer.id}.example` : null,
      phone: draw.chance(0.4) ? phone(draw, customer.market) : null,
    }));
}

function makePromotions(): Promotion[] {
  const seasons: readonly (readonly [code: string, text: string, from: string, to: string, discount: number])[] = [
    ['SPRING', 'Spring tune-up: drivetrain and brakes', '03-01', '04-15', 800],
    ['SUMMER', 'Grand tour weeks', '06-25', '07-25', 500],
    ['LIGHTS', 'Be seen: lights and reflectors', '10-01', '11-15', 1000],
    ['YEAREND', 'Year-end stock clearance', '12-10', '12-31', 1500],
  ];
  return ['2023', '2024', '2025'].flatMap((year, y) =>
    seasons.map(([code, description, from, to, discount], i) => ({
      id: y * seasons.length + i + 1,
      code: `${code}${year.slice(2)}`,
      description,
      discount,
      starts: dayOf(`${year}-${from}`),
      ends: dayOf(`${year}-${to}`),
    })),
  );
}

/** Their device keys are fixed, so that a key never changes between two loads. */
const warehouseTable = (): Table =>
  table(
    'stock.Warehouse',
    'plain',
    [
      ['WarehouseId', 'tinyint', ([id]) => id],
      ['Code', 'char', ([, code]) => code],
      ['Name', 'nvarchar', ([, , name]) => name],
      ['City', 'nvarchar', ([, , , city]) => city],
      ['CountryCode', 'char', ([, , , , country]) => country],
      ['Latitude', 'float', ([, , , , , latitude]) => latitude],
      ['Longitude', 'float', ([, , , , , , longitude]) => longitude],
      ['OpensAt', 'time', ([id]) => (id === 4 ? '06:30:00' : '07:00:00')],
      ['ClosesAt', 'time', ([id]) => (id === 1 ? '20:00:00' : '18:00:00')],
      ['DeviceKey', 'uniqueidentifier', ([id]) => `5B0CE5A0-0000-4000-8000-00000000000${id}`],
    ],
    [
      [1, 'DUI', 'Central Warehouse', 'Duisburg', 'DE', 51.4344, 6.7623],
      [2, 'LYS', 'Entrepôt Sud', 'Lyon', 'FR', 45.764, 4.8357],
      [3, 'MMA', 'Nordlager', 'Malmö', 'SE', 55.605, 13.0038],
      [4, 'BHX', 'Midlands Depot', 'Birmingham', 'GB', 52.4862, -1.8904],
    ] as const,
  );

const territoryTable = (): Table =>
  table(
    'sales.Territory',
    'plain',
    [
      ['TerritoryId', 'smallint', ([id]) => id],
      ['Code', 'char', ([, code]) => code],
      ['Name', 'nvarchar', ([, , name]) => name],
      ['WarehouseId', 'tinyint', ([, , , warehouse]) => warehouse],
    ],
    TERRITORIES,
  );

const representativeTable = (representatives: readonly Representative[]): Table =>
  table(
    'sales.Representative',
    'identity',
    [
      ['RepresentativeId', 'int', (r) => r.id],
      ['ManagerId', 'int', (r) => r.managerId],
      ['TerritoryId', 'smallint', (r) => r.territoryId],
      ['FirstName', 'nvarchar', (r) => r.firstName],
      ['LastName', 'nvarchar', (r) => r.lastName],
      ['Email', 'varchar', (r) => `rep${String(r.id).padStart(2, '0')}@spokes.example`],
      ['HiredOn', 'date', (r) => dateText(r.hired)],
      ['CommissionRate', 'decimal', (r) => r.commission],
    ],
    representatives,
  );

const customerTable = (customers: readonly Customer[]): Table =>
  table(
    'sales.Customer',
    'identity',
    [
      ['CustomerId', 'int', (c) => c.id],
      ['CompanyName', 'nvarchar', (c) => c.name],
      ['Email', 'varchar', (c) => c.email],
      ['Phone', 'varchar', (c) => c.phone],
      ['Street', 'nvarchar', (c) => c.street],
      ['PostalCode', 'nvarchar', (c) => c.postalCode],
      ['City', 'nvarchar', (c) => c.city],
      ['CountryCode', 'char', (c) => c.market.country],
      ['TerritoryId', 'smallint', (c) => c.market.territory],
      ['RepresentativeId', 'int', (c) => c.representativeId],
      ['CreditLimit', 'money', (c) => money(c.creditLimit)],
      ['DiscountRate', 'decimal', (c) => rate(c.discount)],
      ['IsActive', 'bit', (c) => c.active],
      ['CreatedAt', 'datetime2', (c) => timeText(c.since, (c.id * 37) % 36_000)],
    ],
    customers,
  );

const contactTable = (contacts: readonly Contact[]): Table =>
  table(
    'sales.Contact',
    'identity',
    [
      ['ContactId', 'int', (c) => c.id],
      ['CustomerId', 'int', (c) => c.customerId],
      ['FirstName', 'nvarchar', (c) => c.firstName],
      ['LastName', 'nvarchar', (c) => c.lastName],
      ['Role', 'varchar', (c) => c.role],
      ['Email', 'varchar', (c) => c.email],
      ['Phone', 'varchar', (c) => c.phone],
    ],
    contacts,
  );

const promotionTable = (promotions: readonly Promotion[]): Table =>
  table(
    'sales.Promotion',
    'identity',
    [
      ['PromotionId', 'int', (p) => p.id],
      ['Code', 'varchar', (p) => p.code],
      ['Description', 'nvarchar', (p) => p.description],
      ['DiscountRate', 'decimal', (p) => rate(p.discount)],
      ['StartsOn', 'date', (p) => dateText(p.starts)],
      ['EndsOn', 'date', (p) => dateText(p.ends)],
    ],
    promotions,
  );
