/**
 * How fast rows are written to and read from the wire: six mixed columns, framed into packets as a server does.
 * Run with `node --conditions=@sprocket/source bench/tds.ts [rows]`; prints rows and megabytes a second.
 */
import {
  column,
  DEFAULT_COLLATION,
  frameMessage,
  MessageReader,
  MessageWriter,
  PacketType,
  rowEncoder,
  TDS_7_4_PROTOCOL,
  TokenParser,
  TokenWriter,
  type Value,
  writeColMetadata,
} from '@sprocket/tds';

const rows = Number(process.argv[2] ?? 1_000_000);
const columns = [
  column('id', { name: 'int' }),
  column('name', { name: 'nvarchar', length: 40, collation: DEFAULT_COLLATION }),
  column('code', { name: 'varchar', length: 20, collation: DEFAULT_COLLATION }),
  column('price', { name: 'decimal', precision: 18, scale: 2 }),
  column('created', { name: 'datetime2', scale: 7 }),
  column('rating', { name: 'float' }),
];
const sample: readonly Value[][] = Array.from({ length: 1000 }, (_, i) => [
  i,
  `Customer number ${i}`,
  i % 7 === 0 ? null : `C-${i * 37}`,
  BigInt(i) * 1999n,
  638_000_000_000_000_000n + BigInt(i) * 123_456_789n,
  i / 3,
]);

function encode(count: number): number {
  const w = new TokenWriter();
  const out = new MessageWriter({ type: PacketType.TABULAR_RESULT, packetSize: 4096 });
  const writeRow = rowEncoder(columns, TDS_7_4_PROTOCOL);
  writeColMetadata(w, columns, TDS_7_4_PROTOCOL);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    writeRow(w, sample[i % sample.length]!);
    if (w.length >= 32_768) bytes += out.fullPackets(w)?.length ?? 0;
  }
  return bytes + out.end(w).length;
}

function decode(chunk: Uint8Array, repeats: number): number {
  let count = 0;
  for (let i = 0; i < repeats; i++) {
    const reader = new MessageReader({ streamed: [PacketType.TABULAR_RESULT] });
    const parser = new TokenParser({ protocol: TDS_7_4_PROTOCOL });
    reader.push(chunk);
    for (let message = reader.next(); message !== undefined; message = reader.next()) {
      parser.push(message.payload);
      while (parser.next() !== undefined) count++;
    }
  }
  return count;
}

function measure(what: string, run: () => { readonly rows: number; readonly bytes: number }): void {
  const start = performance.now();
  const result = run();
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(result.rows / seconds).toLocaleString('en');
  console.log(`${what}: ${rate} rows/s, ${(result.bytes / seconds / 1e6).toFixed(0)} MB/s`);
}

const encoded = new TokenWriter();
writeColMetadata(encoded, columns, TDS_7_4_PROTOCOL);
const writeSample = rowEncoder(columns, TDS_7_4_PROTOCOL);
for (const row of sample) writeSample(encoded, row);
const chunk = frameMessage(encoded.toBytes(), { type: PacketType.TABULAR_RESULT, packetSize: 4096 });

encode(100_000);
decode(chunk, 50);
for (let round = 0; round < 3; round++) {
  measure('encode', () => ({ rows, bytes: encode(rows) }));
  measure('decode', () => ({ rows: decode(chunk, rows / 5000), bytes: (chunk.length * rows) / 5000 }));
}
