/**
 * sql_variant. [MS-TDS] 2.2.5.5.4: a four-byte length (0 for NULL), the data type token of the value, the length of
 * its properties, the properties, and the value without a length of its own. The families say how their types look
 * inside; this module frames them.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { ReadType, TypeCodec, VariantCodec, VariantForms } from './codec.ts';
import { DataType } from './data-type.ts';
import type { TypeInfo, TypeName, Value, Values, Variant } from './type-info.ts';

/** The largest sql_variant, properties included. */
const MAX_LENGTH = 8016;
const MAX_DECLARED = 8009;

/** Finds the inner encoding of a type by its name; undefined for types that sql_variant cannot hold. */
export type VariantCodecOf = (name: TypeName) => VariantCodec<TypeName> | undefined;

export function variantCodec(codecOf: VariantCodecOf): TypeCodec<'sql_variant'> {
  return {
    writeType: (w) => {
      w.byte(DataType.SSVARIANT);
      w.long(MAX_DECLARED);
    },
    encoder: () => (w, value) => {
      if (value === null) return w.long(0);
      writeVariant(w, value, codecOf);
    },
  };
}

export function readVariantType(forms: VariantForms): ReadType {
  return (r) => {
    r.ulong();
    return { type: { name: 'sql_variant' }, decode: (values) => readVariant(values, forms) };
  };
}

function writeVariant(w: TokenWriter, variant: Variant, codecOf: VariantCodecOf): void {
  const codec = codecOf(variant.type.name);
  if (codec === undefined) throw new RangeError(`sql_variant cannot hold ${variant.type.name}`);
  const at = w.claim(4);
  w.byte(codec.token);
  const propertiesAt = w.claim(1);
  codec.writeProperties?.(w, variant.type);
  w.patchLength(propertiesAt, 1);
  codec.writeValue(w, variant.value as Values[TypeName] as never, variant.type);
  w.patchLength(at, 4);
}

function readVariant(r: ByteReader, forms: VariantForms): Value {
  const length = r.ulong();
  if (length === 0) return null;
  if (length > MAX_LENGTH) throw new ProtocolError(`A sql_variant of ${length} bytes`);
  const section = r.section(length, 'sql_variant');
  const read = variantForm(section.byte(), forms);
  const properties = section.section(section.byte(), 'sql_variant properties');
  const { type, value }: { type: TypeInfo; value: Values[TypeName] } = read(properties, section);
  properties.finish();
  section.finish();
  return { type, value };
}

function variantForm(token: number, forms: VariantForms) {
  const form = forms[token];
  if (form === undefined) throw new ProtocolError(`sql_variant cannot hold the data type 0x${token.toString(16)}`);
  return form;
}
