/** Small statements about the session and the server. */
import type { Kill, Statement } from '../ast/index.ts';
import { constantOrWord } from './execute.ts';
import { identifier, isString } from './names.ts';
import { endsStatement } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, expect, report, spanFrom } from './state.ts';

export function useStatement(p: Parser): Statement {
  const start = expect(p, 'USE');
  if (p.scope.module !== 'batch') report(p, 154, start, 'a USE database statement', 'a procedure, function or trigger');
  return { kind: 'use', database: identifier(p), span: spanFrom(p, start) };
}

/** `KILL 53 WITH STATUSONLY`, `KILL STATS JOB 1`, `KILL QUERY NOTIFICATION SUBSCRIPTION ALL` */
export function killStatement(p: Parser): Kill {
  const start = expect(p, 'KILL');
  const what = killTarget(p);
  const id = what !== 'session' && accept(p, 'ALL') ? null : constantOrWord(p);
  const statusOnly = acceptWords(p, 'WITH', 'STATUSONLY');
  return { kind: 'kill', what, id, statusOnly, span: spanFrom(p, start) };
}

function killTarget(p: Parser): Kill['what'] {
  if (acceptWords(p, 'STATS', 'JOB')) return 'statsJob';
  return acceptWords(p, 'QUERY', 'NOTIFICATION', 'SUBSCRIPTION') ? 'queryNotification' : 'session';
}

export function checkpointStatement(p: Parser): Statement {
  const start = expect(p, 'CHECKPOINT');
  const duration = p.token.type === 'integer' ? p.rules.value(p) : null;
  return { kind: 'checkpoint', duration, span: spanFrom(p, start) };
}

export function reconfigureStatement(p: Parser): Statement {
  const start = expect(p, 'RECONFIGURE');
  return { kind: 'reconfigure', withOverride: acceptWords(p, 'WITH', 'OVERRIDE'), span: spanFrom(p, start) };
}

export function shutdownStatement(p: Parser): Statement {
  const start = expect(p, 'SHUTDOWN');
  return { kind: 'shutdown', noWait: acceptWords(p, 'WITH', 'NOWAIT'), span: spanFrom(p, start) };
}

export function setUserStatement(p: Parser): Statement {
  const start = expect(p, 'SETUSER');
  const named = isString(p) || p.token.type === 'variable' || !endsStatement(p);
  const user = named && p.token.key !== 'WITH' ? constantOrWord(p) : null;
  return { kind: 'setUser', user, noReset: acceptWords(p, 'WITH', 'NORESET'), span: spanFrom(p, start) };
}
