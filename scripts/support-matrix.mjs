// Writes docs/support-matrix.md from the tables that the engine itself looks things up in, so that the page cannot say anything else than the
// engine does; what is refused inside a statement is read off the calls of `unsupported`. With --check it only tells whether the page is up to date.
// Run: node --conditions=@sprocket/source scripts/support-matrix.mjs
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EFFECTIVE_HINT } from '../packages/engine/src/bind/hints.ts';
import { APPLY, KEPT } from '../packages/engine/src/catalog/ddl/database-options.ts';
import { COMMANDS } from '../packages/engine/src/catalog/ddl/dbcc.ts';
import { DROPS } from '../packages/engine/src/catalog/ddl/drop.ts';
import { executesClass } from '../packages/engine/src/catalog/ddl/index.ts';
import { KEY_FILE_STATEMENTS, KEY_STATEMENTS } from '../packages/engine/src/catalog/ddl/keys/index.ts';
import { allSystemProcedures } from '../packages/engine/src/catalog/procedures/index.ts';
import { SYSTEM_TYPES } from '../packages/engine/src/catalog/types.ts';
import { SYSTEM_VIEWS } from '../packages/engine/src/catalog/views/index.ts';
import { ERRORS } from '../packages/engine/src/error-table.ts';
import {
  AGGREGATE_FUNCTIONS,
  CLR_TYPES,
  SCALAR_FAMILIES,
  TABLE_FUNCTIONS,
  WINDOW_FUNCTIONS,
} from '../packages/engine/src/functions/index.ts';
import { IGNORED_SWITCHES, REFUSED_SWITCHES, SWITCHES } from '../packages/engine/src/run/options.ts';
import { SETTERS } from '../packages/engine/src/run/settings.ts';
import { NATIVES } from '../packages/engine/src/session/natives.ts';
import { STATEMENTS } from '../packages/engine/src/session/statement-support.ts';
import { ALTER, CREATE, VERBS } from '../packages/tsql/src/parser/administrative.ts';
import { HINTS, HINTS_WITHOUT_WITH, OTHER_HINTS } from '../packages/tsql/src/parser/hints.ts';
import { SPECIAL_FUNCTIONS } from '../packages/tsql/src/parser/special-functions.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'docs', 'support-matrix.md');

const code = (text) => `\`${text}\``;
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const listed = (names) => [...names].sort(byName).map(code).join(', ');
const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
const section = (title, ...parts) => [`## ${title}`, ...parts].join('\n\n');
const topic = (title, ...parts) => [`### ${title}`, ...parts].join('\n\n');

/** The classes of a verb's table, executed and refused. */
const classes = (verb, table) => {
  const words = table.map((row) => row.words);
  const isExecuted = (name) => executesClass(`${verb} ${name}`);
  return [`${verb}: executed ${listed(words.filter(isExecuted))}; refused ${listed(words.filter((name) => !isExecuted(name)))}.`];
};

/** Statements that begin with a verb of their own. */
function refusedVerbs() {
  const refused = new Set(VERBS.map((row) => row.what).filter((what) => !executesClass(what)));
  return refused.size === 0 ? [] : [`Refused: ${listed(refused)}.`];
}

function statements() {
  const rows = Object.values(STATEMENTS);
  const topics = [...new Set(rows.map((row) => row.topic))];
  const words = (name, support) => listed(rows.filter((row) => row.topic === name && row.support === support).map((row) => row.words));
  return section(
    'Statements',
    'The whole grammar is parsed. A statement is executed, accepted without effect, or refused with error 40510, which names it.',
    table(
      ['', 'executed', 'accepted', 'refused'],
      topics.map((name) => [name, words(name, 'executed'), words(name, 'accepted'), words(name, 'refused')]),
    ),
    topic('DROP', `${listed([...Object.keys(DROPS), 'INDEX', 'FULLTEXT INDEX'])}; other classes are refused by name.`),
    topic('DBCC', `${listed(Object.keys(COMMANDS))}; other commands are refused by name.`),
    topic('ALTER DATABASE … SET', `With effect: ${listed(Object.keys(APPLY))}.`, `Kept and reported by sys.databases: ${listed(KEPT)}.`),
    topic('Keys and certificates', `Executed: ${listed([...KEY_STATEMENTS, ...KEY_FILE_STATEMENTS])}.`),
    topic('Further classes of objects', ...classes('CREATE', CREATE), ...classes('ALTER', ALTER), ...refusedVerbs()),
  );
}

/** Literals in such calls that are parts of a condition. */
const PARTS = new Set(['administrative']);

/** What `unsupported` is called with anywhere in the engine; a part that depends on the statement is shown as an ellipsis. */
function constructs() {
  const folder = path.join(root, 'packages', 'engine', 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const calls = files.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return [...text.matchAll(/(?:unsupported\(|sqlError\(40510, )([^\n]*)\);/g)].flatMap(([, args]) => [
      ...args.matchAll(/'([^']+)'|`((?:[^`$]|\$\{[^}]*\})+)`/g),
    ]);
  });
  const names = calls
    .map(([, plain, template]) => plain ?? template.replaceAll(/\$\{[^}]*\}/g, '…'))
    .filter((name) => /[A-Za-z]{2}/.test(name) && !PARTS.has(name));
  return section(
    'Constructs that are refused',
    'With error 40510 and these words.',
    [...new Set(names)]
      .sort(byName)
      .map((name) => `- ${code(name)}`)
      .join('\n'),
  );
}

