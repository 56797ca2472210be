/** SET of session options. */
import type { IsolationLevel, SetOffsets, SetStatistics, Statement } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { constantOrWord } from './execute.ts';
import { objectName } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, expectOne, expectWords, fail, list, nearText, spanFrom, syntaxError } from './state.ts';
import { setVariable } from './variables.ts';

/** Options that are ON or OFF, and may be listed. */
const SWITCHES: ReadonlySet<string> = new Set(
  `ANSI_DEFAULTS ANSI_NULLS ANSI_NULL_DFLT_OFF ANSI_NULL_DFLT_ON ANSI_PADDING ANSI_WARNINGS ARITHABORT ARITHIGNORE CONCAT_NULL_YIELDS_NULL
CURSOR_CLOSE_ON_COMMIT DISABLE_DEF_CNST_CHK FMTONLY FORCEPLAN IMPLICIT_TRANSACTIONS NOBROWSETABLE NOCOUNT NOEXEC NUMERIC_ROUNDABORT PARSEONLY
QUOTED_IDENTIFIER REMOTE_PROC_TRANSACTIONS RESULT_SET_CACHING SHOWPLAN_ALL SHOWPLAN_TEXT SHOWPLAN_XML XACT_ABORT`.split(/\s+/),
);

/** Options with a value. */
const VALUED: ReadonlySet<string> = new Set(
  `CONTEXT_INFO DATEFIRST DATEFORMAT DEADLOCK_PRIORITY ERRLVL FIPS_FLAGGER LANGUAGE LOCK_TIMEOUT QUERY_GOVERNOR_COST_LIMIT ROWCOUNT
TEXTSIZE`.split(/\s+/),
);

export function setStatement(p: Parser): Statement {
  const start = expect(p, 'SET');
  if (p.token.type === 'variable') return setVariable(p, start);
  const { key } = p.token;
  if (SWITCHES.has(key)) return setSwitches(p, start);
  if (VALUED.has(key)) return setValue(p, start);
  switch (key) {
    case 'STATISTICS':
      return setStatistics(p, start);
    case 'OFFSETS':
      return setOffsets(p, start);
    case 'IDENTITY_INSERT':
      return setIdentityInsert(p, start);
    case 'TRAN':
    case 'TRANSACTION':
      return setIsolationLevel(p, start);
    default:
      if (p.token.type === 'word') return fail(p, 195, p.token, nearText(p.token));
      return syntaxError(p);
  }
}

function onOff(p: Parser): boolean {
  return expectOne(p, ['ON', 'OFF']) === 'ON';
}

function setSwitches(p: Parser, start: Token): Statement {
  const names = list(p, switchName);
  const on = onOff(p);
  // Takes effect while reading, in the order of the text; modules keep the setting that they were created with.
  if (p.scope.module === 'batch' && names.some((name) => name === 'QUOTED_IDENTIFIER' || name === 'ANSI_DEFAULTS')) p.quotedIdentifier = on;
  return { kind: 'setOptions', names, on, span: spanFrom(p, start) };
}

function switchName(p: Parser): string {
  if (!SWITCHES.has(p.token.key)) syntaxError(p);
  return advance(p).key;
}

function setValue(p: Parser, start: Token): Statement {
  const name = advance(p).key;
  const word = p.token;
  if (accept(p, 'OFF')) return { kind: 'setOption', name, value: off(p, word), span: spanFrom(p, start) };
  return { kind: 'setOption', name, value: constantOrWord(p), span: spanFrom(p, start) };
}

function off(p: Parser, word: Token): { kind: 'string'; value: string; unicode: boolean; span: ReturnType<typeof spanFrom> } {
  return { kind: 'string', value: word.text, unicode: false, span: spanFrom(p, word) };
}

function setStatistics(p: Parser, start: Token): Statement {
  expect(p, 'STATISTICS');
  const names = list(p, statisticsName);
  return { kind: 'setStatistics', names, on: onOff(p), span: spanFrom(p, start) };
}

function statisticsName(p: Parser): SetStatistics['names'][number] {
  return expectOne(p, ['IO', 'TIME', 'XML', 'PROFILE']);
}

function setOffsets(p: Parser, start: Token): SetOffsets {
  expect(p, 'OFFSETS');
  const keywords = list(p, (inner) => (inner.token.key === '' ? syntaxError(inner) : advance(inner).key));
  return { kind: 'setOffsets', keywords, on: onOff(p), span: spanFrom(p, start) };
}

function setIdentityInsert(p: Parser, start: Token): Statement {
  expect(p, 'IDENTITY_INSERT');
  const table = objectName(p);
  return { kind: 'setIdentityInsert', table, on: onOff(p), span: spanFrom(p, start) };
}

function setIsolationLevel(p: Parser, start: Token): Statement {
  advance(p);
  expectWords(p, 'ISOLATION', 'LEVEL');
  return { kind: 'setIsolationLevel', level: isolationLevel(p), span: spanFrom(p, start) };
}

function isolationLevel(p: Parser): IsolationLevel {
  if (acceptWords(p, 'REPEATABLE', 'READ')) return 'REPEATABLE READ';
  if (at(p, 'READ')) {
    expect(p, 'READ');
    return expectOne(p, ['UNCOMMITTED', 'COMMITTED']) === 'COMMITTED' ? 'READ COMMITTED' : 'READ UNCOMMITTED';
  }
  return expectOne(p, ['SNAPSHOT', 'SERIALIZABLE']);
}
