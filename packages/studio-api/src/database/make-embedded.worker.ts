/** Makes the folder of an embedded PostgreSQL and ends. A thread of its own, since making one takes half a gigabyte that only the thread's end gives back. */
import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create((workerData as { readonly folder: string }).folder);
await database.close();
