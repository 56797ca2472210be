/**
 * How fast rows are written to and read from the wire: six mixed columns, framed into packets as a server does; and
 * what a small call costs, from the bytes of its request to the bytes of its answer.
 * Run with `node --conditions=@sprocket/source bench/tds.ts [rows]`; prints rows or calls and megabytes a second.
 */
import {
  CurCmd,
  column,
  DEFAULT_COLLATION,
  DoneStatus,
  decodeRpc,
  encodeRpc,
  frameMessage,
  MessageReader,
  MessageWriter,
  PacketType,
  ProcId,
  rowEncoder,
  rpcCall,
  rpcParameter,
  TDS_7_4_PROTOCOL,
  TokenParser,
  TokenWriter,
  transactionHeaders,
  type Value,
  writeColMetadata,
  writeDone,
  writeReturnStatus,
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

const text = { name: 'nvarchar', length: 4000, collation: DEFAULT_COLLATION } as const;
const call = frameMessage(
  encodeRpc(
    {
      headers: transactionHeaders(0n),
      calls: [
        rpcCall(ProcId.SP_EXECUTESQL, [
          rpcParameter('', text, 'SELECT @a + 1 AS b'),
          rpcParameter('', text, '@a int'),
          rpcParameter('@a', { name: 'int' }, 41),
        ]),
      ],
    },
    TDS_7_4_PROTOCOL,
  ),
  { type: PacketType.RPC, packetSize: 4096 },
);

/** Decodes a call and encodes an answer of one row; what lies between is another's business. */
function answer(count: number): number {
  const reader = new MessageReader();
  const w = new TokenWriter();
  const out = new MessageWriter({ type: PacketType.TABULAR_RESULT, packetSize: 4096 });
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    reader.push(call);
    const request = decodeRpc(reader.next()!.payload, TDS_7_4_PROTOCOL);
    const result = [column('b', request.calls[0]!.parameters[2]!.type)];
    writeColMetadata(w, result, TDS_7_4_PROTOCOL);
    rowEncoder(result, TDS_7_4_PROTOCOL)(w, [42]);
    writeDone(w, { kind: 'DONEINPROC', status: DoneStatus.MORE | DoneStatus.COUNT, curCmd: CurCmd.SELECT, rowCount: 1 }, TDS_7_4_PROTOCOL);
    writeReturnStatus(w, 0);
    writeDone(w, { kind: 'DONEPROC', status: DoneStatus.FINAL, curCmd: CurCmd.EXECUTE, rowCount: 0 }, TDS_7_4_PROTOCOL);
    bytes += call.length + out.end(w).length;
  }
  return bytes;
}

function measure(what: string, unit: string, run: () => { readonly rows: number; readonly bytes: number }): void {
  const start = performance.now();
  const result = run();
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(result.rows / seconds).toLocaleString('en');
  console.log(`${what}: ${rate} ${unit}/s, ${(result.bytes / seconds / 1e6).toFixed(0)} MB/s`);
}

const encoded = new TokenWriter();
writeColMetadata(encoded, columns, TDS_7_4_PROTOCOL);
const writeSample = rowEncoder(columns, TDS_7_4_PROTOCOL);
for (const row of sample) writeSample(encoded, row);
const chunk = frameMessage(encoded.toBytes(), { type: PacketType.TABULAR_RESULT, packetSize: 4096 });

encode(100_000);
decode(chunk, 50);
answer(10_000);
for (let round = 0; round < 3; round++) {
  measure('encode', 'rows', () => ({ rows, bytes: encode(rows) }));
  measure('decode', 'rows', () => ({ rows: decode(chunk, rows / 5000), bytes: (chunk.length * rows) / 5000 }));
  measure('call and answer', 'calls', () => ({ rows: rows / 10, bytes: answer(rows / 10) }));
}
