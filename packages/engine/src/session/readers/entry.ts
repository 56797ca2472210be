/** The module that a reader's thread runs. */

import { parentPort, workerData } from 'node:worker_threads';
import { serveReads } from './serve.ts';

if (parentPort === null) throw new Error('this module runs in a worker thread');
serveReads(parentPort, workerData as Int32Array);
