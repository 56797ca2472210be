/**
 * xml, json and CLR types, which are always partially length-prefixed. [MS-TDS] 2.2.5.5.2 (UDT) and 2.2.5.5.3
 * (XML): xml may name a schema collection and is UTF-16; json is UTF-8; a CLR type carries its name, and its
 * values are bytes that only the type understands.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { copyOf } from './binary.ts';
import type { Decode, Encode, TypeCodec, Use, WireForms } from './codec.ts';
import { DataType } from './data-type.ts';
import { readPlp, writePlp, writePlpNull } from './plp.ts';
import { MAX, type TypeOf, type XmlSchema } from './type-info.ts';

const FFFF = 0xffff;

export const markupCodecs: { readonly [N in 'xml' | 'json' | 'udt']: TypeCodec<N> } = {
  xml: {
    writeType: (w, type) => {
      w.byte(DataType.XML);
      writeSchema(w, type.schema);
    },
    encoder: () => plpEncoder((w, value) => w.unicode(value)),
  },
  json: {
    writeType: (w) => w.byte(DataType.JSON),
    encoder: () => plpEncoder((w, value) => w.bytes(Buffer.from(value, 'utf8'))),
  },
  udt: {
    writeType: writeUdtType,
    encoder: () => plpEncoder((w, value) => w.bytes(value)),
  },
};

export const markupForms: WireForms = {
  [DataType.XML]: (r) => ({ type: { name: 'xml', schema: readSchema(r) }, decode: decodeXml }),
  [DataType.JSON]: () => ({ type: { name: 'json' }, decode: decodeJson }),
  [DataType.UDT]: (r, _protocol, use) => ({ type: readUdtType(r, use), decode: (values) => copyOf(readPlp(values)) }),
};

function plpEncoder<V>(write: (w: TokenWriter, value: V) => void): Encode<V> {
  return (w, value) => {
    if (value === null) writePlpNull(w);
    else writePlp(w, (target) => write(target, value));
  };
}

function writeSchema(w: TokenWriter, schema: XmlSchema | null): void {
  w.byte(schema === null ? 0 : 1);
  if (schema === null) return;
  w.bVarChar(schema.database);
  w.bVarChar(schema.owningSchema);
  w.usVarChar(schema.collection);
}

function readSchema(r: ByteReader): XmlSchema | null {
  if (r.byte() === 0) return null;
  return { database: r.bVarChar(), owningSchema: r.bVarChar(), collection: r.usVarChar() };
}

const decodeXml: Decode = (r) => {
  const bytes = readPlp(r);
  return bytes === null ? null : decodeXmlText(bytes);
};

const UTF16_MARK = '\ufeff';
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF8_DECLARATION = [...Buffer.from('<?xml')];

/** UTF-16, except that clients may send UTF-8 with a byte order mark or an XML declaration. The mark is dropped. */
function decodeXmlText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const utf8 = bytes.length % 2 !== 0 || startsWith(bytes, UTF8_MARK) || startsWith(bytes, UTF8_DECLARATION);
  const text = buffer.toString(utf8 ? 'utf8' : 'utf16le');
  return text.startsWith(UTF16_MARK) ? text.slice(1) : text;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

const decodeJson: Decode = (r) => {
  const bytes = readPlp(r);
  return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
};

// A parameter's UDT_INFO has neither a length nor an assembly.
function writeUdtType(w: TokenWriter, type: TypeOf<'udt'>, _protocol: unknown, use: Use): void {
  w.byte(DataType.UDT);
  if (use === 'column') w.ushort(type.length === MAX ? FFFF : type.length);
  w.bVarChar(type.udt.database);
  w.bVarChar(type.udt.schema);
  w.bVarChar(type.udt.typeName);
  if (use === 'column') w.usVarChar(type.udt.assembly);
}

function readUdtType(r: ByteReader, use: Use): TypeOf<'udt'> {
  const length = use === 'column' ? r.ushort() : FFFF;
  const names = { database: r.bVarChar(), schema: r.bVarChar(), typeName: r.bVarChar() };
  const udt = { ...names, assembly: use === 'column' ? r.usVarChar() : '' };
  return { name: 'udt', length: length === FFFF ? MAX : length, udt };
}
