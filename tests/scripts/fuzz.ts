import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BulkFile, type Engine, openEngine, type Session } from '@sprocket/engine';
import { parse, print, typeToString } from '@sprocket/tsql';
import { LineSink, showValue } from './format.ts';
import { findScripts } from './harness.ts';
import { parseGolden, type ScriptBatch } from './script.ts';

const DIR = import.meta.dirname;
const mode = process.argv[2] ?? 'select';
const only = process.argv[3];

class Sink extends LineSink {
  sets: { columns: any[]; rows: string[] }[] = [];
  messages: any[] = [];
  override columns(c: any) {
    super.columns(c);
    this.sets.push({ columns: c.map((x: any) => ({ ...x })), rows: [] });
  }
  override row(v: any) {
    const s = this.sets.at(-1)!;
    s.rows.push(v.map((x: any, i: number) => showValue(x, s.columns[i].type)).join(' | '));
    return super.row(v);
  }
  override message(m: any) {
    this.messages.push(m);
    super.message(m);
  }
}
const failures: string[] = [];
const dataDirectory = mkdtempSync(join(tmpdir(), 'fz-'));
function bulkFiles(path: string): BulkFile {
  if (path.startsWith('..')) return { kind: 'refused', reason: '5(Access is denied.)' };
  const file = join(DIR, 'files', path);
  return existsSync(file) ? { kind: 'bytes', bytes: readFileSync(file) } : { kind: 'missing' };
}
const engine: Engine = await openEngine({
  dataDirectory,
  proceduresDirectory: undefined,
  saPassword: 'golden',
  serverName: 'GOLDEN',
  bulkFiles,
  readers: { count: 0 },
  log: (level, event, fields) => {
    if (level === 'error') failures.push(`${event} ${JSON.stringify(fields).slice(0, 900)}`);
  },
} as any);
const login = (database: string) =>
  engine.login({
    user: 'sa',
    password: 'golden',
    database,
    language: '',
    hostName: 'golden',
    applicationName: 'golden scripts',
    clientInterface: 'test',
    clientAddress: '127.0.0.1',
    hostProcessId: 1,
    packetSize: 4096,
    encrypted: false,
    ansiDefaults: true,
  } as any);
async function run(session: Session, text: string): Promise<Sink> {
  const sink = new Sink();
  let timer: any;
  try {
    const p = session.batch(text, sink);
    if (p) {
      timer = setTimeout(() => {
        sink.lines.push('FZ TIMEOUT');
        session.cancel();
      }, 8000);
      await p;
    }
  } catch (e) {
    sink.lines.push('FZ CRASH ' + String((e as Error).stack).slice(0, 600));
  }
  clearTimeout(timer);
  return sink;
}
const internal = (s: Sink) =>
  failures
    .splice(0)
    .map((f) => 'LOG ' + f)
    .concat(s.lines.filter((l) => /Msg 8630|FZ CRASH|FZ TIMEOUT|SQLITE|sqlite/i.test(l)));
const report = (name: string, line: number, what: string, detail: string) =>
  console.log(
    `== ${name}:${line} [${what}]\n${detail
      .split('\n')
      .slice(0, 14)
      .map((l) => '   ' + l.slice(0, 400))
      .join('\n')}`,
  );
const norm = (lines: readonly string[]) => lines.map((l) => l.replace(/, Line \d+/, '').replace(/, Procedure [^,:]+/, '')).join('\n');
const q = (s: string) => s.replaceAll("'", "''");

function selects(text: string): string[] | null {
  const { statements, diagnostics } = parse(text) as any;
  if (diagnostics.length || !statements.length) return null;
  const out: string[] = [];
  for (const s of statements) {
    if (s.kind !== 'select') {
      if (['print', 'setOption', 'set', 'use'].includes(s.kind)) continue;
      if (/^(set)/.test(s.kind)) continue;
      return null;
    }
    out.push(text.slice(s.span.start, s.span.end));
  }
  return out;
}
function shape(text: string) {
  const s = (parse(text) as any).statements[0];
  return s;
}

