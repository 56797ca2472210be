/**
 * Table-valued parameters. [MS-TDS] 2.2.5.5.5: the name of the table type, the columns, optional order and
 * uniqueness, and the rows, all inside the parameter's TYPE_INFO and value. Only clients send them. Columns that
 * are marked as default are absent from the rows; readers get NULL there and look at the flag.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { Decode, Encode, ReadType, TypeCodec, Use, WireType } from './codec.ts';
import { DataType } from './data-type.ts';
import type { TableColumn, TableOrder, TableValue, TypeInfo, Value } from './type-info.ts';

/** Flag of a TableColumn whose values are its default. */
export const TABLE_COLUMN_DEFAULT = 0x200;

const TVP_NULL = 0xffff;
const TVP_ORDER_UNIQUE = 0x10;
const TVP_COLUMN_ORDERING = 0x11;
const TVP_ROW = 0x01;
const TVP_END = 0x00;

/** What this module needs of the other types; the registry passes it in, because tables contain them all. */
export interface ElementTypes {
  readonly writeType: (w: TokenWriter, type: TypeInfo, protocol: Protocol, use: Use) => void;
  readonly readType: (r: ByteReader, protocol: Protocol, use: Use) => WireType;
  readonly encoder: (type: TypeInfo, use: Use) => Encode<NonNullable<Value>>;
}

/** The value of a table needs the connection's protocol, so its encoder is built apart from the other types'. */
export function tableEncoder(types: ElementTypes, protocol: Protocol): Encode<TableValue> {
  return (w, value) => {
    if (value === null) w.ushort(TVP_NULL);
    else writeColumns(w, value.columns, types, protocol);
    if (value !== null) writeOrders(w, value);
    w.byte(TVP_END);
    if (value !== null) writeRows(w, value, types);
    w.byte(TVP_END);
  };
}

export const tableCodec: TypeCodec<'table'> = {
  writeType: (w, type) => {
    w.byte(DataType.TVP);
    w.bVarChar('');
    w.bVarChar(type.schema);
    w.bVarChar(type.typeName);
  },
  encoder: () => () => {
    throw new RangeError('A table is only allowed as a parameter');
  },
};

export function readTableType(types: ElementTypes): ReadType {
  return (r, protocol) => {
    // The database name must be empty, and says nothing if it is not.
    r.bVarChar();
    const type: TypeInfo = { name: 'table', schema: r.bVarChar(), typeName: r.bVarChar() };
    return { type, decode: (values) => readTable(values, types, protocol) };
  };
}

function writeColumns(w: TokenWriter, columns: readonly TableColumn[], types: ElementTypes, protocol: Protocol): void {
  w.ushort(columns.length);
  for (const column of columns) {
    w.long(column.userType);
    w.ushort(column.flags);
    types.writeType(w, column.type, protocol, 'parameter');
    w.bVarChar(column.name);
  }
}

function writeOrders(w: TokenWriter, table: TableValue): void {
  if (table.orderUnique.length > 0) writeOrderUnique(w, table.orderUnique);
  if (table.columnOrdering.length > 0) writeColumnOrdering(w, table.columnOrdering);
}

function writeOrderUnique(w: TokenWriter, orders: readonly TableOrder[]): void {
  w.byte(TVP_ORDER_UNIQUE);
  w.ushort(orders.length);
  for (const order of orders) {
    w.ushort(order.column);
    w.byte(order.flags);
  }
}

function writeColumnOrdering(w: TokenWriter, ordinals: readonly number[]): void {
  w.byte(TVP_COLUMN_ORDERING);
  w.ushort(ordinals.length);
  for (const ordinal of ordinals) w.ushort(ordinal);
}

function writeRows(w: TokenWriter, table: TableValue, types: ElementTypes): void {
  const encoders = table.columns.map((column) => (isDefault(column) ? null : types.encoder(column.type, 'parameter')));
  for (const row of table.rows) {
    w.byte(TVP_ROW);
    encoders.forEach((encode, index) => {
      encode?.(w, row[index] ?? null);
    });
  }
}

function isDefault(column: TableColumn): boolean {
  return (column.flags & TABLE_COLUMN_DEFAULT) !== 0;
}

function readTable(r: ByteReader, types: ElementTypes, protocol: Protocol): TableValue | null {
  const count = r.ushort();
  if (count === TVP_NULL) return readNullTable(r);
  const columns: TableColumn[] = [];
  const decoders: (Decode | null)[] = [];
  for (let i = 0; i < count; i++) readColumn(r, types, protocol, columns, decoders);
  const orders = readOrders(r);
  return { columns, ...orders, rows: readRows(r, decoders) };
}

function readNullTable(r: ByteReader): null {
  readOrders(r);
  if (r.byte() !== TVP_END) throw new ProtocolError('A NULL table with rows');
  return null;
}

function readColumn(r: ByteReader, types: ElementTypes, protocol: Protocol, columns: TableColumn[], decoders: (Decode | null)[]): void {
  const userType = r.ulong();
  const flags = r.ushort();
  const { type, decode } = types.readType(r, protocol, 'parameter');
  if (type.name === 'table') throw new ProtocolError('A table inside a table');
  const column = { name: r.bVarChar(), type, userType, flags };
  columns.push(column);
  decoders.push(isDefault(column) ? null : decode);
}

/** The optional metadata, up to and including its end. */
function readOrders(r: ByteReader): Pick<TableValue, 'orderUnique' | 'columnOrdering'> {
  let orderUnique: readonly TableOrder[] = [];
  let columnOrdering: readonly number[] = [];
  for (let token = r.byte(); token !== TVP_END; token = r.byte()) {
    if (token === TVP_ORDER_UNIQUE) orderUnique = readList(r, () => ({ column: r.ushort(), flags: r.byte() }));
    else if (token === TVP_COLUMN_ORDERING) columnOrdering = readList(r, () => r.ushort());
    else throw new ProtocolError(`Unknown metadata 0x${token.toString(16)} in a table-valued parameter`);
  }
  return { orderUnique, columnOrdering };
}

function readList<T>(r: ByteReader, read: () => T): T[] {
  const count = r.ushort();
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(read());
  return list;
}

function readRows(r: ByteReader, decoders: readonly (Decode | null)[]): Value[][] {
  const rows: Value[][] = [];
  for (let token = r.byte(); token !== TVP_END; token = r.byte()) {
    if (token !== TVP_ROW) throw new ProtocolError(`Unknown token 0x${token.toString(16)} among the rows of a table-valued parameter`);
    rows.push(decoders.map((decode) => (decode === null ? null : decode(r))));
  }
  return rows;
}
