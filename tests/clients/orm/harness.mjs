/**
 * Runs the cases of one library and prints one JSON line a case, as the programs of the other languages do. The program works in a database of its
 * own; values become text in the one form that the expectations use.
 */

/** `open(settings)` makes what the cases get; `close` ends it. A case that throws answers with its error. */
export async function main(cases, open, close) {
  const settings = JSON.parse(process.argv[2]);
  const context = await open(settings);
  for (const [name, run] of Object.entries(cases)) {
    try {
      answer({ case: name, value: plain(await run(context, settings)) });
    } catch (error) {
      answer({ case: name, error: `${error.name}: ${error.message}`, trace: error.stack });
    }
  }
  await close(context);
}

/** What tedious needs to reach the server, in the shape of the package mssql. */
export function mssqlConfiguration({ host, port, user, password, database }) {
  return { server: host, port, user, password, database, options: { encrypt: true, trustServerCertificate: true } };
}

/** The answer of a promise that has to fail. */
export async function failure(promise, describe) {
  try {
    await promise;
  } catch (error) {
    return describe(error);
  }
  return 'no error';
}

function plain(value) {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex').toUpperCase();
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  if (typeof value.toFixed === 'function') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function answer(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
