/** What the server counts, as Prometheus metrics. The counters come from the home workers and are added up by name. */

import type { EngineMetrics, ProcedureMetric } from '@sprocket/engine';
import type { WorkerMetrics } from '../worker/messages.ts';
import { type Metric, type Sample, single } from './metrics-text.ts';

/** The counters of a gateway. */
export interface GatewayCounters {
  connections: number;
  connectionsTotal: number;
  connectionsRefused: number;
  loginsFailed: number;
  protocolErrors: number;
  bytesReceived: number;
}

export function newCounters(): GatewayCounters {
  return { connections: 0, connectionsTotal: 0, connectionsRefused: 0, loginsFailed: 0, protocolErrors: 0, bytesReceived: 0 };
}

/** All metrics of the process. `workers` holds one entry a home worker. */
export function serverMetrics(workers: readonly WorkerMetrics[]): Metric[] {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const gateway = (name: keyof GatewayCounters) => total(workers.map((worker) => worker.gateway[name]));
  const sum = (pick: (metrics: EngineMetrics) => number) => total(workers.map((worker) => pick(worker.engine)));
  return [
    single('gauge', 'sprocket_connections', 'Open TDS connections.', gateway('connections')),
    single('counter', 'sprocket_connections_total', 'TDS connections accepted.', gateway('connectionsTotal')),
    single(
      'counter',
      'sprocket_connections_refused_total',
      'TDS connections closed at the connection limit.',
      gateway('connectionsRefused'),
    ),
    single('counter', 'sprocket_logins_failed_total', 'Logins refused.', gateway('loginsFailed')),
    single('counter', 'sprocket_protocol_errors_total', 'Connections ended by malformed or oversized input.', gateway('protocolErrors')),
    single('counter', 'sprocket_received_bytes_total', 'Bytes received from TDS clients.', gateway('bytesReceived')),
    single('gauge', 'sprocket_workers', 'Home workers.', workers.length),
    single(
      'gauge',
      'sprocket_sessions',
      'Open sessions.',
      sum((metrics) => metrics.sessions),
    ),
    single(
      'counter',
      'sprocket_batches_total',
      'Batches run.',
      sum((metrics) => metrics.batches),
    ),
    single(
      'counter',
      'sprocket_errors_total',
      'Errors of severity above 10 sent to clients.',
      sum((metrics) => metrics.errors),
    ),
    single(
      'counter',
      'sprocket_transactions_total',
      'Transactions ended.',
      sum((metrics) => metrics.transactions),
    ),
    single(
      'counter',
      'sprocket_deadlocks_total',
      'Deadlock victims.',
      sum((metrics) => metrics.deadlocks),
    ),
    single(
      'gauge',
      'sprocket_readers',
      'Threads for heavy reads.',
      sum((metrics) => metrics.readers.threads),
    ),
    single(
      'counter',
      'sprocket_reader_reads_total',
      'Heavy reads that ran on a thread of their own.',
      sum((metrics) => metrics.readers.reads),
    ),
    single(
      'counter',
      'sprocket_readers_replaced_total',
      'Threads for heavy reads that were ended because a read did not stop, or that died.',
      sum((metrics) => metrics.readers.replaced),
    ),
    single('gauge', 'process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
    ...procedureMetrics(workers.flatMap((worker) => worker.engine.procedures)),
  ];
}

function procedureMetrics(procedures: readonly ProcedureMetric[]): Metric[] {
  return [
    {
      name: 'sprocket_procedure_errors_total',
      help: 'Procedure calls that ended with an error.',
      type: 'counter',
      samples: procedures.map((procedure) => ({ labels: labelsOf(procedure), value: procedure.errors })),
    },
    {
      name: 'sprocket_procedure_duration_seconds',
      help: 'Elapsed time of procedure calls.',
      type: 'histogram',
      samples: procedures.flatMap(histogram),
    },
  ];
}

function histogram(procedure: ProcedureMetric): Sample[] {
  const labels = labelsOf(procedure);
  const bucket = (le: string, calls: number): Sample => ({ suffix: '_bucket', labels: { ...labels, le }, value: calls });
  return [
    ...procedure.buckets.map(({ seconds, calls }) => bucket(String(seconds), calls)),
    bucket('+Inf', procedure.calls),
    { suffix: '_sum', labels, value: procedure.seconds },
    { suffix: '_count', labels, value: procedure.calls },
  ];
}

function labelsOf(procedure: ProcedureMetric): Record<string, string> {
  return { database: procedure.database, procedure: procedure.name };
}
