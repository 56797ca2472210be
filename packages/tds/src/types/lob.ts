/**
 * text, ntext and image, the large types from before (max). [MS-TDS] 2.2.5.4.2: a four-byte length. In rows a value
 * comes after a text pointer and a timestamp, and NULL is an empty pointer; in parameters it stands alone, and NULL
 * is the length FFFFFFFF. Nothing uses the pointer any more, so a fixed one is sent.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { writeCollation } from '../collation/collation.ts';
import { ProtocolError } from '../protocol-error.ts';
import { readCollationOf, textReader, textWriter } from './character.ts';
import type { Decode, Encode, ReadType, TypeCodec, Use, WireForms } from './codec.ts';
import { DataType } from './data-type.ts';
import type { TypeOf } from './type-info.ts';

type TextName = 'text' | 'ntext';

const MAX_TEXT = 0x7fff_ffff;
const MAX_NTEXT = 0x7fff_fffe;
const NULL_LENGTH = 0xffff_ffff;
/** The text pointer's length, the pointer and the timestamp that come before a value in a row. */
const TEXT_POINTER = Buffer.from('\x10dummy textptr\0\0\0dummyTS\0', 'latin1');

export const lobCodecs: { readonly [N in TextName | 'image']: TypeCodec<N> } = {
  text: textCodec('text', DataType.TEXT, MAX_TEXT),
  ntext: textCodec('ntext', DataType.NTEXT, MAX_NTEXT),
  image: {
    writeType: (w) => {
      w.byte(DataType.IMAGE);
      w.long(MAX_TEXT);
    },
    encoder: (_type, use) => encoderFor(use, (w, value: Uint8Array) => w.bytes(value)),
  },
};

export const lobForms: WireForms = {
  [DataType.TEXT]: readTextType('text'),
  [DataType.NTEXT]: readTextType('ntext'),
  [DataType.IMAGE]: (r, _protocol, use) => {
    r.ulong();
    return { type: { name: 'image' }, decode: decoderFor(use, (bytes) => new Uint8Array(bytes)) };
  },
};

function textCodec<N extends TextName>(name: N, token: number, length: number): TypeCodec<N> {
  return {
    writeType: (w, type: TypeOf<TextName>, protocol) => {
      w.byte(token);
      w.long(length);
      if (protocol.collations) writeCollation(w, type.collation);
    },
    encoder: (type: TypeOf<TextName>, use) => encoderFor(use, textWriter(name === 'ntext', type.collation)),
  };
}

function encoderFor<V>(use: Use, write: (w: TokenWriter, value: V) => void): Encode<V> {
  return use === 'column' ? columnEncoder(write) : parameterEncoder(write);
}

function columnEncoder<V>(write: (w: TokenWriter, value: V) => void): Encode<V> {
  return (w, value) => {
    if (value === null) return w.byte(0);
    w.bytes(TEXT_POINTER);
    writeLong(w, value, write);
  };
}

function parameterEncoder<V>(write: (w: TokenWriter, value: V) => void): Encode<V> {
  return (w, value) => {
    if (value === null) return w.long(NULL_LENGTH);
    writeLong(w, value, write);
  };
}

function writeLong<V>(w: TokenWriter, value: V, write: (w: TokenWriter, value: V) => void): void {
  const at = w.claim(4);
  write(w, value);
  w.patchLength(at, 4);
}

function readTextType(name: TextName): ReadType {
  return (r, protocol, use) => {
    r.ulong();
    const collation = readCollationOf(r, protocol);
    return { type: { name, collation }, decode: decoderFor(use, textReader(name === 'ntext', collation)) };
  };
}

function decoderFor(use: Use, read: (bytes: Uint8Array) => string | Uint8Array): Decode {
  return (r) => {
    if (use === 'column' && !skipTextPointer(r)) return null;
    const length = r.ulong();
    return length === NULL_LENGTH ? null : read(r.take(checked(length)));
  };
}

/** Whether there is a value behind the text pointer. */
function skipTextPointer(r: ByteReader): boolean {
  const length = r.byte();
  if (length === 0) return false;
  r.skip(length + 8);
  return true;
}

function checked(length: number): number {
  if (length > MAX_TEXT) throw new ProtocolError(`A value of ${length} bytes is longer than any type allows`);
  return length;
}
