/**
 * char, varchar, nchar and nvarchar. [MS-TDS] 2.2.5.4.2: a two-byte maximum length and a collation, values with a
 * two-byte length and FFFF for NULL; a maximum of FFFF makes it a (max) type with PLP values. The lengths on the
 * wire are bytes; those of nchar and nvarchar are characters in TypeInfo.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { codePageFor } from '../collation/code-pages.ts';
import { type Collation, DEFAULT_COLLATION, readCollation, writeCollation } from '../collation/collation.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { Decode, Encode, ReadType, ReadVariant, TypeCodec, VariantForms, WireForms } from './codec.ts';
import { DataType } from './data-type.ts';
import { readPlp, writePlp, writePlpNull } from './plp.ts';
import { MAX, type TypeOf } from './type-info.ts';

type CharacterName = 'char' | 'varchar' | 'nchar' | 'nvarchar';
type CharacterType = TypeOf<CharacterName>;
type WriteText = (w: TokenWriter, text: string) => void;
type ReadText = (bytes: Uint8Array) => string;

/** The length on the wire that stands for (max), and for NULL in a value. */
const FFFF = 0xffff;

export const characterCodecs: { readonly [N in CharacterName]: TypeCodec<N> } = {
  char: characterCodec('char', DataType.BIGCHAR),
  varchar: characterCodec('varchar', DataType.BIGVARCHAR),
  nchar: characterCodec('nchar', DataType.NCHAR),
  nvarchar: characterCodec('nvarchar', DataType.NVARCHAR),
};

export const characterForms: WireForms = {
  [DataType.BIGCHAR]: readType('char'),
  [DataType.BIGVARCHAR]: readType('varchar'),
  [DataType.NCHAR]: readType('nchar'),
  [DataType.NVARCHAR]: readType('nvarchar'),
  [DataType.CHAR]: readOldType('char'),
  [DataType.VARCHAR]: readOldType('varchar'),
};

export const characterVariants: VariantForms = {
  [DataType.BIGCHAR]: readVariant('char'),
  [DataType.BIGVARCHAR]: readVariant('varchar'),
  [DataType.NCHAR]: readVariant('nchar'),
  [DataType.NVARCHAR]: readVariant('nvarchar'),
};

/** Writes text without a length, in UTF-16 or the collation's code page. */
export function textWriter(unicode: boolean, collation: Collation): WriteText {
  return unicode ? (w, text) => w.unicode(text) : codePageFor(collation).write;
}

/** Reads text whose bytes are known. */
export function textReader(unicode: boolean, collation: Collation): ReadText {
  return unicode ? decodeUnicode : codePageFor(collation).decode;
}

/** The default collation is what a client of TDS 7.0, which knows none, sends and reads. */
export function readCollationOf(r: ByteReader, protocol: Protocol): Collation {
  return protocol.collations ? readCollation(r) : DEFAULT_COLLATION;
}

function characterCodec<N extends CharacterName>(name: N, token: number): TypeCodec<N> {
  const unicode = isUnicode(name);
  return {
    writeType: (w, type: CharacterType, protocol) => {
      w.byte(token);
      w.ushort(byteLength(type));
      if (protocol.collations) writeCollation(w, type.collation);
    },
    encoder: (type: CharacterType) => encoderOf(textWriter(unicode, type.collation), type.length === MAX),
    variant: {
      token,
      writeProperties: (w, type: CharacterType) => {
        writeCollation(w, type.collation);
        w.ushort(byteLength(type));
      },
      writeValue: (w, value, type: CharacterType) => textWriter(unicode, type.collation)(w, value),
    },
  };
}

function isUnicode(name: CharacterName): boolean {
  return name === 'nchar' || name === 'nvarchar';
}

function byteLength(type: CharacterType): number {
  if (type.length === MAX) return FFFF;
  return isUnicode(type.name) ? type.length * 2 : type.length;
}

function encoderOf(write: WriteText, max: boolean): Encode<string> {
  return max ? maxEncoder(write) : shortEncoder(write);
}

function shortEncoder(write: WriteText): Encode<string> {
  return (w, value) => {
    if (value === null) return w.ushort(FFFF);
    const at = w.claim(2);
    write(w, value);
    const length = w.length - at - 2;
    if (length >= FFFF) throw new RangeError(`A character value of ${length} bytes needs a (max) type`);
    w.buffer[at] = length;
    w.buffer[at + 1] = length >>> 8;
  };
}

function maxEncoder(write: WriteText): Encode<string> {
  return (w, value) => {
    if (value === null) writePlpNull(w);
    else writePlp(w, (target) => write(target, value));
  };
}

function readType(name: CharacterName): ReadType {
  return (r, protocol) => {
    const length = r.ushort();
    const collation = readCollationOf(r, protocol);
    const read = textReader(isUnicode(name), collation);
    const max = length === FFFF;
    return { type: characterType(name, max ? MAX : length, collation), decode: max ? decodeMax(read) : decodeShort(read) };
  };
}

/** CHAR and VARCHAR of TDS 4.2: a one-byte length, no collation, and no NULL apart from the empty value. */
function readOldType(name: 'char' | 'varchar'): ReadType {
  return (r) => {
    const read = textReader(false, DEFAULT_COLLATION);
    return { type: characterType(name, r.byte(), DEFAULT_COLLATION), decode: (values) => readOldValue(values, read) };
  };
}

function readOldValue(r: ByteReader, read: ReadText): string | null {
  const length = r.byte();
  return length === 0 ? null : read(r.take(length));
}

function readVariant(name: CharacterName): ReadVariant {
  return (properties, value) => {
    const collation = readCollation(properties);
    const type = characterType(name, properties.ushort(), collation);
    return { type, value: textReader(isUnicode(name), collation)(value.take(value.remaining)) };
  };
}

function characterType(name: CharacterName, length: number, collation: Collation): CharacterType {
  if (!isUnicode(name) || length === MAX) return { name, length, collation };
  if (length % 2 !== 0) throw new ProtocolError(`${name} of ${length} bytes: the length must be even`);
  return { name, length: length / 2, collation };
}

function decodeShort(read: ReadText): Decode {
  return (r) => {
    const length = r.ushort();
    return length === FFFF ? null : read(r.take(length));
  };
}

function decodeMax(read: ReadText): Decode {
  return (r) => {
    const bytes = readPlp(r);
    return bytes === null ? null : read(bytes);
  };
}

function decodeUnicode(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw new ProtocolError(`Unicode text of ${bytes.length} bytes: the length must be even`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le');
}
