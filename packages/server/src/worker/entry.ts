/** The module that a home worker's thread runs: the wire of this package over the real engine. */

import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from '@sprocket/engine';
import { runHomeWorker } from './home-worker-thread.ts';
import type { WorkerOptions } from './messages.ts';

if (parentPort === null) throw new Error('this module runs in a worker thread');
await runHomeWorker(parentPort, workerData as WorkerOptions, openEngine);