/** What is exact and what is not, where the name of a function does not say it. */
const NOTES = {
  System: [
    '`BINARY_CHECKSUM` of strings, binaries and integers, and `CHECKSUM` of ASCII data in `varchar` columns under `SQL_Latin1_General_CP1_CI_AS`, have the values of SQL Server. The collation weights behind `CHECKSUM` of other strings are not public: there, and for dates, decimals and floats, equal values have equal checksums, but not those of SQL Server.',
    '`TERTIARY_WEIGHTS` gives the bytes of the code page for the tertiary collations, whose weights are not public, and NULL for all others, as documented.',
  ],
  Cryptographic: [
    '`ENCRYPTBYPASSPHRASE` and `ENCRYPTBYKEY` write the message format of SQL Server 2017 and later; passphrases of earlier versions are read too. `ENCRYPTBYCERT`, `SIGNBYCERT` and their kin use RSA with PKCS #1 padding and the byte order of Windows. A key from `KEY_SOURCE` is SHA-256 of the phrase; a GUID from `IDENTITY_VALUE` is our own. See [keys.md](keys.md).',
  ],
};

function functions() {
  const count = ({ minArgs, maxArgs }) =>
    minArgs === maxArgs ? `${minArgs}` : maxArgs === Infinity ? `${minArgs} or more` : `${minArgs} to ${maxArgs}`;
  const rows = (list) =>
    table(
      ['function', 'arguments'],
      [...list].sort((a, b) => byName(a.name, b.name)).map((fn) => [code(fn.name), count(fn)]),
    );
  return section(
    'Functions',
    ...SCALAR_FAMILIES.map(({ title, rows: list }) => topic(title, rows(list), ...(NOTES[title] ?? []))),
    topic(
      'With a grammar of their own',
      `${listed([...Object.keys(SPECIAL_FUNCTIONS), 'NEXT VALUE FOR', 'AT TIME ZONE', 'UPDATE()', 'OPENJSON'])}.`,
    ),
    topic('Aggregate', rows(AGGREGATE_FUNCTIONS)),
    topic('Window', rows(WINDOW_FUNCTIONS)),
    topic('Table-valued', rows(TABLE_FUNCTIONS)),
    topic('Methods of xml', `${listed(['value()', 'query()', 'exist()', 'nodes()'])}.`),
    ...CLR_TYPES.map(members),
  );
}

/** Statics are written `type::Name`; what needs no parentheses is a property. */
function members({ type, members: all, refused }) {
  const written = [...all].map(([name, { kind, isStatic }]) => `${isStatic ? '::' : '.'}${name}${kind === 'method' ? '()' : ''}`);
  return topic(`Members of ${type.name}`, `${listed(written)}.`, `Refused by name: ${listed(refused)}.`);
}

function types() {
  const names = SYSTEM_TYPES.map((type) => type.name);
  return section('Types', `Supported: ${listed([...names, 'cursor', 'table'])}. Their forms are in [types.md](types.md).`);
}

function settings() {
  return section(
    'SET options',
    `On and off: ${listed([...Object.keys(SWITCHES), 'ANSI_DEFAULTS'])}.`,
    `With a value: ${listed(Object.keys(SETTERS))}.`,
    `Accepted without effect: ${listed(IGNORED_SWITCHES)}.`,
    `Refused when ON: ${listed(REFUSED_SWITCHES)}.`,
  );
}

function hints() {
  const others = HINTS.map((words) => words.join(' ')).filter((name) => name !== EFFECTIVE_HINT);
  return section(
    'Hints',
    `${code(EFFECTIVE_HINT)} has its effect. The others cannot change a result and are accepted.`,
    topic('OPTION', `${listed([...others, 'OPTIMIZE FOR', 'TABLE HINT', 'USE HINT'])}.`),
    topic('Tables', `${listed([...HINTS_WITHOUT_WITH, ...OTHER_HINTS])}.`),
  );
}

function views() {
  const visible = SYSTEM_VIEWS.filter((view) => !view.name.startsWith('$'));
  const schemas = [...new Set(visible.map((view) => view.schema))];
  return section(
    'System views',
    ...schemas.map((schema) =>
      topic(schema, `${listed(visible.filter((view) => view.schema === schema && !view.isEmpty).map((view) => view.name))}.`),
    ),
    topic(
      'Always empty, as no database has what they show',
      `${listed(visible.filter((view) => view.isEmpty).map((view) => `${view.schema}.${view.name}`))}.`,
    ),
  );
}

const procedures = () =>
  section('System procedures', `${listed(new Set([...allSystemProcedures.map(({ name }) => name), ...Object.keys(NATIVES)]))}.`);

function errors() {
  const rows = Object.entries(ERRORS).map(([number, row]) => [
    number,
    row.severity,
    row.class ?? 'statement',
    row.text
      .replaceAll('|', '\\|')
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll('<', '&lt;'),
  ]);
  return section(
    'Errors',
    'What an error ends when nothing catches it. Parameters are written as in sys.messages.',
    table(['number', 'severity', 'ends', 'text'], rows),
  );
}

const INTRODUCTION = `# Support matrix

<!-- Generated by scripts/support-matrix.mjs. -->

What this server knows of T-SQL, as of SQL Server 2022. What cannot be done exactly is refused by name, never approximated and never ignored.`;

const page = `${[INTRODUCTION, statements(), constructs(), functions(), types(), settings(), hints(), views(), procedures(), errors()].join('\n\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/support-matrix.md is out of date: run node --conditions=@sprocket/source scripts/support-matrix.mjs');
  process.exit(1);
}
