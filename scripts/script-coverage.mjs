// Says which errors, statements, functions, system procedures and system views no golden script touches. Statements, functions and names are read off
// the parsed scripts, error numbers off what the scripts expect; what hides in dynamic SQL is not seen. With --all every name is printed, otherwise
// the first of each list.
// Run: node --conditions=@sprocket/source scripts/script-coverage.mjs
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { allSystemProcedures } from '../packages/engine/src/catalog/procedures/index.ts';
import { SYSTEM_VIEWS } from '../packages/engine/src/catalog/views/index.ts';
import { ERRORS } from '../packages/engine/src/error-table.ts';
import {
  AGGREGATE_FUNCTIONS,
  CLR_TYPES,
  SCALAR_FAMILIES,
  TABLE_FUNCTIONS,
  WINDOW_FUNCTIONS,
} from '../packages/engine/src/functions/index.ts';
import { NATIVES } from '../packages/engine/src/session/natives.ts';
import { STATEMENTS } from '../packages/engine/src/session/statement-support.ts';
import { parse } from '../packages/tsql/src/index.ts';
import { parseGolden } from '../tests/scripts/script.ts';

const folder = fileURLToPath(new URL('../tests/scripts', import.meta.url));
const all = process.argv.includes('--all');

/** How many untouched names a list shows without --all. */
const SHOWN = 40;

/**
 * Errors that a script in one session cannot raise or cannot show alike on two days: failures of the storage and of backup files, deadlocks and kills,
 * logins, bulk loads of the protocol, procedure files, times that were measured, and a notice of sp_help, whose result has dates. Unit tests and the
 * clients' tests have them. Those of Service Broker are not raised: they are the words of messages, of the log and of sys.transmission_queue.
 */
const BEYOND_SCRIPTS = new Set(
  [
    596, 701, 823, 824, 1205, 1823, 3202, 3612, 3613, 4022, 4060, 4064, 8630, 9002, 15434, 15647, 17892, 18059, 18456, 18470, 18486, 18488,
    40511, 40512, 8408, 8415, 8462, 8470, 8489, 8494, 9615, 9724, 9791, 9793,
  ].map(String),
);

/** INSERT BULK announces rows that only the protocol's bulk load message brings: packages/engine/test/session/calls.test.ts and the clients' tests have it. */
const STATEMENTS_BEYOND_SCRIPTS = new Set(['insertBulk']);

const touched = { errors: new Set(), statements: new Set(), names: new Set() };

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql'))) {
  for (const batch of parseGolden(readFileSync(path.join(folder, name), 'utf8'))) {
    touchTree(parse(batch.text).statements);
    touchErrors(batch);
  }
}

const functions = [...SCALAR_FAMILIES.flatMap((family) => family.rows), ...AGGREGATE_FUNCTIONS, ...WINDOW_FUNCTIONS, ...TABLE_FUNCTIONS];
const procedures = [...allSystemProcedures.map((procedure) => procedure.name), ...Object.keys(NATIVES)];

report(
  'errors',
  Object.keys(ERRORS).filter((number) => !BEYOND_SCRIPTS.has(number)),
  touched.errors,
);
report(
  'statements',
  Object.keys(STATEMENTS).filter((kind) => !STATEMENTS_BEYOND_SCRIPTS.has(kind)),
  touched.statements,
);
report('functions', [...new Set(functions.map((fn) => fn.name.split('.').at(-1)))], touched.names);
report('members of CLR types', [...new Set(CLR_TYPES.flatMap(({ members }) => [...members.keys()]))], touched.names);
report('procedures', [...new Set(procedures)], touched.names);
report(
  'views',
  [...new Set(SYSTEM_VIEWS.map((view) => view.name))].filter((name) => !name.startsWith('$')),
  touched.names,
);

/** Statement kinds, and every name at all: names of functions, procedures and views do not collide. */
function touchTree(node) {
  if (Array.isArray(node)) return node.forEach(touchTree);
  if (node === null || typeof node !== 'object') return;
  const { kind } = node;
  if (node.try === true) touched.names.add(joined(`try_${kind}`));
  if (kind in STATEMENTS) touched.statements.add(kind);
  if (kind === 'identifier') touched.names.add(joined(node.value));
  for (const [key, value] of Object.entries(node)) {
    // Functions with a grammar of their own are named by a word of their node; `@@ROWCOUNT` is a plain one.
    if (typeof value === 'string' && (key === 'name' || key === 'function' || key === 'kind')) touched.names.add(joined(value));
    else touchTree(value);
  }
}

/** `atTimeZone` and `AT TIME ZONE` are the same. */
function joined(name) {
  return name.toUpperCase().replaceAll(/[ _]/g, '');
}

/** Numbers of messages; and, where the batch asks for caught errors, every cell that is one. */
function touchErrors({ text, expected }) {
  const asks = /ERROR_NUMBER|@@ERROR/i.test(text);
  for (const line of expected) {
    const message = /^(?:Msg|info) (\d+)/.exec(line);
    if (message !== null) touched.errors.add(message[1]);
    else if (asks) for (const number of line.split(/\D+/)) touched.errors.add(number);
  }
}

function report(title, names, seen) {
  const missing = names.filter((name) => !seen.has(joined(name)) && !seen.has(name));
  const shown = all ? missing : missing.slice(0, SHOWN);
  const rest = missing.length - shown.length;
  console.log(`${title}: ${names.length - missing.length} of ${names.length} touched; untouched:`);
  console.log(`  ${shown.join(' ')}${rest > 0 ? ` … and ${rest} more` : ''}\n`);
}
