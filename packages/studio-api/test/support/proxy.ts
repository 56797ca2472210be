/** A wire between the API and a SQL server that can be cut at the moment that a test chooses. Connections must be unencrypted for it to see. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Wire {
  readonly port: number;
  /** Cuts every connection as soon as the text is sent: before the server gets it, or when the server's answer comes. */
  cutOn(text: string, when: 'before' | 'after'): void;
  /** Refuses and cuts connections until `up`. */
  down(): void;
  up(): void;
  close(): Promise<void>;
}

export async function startProxy(target: { readonly host: string; readonly port: number }): Promise<Wire> {
  const sockets = new Set<Socket>();
  let trap: { readonly bytes: Buffer; readonly when: 'before' | 'after' } | undefined;
  let open = true;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = createServer((client) => {
    if (!open) return void client.destroy();
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    let answerCuts = false;
    client.on('data', (data: Buffer) => {
      if (trap === undefined || !data.includes(trap.bytes)) return void upstream.write(data);
      answerCuts = trap.when === 'after';
      trap = undefined;
      if (answerCuts) upstream.write(data);
      else cut();
    });
    upstream.on('data', (data: Buffer) => {
      if (answerCuts) cut();
      else client.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutOn: (text, when) => {
      trap = { bytes: Buffer.from(text, 'utf16le'), when };
    },
    down: () => {
      open = false;
      cut();
    },
    up: () => {
      open = true;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
