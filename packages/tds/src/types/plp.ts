/**
 * Partially length-prefixed data, [MS-TDS] 2.2.5.2.3: a total length, or the sign that it is unknown, then chunks
 * and an empty chunk as the end. The (max) types, xml, json and CLR types travel so. Writing announces the length,
 * because some clients allocate by it; reading takes both forms and looks for the end before it copies anything,
 * so that an incomplete value costs nothing.
 */
import type { ByteReader, ChunkScan } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';

const PLP_NULL = 0xffff_ffff_ffff_ffffn;
const PLP_UNKNOWN = 0xffff_ffff_ffff_fffen;

export function writePlpNull(w: TokenWriter): void {
  w.longlong(PLP_NULL);
}

/** Writes a value whose bytes `write` produces: at once, with the length known. */
export function writePlp(w: TokenWriter, write: (w: TokenWriter) => void): void {
  const start = w.claim(12);
  write(w);
  const length = w.length - start - 12;
  w.view.setBigUint64(start, BigInt(length), true);
  w.view.setUint32(start + 8, length, true);
  if (length === 0) w.length = start + 8;
  w.long(0);
}

/** Begins a value of unknown length; chunks and `endPlp` must follow. */
export function beginPlp(w: TokenWriter): void {
  w.longlong(PLP_UNKNOWN);
}

/** Writes a chunk of a value begun with `beginPlp`. */
export function writePlpChunk(w: TokenWriter, bytes: Uint8Array): void {
  if (bytes.length > 0) w.lVarByte(bytes);
}

export function endPlp(w: TokenWriter): void {
  w.long(0);
}

/** Reads a value; NULL is null. The result may share memory with the input. */
export function readPlp(r: ByteReader): Uint8Array | null {
  const declared = r.ulonglong();
  if (declared === PLP_NULL) return null;
  const start = r.position;
  const { length, chunks } = scanChunks(r);
  if (declared !== PLP_UNKNOWN && declared !== BigInt(length)) {
    throw new ProtocolError(`PLP data of ${length} bytes where ${declared} are announced`);
  }
  const end = r.position;
  r.position = start;
  const bytes = chunks === 1 ? r.take(r.ulong()) : joinChunks(r, length);
  r.position = end;
  return bytes;
}

/** Finds the end of the chunks, going on from where an earlier attempt ran out of bytes. */
function scanChunks(r: ByteReader): ChunkScan {
  const start = r.position;
  const scan = r.interrupted ?? { offset: 0, length: 0, chunks: 0 };
  r.interrupted = scan;
  r.position = start + scan.offset;
  for (let size = r.ulong(); size !== 0; size = r.ulong()) {
    r.skip(size);
    scan.offset = r.position - start;
    scan.length += size;
    scan.chunks++;
  }
  r.interrupted = null;
  return scan;
}

function joinChunks(r: ByteReader, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const chunk = r.take(r.ulong());
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
