/**
 * The bare floor to compare with: a TCP server in one thread that answers every whole message with one prepared answer of the same size as the
 * measured server's. Prints its port and serves until it is killed.
 *
 *     node bench/echo.ts <bytes of the answer>
 */

import { createServer } from 'node:net';

const END_OF_MESSAGE = 0x01;
const answer = Buffer.alloc(Math.max(8, Number(process.argv[2] ?? 64)));
answer[0] = 0x04;
answer[1] = END_OF_MESSAGE;
answer.writeUInt16BE(answer.length, 2);

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => {});
  socket.on('data', (bytes: Buffer) => {
    // Requests are shorter than a packet and come one at a time, so each chunk is a whole one.
    if ((bytes[1]! & END_OF_MESSAGE) !== 0) socket.write(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : ''}\n`);
});
