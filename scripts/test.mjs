// `npm test`: every check, the build and every test, one after the other, and one summary at the end. Tests that could not run here (no Java, no
// FreeTDS, no Northwind script …) are named in it; with CI=true they count as failures, because there everything is installed.
// Arguments narrow the tests: `npm test -- clients` runs one project, `npm test -- tests/clients/freetds.test.ts` one file; anything else goes to vitest.
// The checks run without arguments only.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const strict = process.env.CI === 'true';

const CHECKS = [
  ['types', 'tsc', ['-p', 'tsconfig.check.json']],
  ['types of the workbench API', 'tsc', ['-p', 'packages/studio-api/tsconfig.check.json']],
  ['types of the workbench web', 'tsc', ['-p', 'packages/studio-web']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
  ['imports', process.execPath, ['scripts/check-imports.mjs']],
  ['configuration page', process.execPath, ['--conditions=@sprocket/source', 'scripts/document-configuration.mjs', '--check']],
  ['support matrix', process.execPath, ['--conditions=@sprocket/source', 'scripts/support-matrix.mjs', '--check']],
  ['build', 'tsc', ['-b']],
  ['build of the web application', 'vite', ['build', '--logLevel', 'warn', 'packages/studio-web']],
  ['size of the web application', process.execPath, ['scripts/check-bundle.mjs']],
];

const PROJECTS = [
  'tsql',
  'tds',
  'engine',
  'server',
  'studio-contract',
  'studio-api',
  'studio-api-postgres',
  'studio-web',
  'scripts',
  'clients',
  'e2e',
];

const args = process.argv.slice(2);
const results = [...(args.length === 0 ? CHECKS.map(runCheck) : []), ...runTests(args)];
report(results);

function runCheck([name, command, commandArgs]) {
  const run = spawnSync(executable(command), commandArgs, { cwd: root, encoding: 'utf8' });
  const passed = run.status === 0;
  if (!passed) console.error(`${run.stdout ?? ''}${run.stderr ?? ''}`);
  console.log(`${passed ? '✓' : '✗'} check: ${name}`);
  return { name: `check: ${name}`, outcome: passed ? 'passed' : 'failed' };
}

function runTests(selection) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-test-'));
  const file = path.join(folder, 'results.json');
  const filters = selection.flatMap((word) => (PROJECTS.includes(word) ? ['--project', word] : [word]));
  spawnSync(executable('vitest'), ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    cwd: root,
    stdio: 'inherit',
  });
  const results = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  return results;
}

function readResults(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [{ name: 'vitest did not finish', outcome: 'failed' }];
  }
  return report.testResults.flatMap((suite) => {
    const name = path.relative(root, suite.name);
    // A file that fails to load has no tests of its own.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) return [{ name, outcome: 'failed' }];
    return suite.assertionResults.map((test) => ({ name: `${name}: ${test.fullName}`, outcome: outcomeOf(test.status) }));
  });
}

function outcomeOf(status) {
  return status === 'passed' || status === 'failed' ? status : 'passed over';
}

function report(results) {
  const of = (outcome) => results.filter((result) => result.outcome === outcome);
  const passedOver = of('passed over');
  for (const { name } of of('failed')) console.log(`failed: ${name}`);
  for (const { name } of passedOver) console.log(`passed over: ${name}`);
  if (strict && passedOver.length > 0) console.log('CI=true: what was passed over counts as failed');
  const failed = of('failed').length + (strict ? passedOver.length : 0);
  console.log(`${of('passed').length} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function executable(command) {
  return path.isAbsolute(command) ? command : path.join(root, 'node_modules', '.bin', command);
}
