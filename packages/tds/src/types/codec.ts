/**
 * The shape that every type family fills in: how its TYPE_INFO is written, how a function that writes its values
 * is built, which data type tokens it reads, and how it travels inside sql_variant. A column's encoder and decoder
 * are built once per result from its type, so that no value is dispatched by name.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { TypeInfo, TypeName, TypeOf, Value, Values } from './type-info.ts';

/** Where a type stands: a few types look different in COLMETADATA and rows than in parameters. */
export type Use = 'column' | 'parameter';
/** Writes one value, with its length. */
export type Encode<V> = (w: TokenWriter, value: V | null) => void;
/** Reads one value, with its length. */
export type Decode = (r: ByteReader) => Value;

/** The encoding side of one type. */
export interface TypeCodec<N extends TypeName> {
  /** Writes TYPE_INFO. */
  readonly writeType: (w: TokenWriter, type: TypeOf<N>, protocol: Protocol, use: Use) => void;
  /** Builds the function that writes this type's values. */
  readonly encoder: (type: TypeOf<N>, use: Use) => Encode<Values[N]>;
  /** Absent when sql_variant cannot hold the type. */
  readonly variant?: VariantCodec<N>;
}

/** How a type is written inside sql_variant. [MS-TDS] 2.2.5.5.4 */
export interface VariantCodec<N extends TypeName> {
  /** The data type token. */
  readonly token: number;
  readonly writeProperties?: (w: TokenWriter, type: TypeOf<N>) => void;
  /** Writes the value without a length. */
  readonly writeValue: (w: TokenWriter, value: Values[N], type: TypeOf<N>) => void;
}

/** A type that was read, with the function that reads its values. */
export interface WireType {
  readonly type: TypeInfo;
  readonly decode: Decode;
}

/** Reads what follows a data type token in TYPE_INFO. */
export type ReadType = (r: ByteReader, protocol: Protocol, use: Use) => WireType;
/** The data type tokens of a family, by their number. */
export type WireForms = Readonly<Record<number, ReadType>>;

/** Reads a sql_variant's properties, then its value, which fills the rest of the section. */
export type ReadVariant = (properties: ByteReader, value: ByteReader) => { readonly type: TypeInfo; readonly value: Values[TypeName] };
/** The data type tokens that a family reads inside sql_variant. */
export type VariantForms = Readonly<Record<number, ReadVariant>>;

/** A type of fixed length: its values have no length and cannot be NULL. */
export function fixedForm(wire: WireType): ReadType {
  return () => wire;
}

/** A nullable form such as INTN: the length in TYPE_INFO says which type it is. */
export function nullableForm(what: string, bySize: Readonly<Record<number, WireType>>): ReadType {
  return (r) => {
    const size = r.byte();
    const wire = bySize[size];
    if (wire === undefined) throw new ProtocolError(`${what} of length ${size} does not exist`);
    return { type: wire.type, decode: (values) => (hasValue(values, size, what) ? wire.decode(values) : null) };
  };
}

/** Inside sql_variant a fixed-length value stands alone. */
export function fixedVariant(wire: WireType): ReadVariant {
  return (_properties, value) => ({ type: wire.type, value: present(wire.decode(value)) });
}

/** Reads a one-byte length that must be `size`, or 0 for NULL. */
export function hasValue(r: ByteReader, size: number, what: string): boolean {
  const length = r.byte();
  if (length !== 0 && length !== size) throw new ProtocolError(`${what} value of ${length} bytes where ${size} are declared`);
  return length !== 0;
}

/** A value that cannot be NULL where it stands. */
export function present(value: Value): Values[TypeName] {
  if (value === null) throw new ProtocolError('NULL inside sql_variant');
  return value;
}
