/** A home worker over the stub engine. */

import { parentPort, workerData } from 'node:worker_threads';
import { runHomeWorker } from '../../src/worker/home-worker-thread.ts';
import type { WorkerOptions } from '../../src/worker/messages.ts';
import { openStubEngine } from './engine.ts';

if (parentPort === null) throw new Error('this module runs in a worker thread');
await runHomeWorker(parentPort, workerData as WorkerOptions, openStubEngine);
