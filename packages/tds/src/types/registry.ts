/**
 * All types in one table: what the rest of the package calls to write and read TYPE_INFO and to build encoders and
 * decoders of values. A new type is a family file and its line here.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import { approximateCodecs, approximateForms, approximateVariants } from './approximate.ts';
import { binaryCodecs, binaryForms, binaryVariants } from './binary.ts';
import { characterCodecs, characterForms, characterVariants } from './character.ts';
import type { Encode, TypeCodec, Use, VariantForms, WireForms, WireType } from './codec.ts';
import { DataType } from './data-type.ts';
import { sentType } from './downgrade.ts';
import { exactCodecs, exactForms, exactVariants } from './exact.ts';
import { guidCodecs, guidForms, guidVariants } from './guid.ts';
import { integerCodecs, integerForms, integerVariants } from './integers.ts';
import { legacyDateCodecs, legacyDateForms, legacyDateVariants } from './legacy-dates.ts';
import { lobCodecs, lobForms } from './lob.ts';
import { markupCodecs, markupForms } from './markup.ts';
import { moneyCodecs, moneyForms, moneyVariants } from './money.ts';
import { readTableType, tableCodec, tableEncoder } from './table.ts';
import { temporalCodecs, temporalForms, temporalVariants } from './temporal.ts';
import type { TypeInfo, TypeName, Value } from './type-info.ts';
import { readVariantType, variantCodec } from './variant.ts';

/** Writes TYPE_INFO, in the form that the connection knows. [MS-TDS] 2.2.5.6 */
export function writeTypeInfo(w: TokenWriter, type: TypeInfo, protocol: Protocol, use: Use): void {
  const sent = sentType(type, protocol).type;
  codecOf(sent.name).writeType(w, sent as never, protocol, use);
}

/** Builds the function that writes the values of a column or parameter, in the form that the connection knows. */
export function valueEncoder(type: TypeInfo, protocol: Protocol, use: Use): Encode<NonNullable<Value>> {
  if (type.name === 'table') return tableEncoder(elementTypes(protocol), protocol) as Encode<NonNullable<Value>>;
  const { type: sent, convert } = sentType(type, protocol);
  const encode = encoderOf(sent, use);
  return convert === undefined ? encode : (w, value) => encode(w, value === null ? null : convert(value));
}

/** Reads TYPE_INFO. The result knows how to read the values. */
export function readTypeInfo(r: ByteReader, protocol: Protocol, use: Use): WireType {
  const token = r.byte();
  const read = FORMS[token];
  if (read === undefined) throw new ProtocolError(`Unknown data type 0x${token.toString(16).padStart(2, '0')}`);
  return read(r, protocol, use);
}

const nullCodec: TypeCodec<'null'> = {
  writeType: (w) => w.byte(DataType.NULL),
  encoder: () => () => undefined,
};

const CODECS: { readonly [N in TypeName]: TypeCodec<N> } = {
  null: nullCodec,
  ...integerCodecs,
  ...approximateCodecs,
  ...exactCodecs,
  ...moneyCodecs,
  ...legacyDateCodecs,
  ...temporalCodecs,
  ...characterCodecs,
  ...binaryCodecs,
  ...lobCodecs,
  ...markupCodecs,
  ...guidCodecs,
  sql_variant: variantCodec((name) => codecOf(name).variant),
  table: tableCodec,
};

const VARIANT_FORMS: VariantForms = {
  ...integerVariants,
  ...approximateVariants,
  ...exactVariants,
  ...moneyVariants,
  ...legacyDateVariants,
  ...temporalVariants,
  ...characterVariants,
  ...binaryVariants,
  ...guidVariants,
};

const FORMS: WireForms = {
  [DataType.NULL]: () => ({ type: { name: 'null' }, decode: () => null }),
  ...integerForms,
  ...approximateForms,
  ...exactForms,
  ...moneyForms,
  ...legacyDateForms,
  ...temporalForms,
  ...characterForms,
  ...binaryForms,
  ...lobForms,
  ...markupForms,
  ...guidForms,
  [DataType.SSVARIANT]: readVariantType(VARIANT_FORMS),
  [DataType.TVP]: (r, protocol, use) => readTableType(elementTypes(protocol))(r, protocol, use),
};

// The table pairs each name with the codec of that very type; a lookup by a name that is not known statically loses this.
function codecOf(name: TypeName): TypeCodec<TypeName> {
  return CODECS[name] as unknown as TypeCodec<TypeName>;
}

function encoderOf(type: TypeInfo, use: Use): Encode<NonNullable<Value>> {
  return codecOf(type.name).encoder(type as never, use);
}

function elementTypes(protocol: Protocol) {
  return {
    writeType: writeTypeInfo,
    readType: readTypeInfo,
    encoder: (type: TypeInfo, use: Use) => valueEncoder(type, protocol, use),
  };
}
