/**
 * real and float. [MS-TDS] 2.2.5.4.2: FLTN with a length of 4 or 8 bytes of IEEE 754, 0 for NULL.
 */
import type { TokenWriter } from '../bytes/token-writer.ts';
import {
  type Encode,
  fixedForm,
  fixedVariant,
  nullableForm,
  type TypeCodec,
  type VariantForms,
  type WireForms,
  type WireType,
} from './codec.ts';
import { DataType } from './data-type.ts';

export const approximateCodecs: { readonly [N in 'real' | 'float']: TypeCodec<N> } = {
  real: {
    writeType: (w) => writeType(w, 4),
    encoder: () => encodeReal,
    variant: { token: DataType.FLT4, writeValue: (w, value) => w.float(value) },
  },
  float: {
    writeType: (w) => writeType(w, 8),
    encoder: () => encodeFloat,
    variant: { token: DataType.FLT8, writeValue: (w, value) => w.double(value) },
  },
};

const FLT4: WireType = { type: { name: 'real' }, decode: (r) => r.float() };
const FLT8: WireType = { type: { name: 'float' }, decode: (r) => r.double() };

export const approximateForms: WireForms = {
  [DataType.FLT4]: fixedForm(FLT4),
  [DataType.FLT8]: fixedForm(FLT8),
  [DataType.FLTN]: nullableForm('FLTN', { 4: FLT4, 8: FLT8 }),
};

export const approximateVariants: VariantForms = {
  [DataType.FLT4]: fixedVariant(FLT4),
  [DataType.FLT8]: fixedVariant(FLT8),
};

function writeType(w: TokenWriter, size: number): void {
  w.byte(DataType.FLTN);
  w.byte(size);
}

const encodeReal: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(5);
  w.buffer[at] = 4;
  w.view.setFloat32(at + 1, value, true);
};

const encodeFloat: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(9);
  w.buffer[at] = 8;
  w.view.setFloat64(at + 1, value, true);
};
