/** A small catalog for tables of cases, and the `|` that marks a caret. */
import type { CatalogSnapshot } from '../../src/index.ts';

const column = (name: string, type: string, nullable = false) => ({ name, type, nullable });

export const SHOP: CatalogSnapshot = {
  database: 'shop',
  defaultSchema: 'dbo',
  schemas: ['dbo', 'sales'],
  tables: [
    {
      schema: 'dbo',
      name: 'Customers',
      kind: 'table',
      columns: [column('Id', 'int'), column('Name', 'nvarchar(40)'), column('Mail', 'varchar(80)', true)],
    },
    {
      schema: 'sales',
      name: 'Orders',
      kind: 'table',
      columns: [column('OrderId', 'int'), column('CustomerId', 'int'), column('Total', 'money')],
    },
    { schema: 'sales', name: 'OrderTotals', kind: 'view', columns: [column('OrderId', 'int'), column('Sum', 'money')] },
  ],
  routines: [
    {
      schema: 'dbo',
      name: 'AddCustomer',
      kind: 'procedure',
      parameters: [
        { name: '@Name', type: 'nvarchar(40)', output: false, hasDefault: false },
        { name: '@Mail', type: 'varchar(80)', output: false, hasDefault: true, default: 'NULL' },
        { name: '@Id', type: 'int', output: true, hasDefault: true, default: 'NULL' },
      ],
    },
    {
      schema: 'dbo',
      name: 'Tax',
      kind: 'scalar-function',
      parameters: [{ name: '@net', type: 'money', output: false, hasDefault: false }],
      returns: 'money',
    },
    {
      schema: 'sales',
      name: 'OrdersOf',
      kind: 'table-function',
      parameters: [{ name: '@customer', type: 'int', output: false, hasDefault: false }],
      columns: [column('OrderId', 'int'), column('Total', 'money')],
    },
  ],
  types: [{ schema: 'dbo', name: 'IdList', columns: [column('Id', 'int')] }],
};

/** The text without its `|`, and the place where it stood. */
export function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
