/** Session settings and server statements as text. */
import type { Kill, SessionStatement } from '../ast/index.ts';
import { identifier, objectName } from './names.ts';
import type { Out, Rules } from './out.ts';
import { optional, words } from './out.ts';

const onOff = (on: boolean) => (on ? 'ON' : 'OFF');

export const SESSION_RULES: Rules<SessionStatement> = {
  setOptions: (node) => `SET ${node.names.join(', ')} ${onOff(node.on)}`,
  setOption: (node, out) => `SET ${node.name} ${out.node(node.value)}`,
  setStatistics: (node) => `SET STATISTICS ${node.names.join(', ')} ${onOff(node.on)}`,
  setOffsets: (node) => `SET OFFSETS ${node.keywords.join(', ')} ${onOff(node.on)}`,
  setIdentityInsert: (node) => `SET IDENTITY_INSERT ${objectName(node.table)} ${onOff(node.on)}`,
  setIsolationLevel: (node) => `SET TRANSACTION ISOLATION LEVEL ${node.level}`,
  use: (node) => `USE ${identifier(node.database)}`,
  kill,
  checkpoint: (node, out) => `CHECKPOINT${optional(' ', node.duration, out)}`,
  reconfigure: (node) => words('RECONFIGURE', node.withOverride && 'WITH OVERRIDE'),
  shutdown: (node) => words('SHUTDOWN', node.noWait && 'WITH NOWAIT'),
  setUser: (node, out) => words(`SETUSER${optional(' ', node.user, out)}`, node.noReset && 'WITH NORESET'),
};

const KILL_TARGETS = { session: '', statsJob: 'STATS JOB', queryNotification: 'QUERY NOTIFICATION SUBSCRIPTION' } as const;

function kill(node: Kill, out: Out): string {
  const id = node.id === null ? 'ALL' : out.node(node.id);
  return words('KILL', KILL_TARGETS[node.what], id, node.statusOnly && 'WITH STATUSONLY');
}