async function selectVariants(name: string, batch: ScriptBatch, session: Session) {
  const list = selects(batch.text);
  if (!list) return;
  for (const text of list) {
    const s = shape(text);
    if (!s || s.kind !== 'select') continue;
    const spec = (b: any): any => (b.kind === 'querySpecification' ? b : spec(b.left));
    const first = spec(s.query.body);
    if (first.into || first.items.some((i: any) => i.kind === 'selectAssignment')) continue;
    const base = await run(session, text);
    for (const i of internal(base)) report(name, batch.line, 'plain', text + '\n' + i);
    if (base.sets.length !== 1 || base.messages.some((m) => m.severity > 10)) continue;
    const again = await run(session, text);
    if (again.lines.join() !== base.lines.join()) continue;
    const cols = base.sets[0]!.columns,
      rows = base.sets[0]!.rows;
    const types = cols.map((c: any) => typeToString(c.type)).join(', ');
    const nulls = cols.map((c: any) => (c.nullable ? 'y' : 'n')).join('');
    const ordered = s.query.orderBy.length > 0;
    const check = (
      what: string,
      sink: Sink,
      opts: { nulls?: boolean; ordered?: boolean; set?: number; rows?: string[]; allow?: RegExp } = {},
    ) => {
      const bad = internal(sink);
      if (bad.length) return report(name, batch.line, what, text + '\n' + bad.join('\n'));
      const err = sink.messages.find((m) => m.severity > 10);
      if (err) {
        if (!(opts.allow && opts.allow.test(String(err.number))))
          report(name, batch.line, what, text + '\n' + err.number + ' ' + err.message);
        return;
      }
      const set = sink.sets.at(opts.set ?? 0);
      if (!set) return report(name, batch.line, what, text + '\nno set');
      const t = set.columns.map((c: any) => typeToString(c.type)).join(', ');
      if (t !== types) report(name, batch.line, what, text + '\nTYPES ' + types + '\n   -> ' + t);
      if (opts.nulls) {
        const n = set.columns.map((c: any) => (c.nullable ? 'y' : 'n')).join('');
        if (n !== nulls) report(name, batch.line, what, text + '\nNULLS ' + nulls + ' -> ' + n);
      }
      const a = opts.rows ?? rows,
        b = set.rows;
      const [x, y] = ordered && opts.ordered ? [a.join('\n'), b.join('\n')] : [[...a].sort().join('\n'), [...b].sort().join('\n')];
      if (x !== y) report(name, batch.line, what, text + '\nROWS\n' + x.slice(0, 1500) + '\n->\n' + y.slice(0, 1500));
    };
    // describe
    const d = await run(session, `EXEC sp_describe_first_result_set N'${q(text)}'`);
    const bad = internal(d);
    if (bad.length) report(name, batch.line, 'describe', text + '\n' + bad.join('\n'));
    const de = d.messages.find((m) => m.severity > 10);
    if (de) {
      if (!/#/.test(text)) report(name, batch.line, 'describe', text + '\n' + de.number + ' ' + de.message);
    } else {
      const actual = cols.map((c: any) => `${c.name}:${typeToString(c.type)}:${c.nullable ? 1 : 0}`).join('\n');
      const sink2 = d.sets[0]!;
      const at = (n: string) => sink2.columns.findIndex((c: any) => c.name === n);
      const described = sink2.rows
        .map((r) => {
          const v = r.split(' | ');
          const st = (x: string) => (x === 'NULL' ? '' : x.slice(1, -1).replaceAll("''", "'"));
          return { h: v[at('is_hidden')], t: `${st(v[at('name')]!)}:${st(v[at('system_type_name')]!)}:${v[at('is_nullable')]}` };
        })
        .filter((r) => r.h !== '1')
        .map((r) => r.t)
        .join('\n');
      const n1 = actual
        .replace(/numeric\(/g, 'decimal(')
        .replace(/:sysname:/g, ':nvarchar(128):')
        .replace(/:rowversion:/g, ':timestamp:');
      const n2 = described.replace(/numeric\(/g, 'decimal(');
      if (n1 !== n2) {
        const A = n1.split('\n'),
          B = n2.split('\n');
        report(
          name,
          batch.line,
          'describe',
          text.slice(0, 300) +
            '\n' +
            A.map((a, i) => (a === B[i] ? '' : `${a} -> ${B[i]}`))
              .filter(Boolean)
              .join('\n'),
        );
      }
    }
    check(
      'prepexec',
      await run(
        session,
        `DECLARE @h int; EXEC sp_prepare @h OUTPUT, N'', N'${q(text)}'; EXEC sp_execute @h; EXEC sp_execute @h; EXEC sp_unprepare @h`,
      ),
      { ordered: true, nulls: true, set: -1 },
    );
    const f = await run(session, `SET FMTONLY ON; ${text}\nSET FMTONLY OFF`);
    check('fmtonly', f, { rows: [], nulls: true });
    const names = new Set(cols.map((c: any) => c.name.toLowerCase()));
    const hasFor = !!s.query.for;
    const hints = s.hints.length > 0;
    const orderOnly = ordered && !first.top && !s.query.offset;
    if (!hasFor && !hints) {
      const list2 = cols.map((_: any, i: number) => `fz${i + 1}`).join(', ');
      const inner = orderOnly ? text.slice(0, 0) : text;
      if (!orderOnly && !s.with) {
        check('derived', await run(session, `SELECT * FROM (${inner}\n) AS fz (${list2})`), { nulls: true });
        check('cte', await run(session, `WITH fz (${list2}) AS (${inner}\n) SELECT * FROM fz`), { nulls: true });
        check('apply', await run(session, `SELECT x.* FROM (VALUES (1)) AS one(n) CROSS APPLY (${inner}\n) AS x (${list2})`), {
          nulls: true,
        });
        check(
          'leftjoin',
          await run(
            session,
            `SELECT x.* FROM (VALUES (1)) AS one(n) LEFT JOIN (${inner}\n) AS x (${list2}) ON one.n = 1 WHERE EXISTS (SELECT 1 FROM (${inner}\n) e(${list2}))`,
          ),
        );
        check(
          'union',
          await run(session, `SELECT * FROM (${inner}\n) AS a (${list2}) UNION ALL SELECT * FROM (${inner}\n) AS b (${list2})`),
          { rows: [...rows, ...rows], nulls: true },
        );
        check('into', await run(session, `SELECT * INTO #fzx FROM (${inner}\n) AS fz (${list2}); SELECT * FROM #fzx; DROP TABLE #fzx`), {
          nulls: false,
        });
        const e = await run(session, `IF EXISTS (${inner}\n) SELECT 1 AS a ELSE SELECT 0 AS a`);
        for (const i of internal(e)) report(name, batch.line, 'exists', text + '\n' + i);
        if (e.sets[0] && (e.sets[0].rows[0] === '1') !== rows.length > 0) report(name, batch.line, 'exists', text);
        const c = await run(session, `SELECT COUNT(*) AS n FROM (${inner}\n) AS fz (${list2})`);
        for (const i of internal(c)) report(name, batch.line, 'count', text + '\n' + i);
        if (c.sets[0] && c.sets[0].rows[0] !== String(rows.length))
          report(name, batch.line, 'count', text + '\n' + c.sets[0].rows[0] + ' ' + rows.length);
        const o = await run(session, `SELECT * FROM (${inner}\n) AS fz (${list2}) ORDER BY 1 OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY`);
        for (const i of internal(o)) report(name, batch.line, 'offset', text + '\n' + i);
      }
      if (!orderOnly && !/#|@/.test(text)) {
        await run(session, 'DROP VIEW IF EXISTS dbo.fzv');
        const v = await run(session, `CREATE VIEW dbo.fzv (${list2}) AS ${text}`);
        if (!v.messages.some((m) => m.severity > 10)) {
          check('view', await run(session, `SELECT * FROM dbo.fzv`), { nulls: true });
          await run(session, 'DROP VIEW dbo.fzv');
        } else for (const i of internal(v)) report(name, batch.line, 'view', text + '\n' + i);
      }
      for (const kind of ['STATIC', 'KEYSET', 'DYNAMIC', 'FAST_FORWARD', 'SCROLL', 'FORWARD_ONLY']) {
        const c = await run(
          session,
          `SET NOCOUNT ON; DECLARE fzc CURSOR LOCAL ${kind} FOR ${text}\n; OPEN fzc; FETCH NEXT FROM fzc; WHILE @@FETCH_STATUS = 0 FETCH NEXT FROM fzc; CLOSE fzc; DEALLOCATE fzc; SET NOCOUNT OFF`,
        );
        const b2 = internal(c);
        if (b2.length) {
          report(name, batch.line, 'cursor ' + kind, text + '\n' + b2.join('\n'));
          continue;
        }
        const err = c.messages.find((m) => m.severity > 10);
        if (err) {
          report(name, batch.line, 'cursor ' + kind, text + '\n' + err.number + ' ' + err.message);
          continue;
        }
        const all = c.sets.flatMap((x) => x.rows);
        const t = c.sets[0]!.columns.map((x: any) => typeToString(x.type)).join(', ');
        if (t !== types) report(name, batch.line, 'cursor ' + kind, text + '\nTYPES ' + types + '\n   -> ' + t);
        const [x, y] = ordered ? [rows.join('\n'), all.join('\n')] : [[...rows].sort().join('\n'), [...all].sort().join('\n')];
        if (x !== y) report(name, batch.line, 'cursor ' + kind, text + '\nROWS\n' + x.slice(0, 700) + '\n->\n' + y.slice(0, 700));
      }
      const rc = await run(session, `SET ROWCOUNT 1; ${text}\n; SET ROWCOUNT 0`);
      for (const i of internal(rc)) report(name, batch.line, 'rowcount', text + '\n' + i);
      if (rc.sets[0] && rc.sets[0].rows.join('\n') !== (ordered ? rows.slice(0, 1).join('\n') : rc.sets[0].rows.slice(0, 1).join('\n')))
        report(name, batch.line, 'rowcount', text + '\n' + rc.sets[0].rows.join('\n'));
    }
  }
}

const FIRST = /^(create|alter)(Or)?(Procedure|Function|View|Trigger|Schema|Default|Rule|Module)/i;
function topKinds(text: string): string[] {
  const r = parse(text) as any;
  return r.diagnostics.length ? ['bad'] : r.statements.map((s: any) => s.kind);
}
const MUSTFIRST =
  /CREATE\s+(OR\s+ALTER\s+)?(PROC|PROCEDURE|FUNCTION|VIEW|TRIGGER|SCHEMA|DEFAULT|RULE)\b|ALTER\s+(PROC|PROCEDURE|FUNCTION|VIEW|TRIGGER)\b/i;
let counter = 0;
type Plan = { texts: string[]; pick: (sinks: Sink[]) => readonly string[]; same?: boolean } | null;
const readOnly = (k: string[]) => k.every((x) => ['select', 'print'].includes(x));
const variants: Record<string, { prelude?: string; plan(b: ScriptBatch, hasError: boolean): Plan }> = {
  try: {
    plan: (b, e) =>
      e || MUSTFIRST.test(b.text) || topKinds(b.text).some((k) => ['bad', 'label', 'goto', 'return'].includes(k))
        ? null
        : { texts: [`BEGIN TRY ${b.text}\nEND TRY BEGIN CATCH THROW; END CATCH`], pick: (s) => s[0]!.lines },
  },
  tryerr: {
    plan: (b, e) =>
      !e || MUSTFIRST.test(b.text) || topKinds(b.text).length !== 1 || topKinds(b.text)[0] === 'bad'
        ? null
        : { texts: [`BEGIN TRY ${b.text}\nEND TRY BEGIN CATCH THROW; END CATCH`], pick: (s) => s[0]!.lines },
  },
  xact: { prelude: 'SET XACT_ABORT ON', plan: () => null },
  serializable: { prelude: 'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', plan: () => null },
  repeatable: { prelude: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', plan: () => null },
  snapshot: {
    prelude: 'ALTER DATABASE golden SET ALLOW_SNAPSHOT_ISOLATION ON; SET TRANSACTION ISOLATION LEVEL SNAPSHOT',
    plan: () => null,
  },
  proc: {
    plan: (b) =>
      MUSTFIRST.test(b.text) ||
      /#|\bUSE\b|^\s*SET|TRANS|COMMIT|ROLLBACK/im.test(b.text) ||
      topKinds(b.text).includes('bad') ||
      topKinds(b.text).length === 0
        ? null
        : (() => {
            const n = ++counter;
            const ro = readOnly(topKinds(b.text));
            return {
              texts: [
                `CREATE PROCEDURE #fzp${n} AS ${b.text}`,
                `EXEC #fzp${n}`,
                ...(ro ? [`EXEC #fzp${n}`] : []),
                `DROP PROCEDURE #fzp${n}`,
              ],
              pick: (s: Sink[]) => (ro && norm(s[1]!.lines) === norm(b.expected) ? s[2]! : s[1]!).lines,
            };
          })(),
  },
  proctwice: {
    plan: (b) =>
      MUSTFIRST.test(b.text) ||
      /#|\bUSE\b|^\s*SET|TRANS|COMMIT|ROLLBACK|IDENT|NEXT VALUE/im.test(b.text) ||
      topKinds(b.text).includes('bad') ||
      topKinds(b.text).length === 0 ||
      !topKinds(b.text).every((k) => ['select', 'print', 'insert', 'update', 'delete', 'merge', 'declare', 'declareTable'].includes(k))
        ? null
        : (() => {
            const n = ++counter;
            return {
              texts: [
                `CREATE PROCEDURE #fzp${n} AS ${b.text}`,
                `BEGIN TRAN`,
                `EXEC #fzp${n}`,
                `IF @@TRANCOUNT > 0 ROLLBACK`,
                `EXEC #fzp${n}`,
                `DROP PROCEDURE #fzp${n}`,
              ],
              pick: (s: Sink[]) => s[4]!.lines,
            };
          })(),
  },
  executesql: {
    plan: (b) =>
      /#|\bUSE\b|^\s*SET/im.test(b.text) || topKinds(b.text).includes('bad') || topKinds(b.text).length === 0
        ? null
        : { texts: [`EXEC sp_executesql N'${q(b.text)}'`], pick: (s) => s[0]!.lines },
  },
  prepare: {
    plan: (b) =>
      MUSTFIRST.test(b.text) || /#|\bUSE\b|^\s*SET/im.test(b.text) || topKinds(b.text).includes('bad') || topKinds(b.text).length === 0
        ? null
        : (() => {
            const ro = readOnly(topKinds(b.text));
            return {
              texts: [
                `DECLARE @h int; EXEC sp_prepare @h OUTPUT, N'', N'${q(b.text)}'; EXEC sp_execute @h; ${ro ? 'EXEC sp_execute @h;' : ''} EXEC sp_unprepare @h`,
              ],
              pick: (s: Sink[]) => (ro ? s[0]!.lines.slice(s[0]!.lines.length / 2) : s[0]!.lines),
            };
          })(),
  },
  loop: {
    plan: (b) =>
      MUSTFIRST.test(b.text) || !readOnly(topKinds(b.text))
        ? null
        : {
            texts: [`DECLARE @fz int = 0; WHILE @fz < 2 BEGIN SET @fz += 1; ${b.text}\nEND`],
            pick: (s) => s[0]!.lines.slice(s[0]!.lines.length / 2),
          },
  },
  ifelse: {
    plan: (b, e) =>
      MUSTFIRST.test(b.text) || topKinds(b.text).some((k) => ['bad', 'label', 'goto'].includes(k)) || topKinds(b.text).length === 0
        ? null
        : { texts: [`IF 1 = 1 BEGIN ${b.text}\nEND ELSE PRINT 'no'`], pick: (s) => s[0]!.lines },
  },
  parseonly: { plan: (b) => ({ texts: [`SET PARSEONLY ON`, b.text, `SET PARSEONLY OFF`, b.text], pick: (s) => s[3]!.lines }) },
  noexec: { plan: (b) => ({ texts: [`SET NOEXEC ON`, b.text, `SET NOEXEC OFF`, b.text], pick: (s) => s[3]!.lines }) },
  showplan: { plan: (b) => ({ texts: [`SET FMTONLY ON`, b.text, `SET FMTONLY OFF`, b.text], pick: (s) => s[3]!.lines }) },
};

const hasErr = (b: ScriptBatch) => b.expected.some((l) => l.startsWith('Msg '));
const admin = await login('master');
for (const name of findScripts(DIR)) {
  if (only && !name.includes(only)) continue;
  const batches = parseGolden(readFileSync(join(DIR, name), 'utf8'));
  await run(admin, 'CREATE DATABASE golden');
  const sessions = new Map<string, Session>();
  let errorSeen = false;
  try {
    for (const b of batches) {
      let session = sessions.get(b.session);
      const v = variants[mode];
      if (!session) {
        session = await login('golden');
        sessions.set(b.session, session);
        if (v?.prelude) await run(session, v.prelude);
      }
      if (mode === 'output') {
        const r = parse(b.text) as any;
        const st = r.statements[0];
        if (
          !r.diagnostics.length &&
          r.statements.length === 1 &&
          ['insert', 'update', 'delete', 'merge'].includes(st.kind) &&
          !st.output.length &&
          st.source?.kind !== 'insertExecute' &&
          !hasErr(b)
        ) {
          const del = (parse('DELETE t OUTPUT deleted.*') as any).statements[0].output,
            ins = (parse('INSERT t OUTPUT inserted.* VALUES (1)') as any).statements[0].output,
            both = (parse('UPDATE t SET a=1 OUTPUT deleted.*, inserted.*') as any).statements[0].output;
          const output = st.kind === 'insert' ? ins : st.kind === 'delete' ? del : both;
          const text = print({ ...st, output }) + ';';
          await run(session, 'BEGIN TRAN');
          const o = await run(session, text);
          await run(session, 'IF @@TRANCOUNT > 0 ROLLBACK');
          for (const i of internal(o)) report(name, b.line, mode, text + '\n' + i);
          const want = b.expected.find((l) => /^\(\d+ rows?\)/.test(l));
          const err = o.messages.find((m) => m.severity > 10);
          if (err) {
            if (![334, 270, 8153].includes(err.number)) report(name, b.line, mode, text + '\n' + err.number + ' ' + err.message);
          } else if (want && Number(/\d+/.exec(want)![0]) !== o.sets[0]?.rows.length)
            report(name, b.line, mode, text + '\n' + want + ' ' + o.sets[0]?.rows.length);
        }
        await run(session, b.text);
        continue;
      }
      if (mode === 'printed') {
        const r = parse(b.text) as any;
        if (!r.diagnostics.length && r.statements.length && !MUSTFIRST.test(b.text)) {
          const text = r.statements.map((x: any) => print(x)).join(';\n');
          const o = await run(session, text);
          for (const i of internal(o)) report(name, b.line, mode, text + '\n' + i);
          if (norm(o.lines) !== norm(b.expected)) {
            report(name, b.line, mode, text.slice(0, 600) + '\n- ' + norm(b.expected).slice(0, 400) + '\n+ ' + norm(o.lines).slice(0, 400));
            break;
          }
          continue;
        }
        await run(session, b.text);
        continue;
      }
      if (mode === 'select' || mode === 'describe') {
        await selectVariants(name, b, session);
        const s = await run(session, b.text);
        for (const i of internal(s)) report(name, b.line, 'batch', b.text + '\n' + i);
        continue;
      }
      const hasError = b.expected.some((l) => l.startsWith('Msg '));
      const plan = v!.plan(b, hasError);
      const sinks: Sink[] = [];
      for (const t of plan?.texts ?? [b.text]) sinks.push(await run(session, t));
      for (const s of sinks) for (const i of internal(s)) report(name, b.line, mode, b.text + '\n' + i);
      const got = plan ? plan.pick(sinks) : sinks[0]!.lines;
      if (hasError && mode !== 'tryerr' && v?.prelude) errorSeen = true;
      if (!errorSeen && norm(got) !== norm(b.expected)) {
        const A = norm(b.expected).split('\n'),
          B = norm(got).split('\n');
        const k = A.findIndex((x, i) => x !== B[i]);
        const at = k < 0 ? A.length : k;
        report(
          name,
          b.line,
          mode,
          (plan ? '' : '(plain) ') +
            b.text.slice(0, 200).replaceAll('\n', ' ') +
            '\n- ' +
            A.slice(at, at + 2).join('\n- ') +
            '\n+ ' +
            B.slice(at, at + 2).join('\n+ '),
        );
        if (process.argv[4] !== 'all') break;
      }
    }
  } finally {
    for (const s of sessions.values()) s.close();
    await run(admin, 'DROP DATABASE golden');
  }
}
await engine.close(0);
rmSync(dataDirectory, { recursive: true, force: true });
