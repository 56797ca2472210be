// Holds the direction of dependencies that ARCHITECTURE.md draws: which package may use which, packages only through their index, and the order
// of the layers inside the engine and the web application. A wrong import is printed as `file:line` with the rule that it breaks, and the exit status is 1.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What a package may import besides itself. `node`: Node's own modules. */
const PACKAGES = {
  tsql: { uses: [], node: false, npm: [] },
  tds: { uses: ['tsql'], node: true, npm: [] },
  engine: { uses: ['tsql'], node: true, npm: [] },
  server: { uses: ['tsql', 'tds', 'engine'], node: true, npm: ['yaml'] },
  'studio-contract': { uses: ['tsql'], node: false, npm: true },
  'studio-api': { uses: ['tsql', 'studio-contract'], node: true, npm: true },
  'studio-web': { uses: ['tsql', 'studio-contract'], node: false, npm: true },
};

/** What a folder of the engine may import besides itself and the plain files beside the folders. */
const ENGINE_FOLDERS = {
  values: [],
  functions: ['values', 'catalog'],
  catalog: ['values'],
  bind: ['values', 'catalog', 'functions'],
  program: ['values', 'catalog', 'functions', 'bind'],
  run: ['values', 'catalog', 'functions', 'bind', 'program'],
  backends: ['values', 'catalog', 'functions', 'bind', 'program', 'run'],
  procedures: ['values', 'catalog', 'functions', 'bind', 'program'],
  tenancy: ['values', 'catalog'],
  session: ['values', 'catalog', 'functions', 'bind', 'program', 'run', 'backends', 'procedures', 'tenancy'],
};

/** The same for the web application; a feature may not import another one. */
const WEB_FOLDERS = {
  lib: [],
  api: ['lib'],
  ui: ['lib', 'api'],
  session: ['lib', 'api', 'ui'],
  forms: ['lib', 'api', 'ui', 'session'],
  shell: ['lib', 'api', 'ui', 'session', 'forms'],
  features: ['lib', 'api', 'ui', 'session', 'forms', 'shell'],
  app: ['lib', 'api', 'ui', 'session', 'forms', 'shell', 'features'],
};

/** Files of the engine that hold interfaces alone: any layer may name their types. */
const ENGINE_CONTRACTS = ['run/contracts.ts', 'session/api.ts'];

const SPECIFIER = /^(?:import|export)\b[^;'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

const problems = Object.keys(PACKAGES).flatMap((name) =>
  sourceFiles(path.join(root, 'packages', name, 'src')).flatMap((file) => checkFile(name, file)),
);
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'imports: the direction of dependencies holds' : `imports: ${problems.length} wrong`);
process.exit(problems.length === 0 ? 0 : 1);

function sourceFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

function checkFile(packageName, file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(SPECIFIER)].flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? match[3];
    const broken = brokenRule(packageName, file, specifier);
    const line = text.slice(0, match.index + match[0].length).split('\n').length;
    return broken === undefined ? [] : [`${path.relative(root, file)}:${line}: '${specifier}': ${broken}`];
  });
}

function brokenRule(packageName, file, specifier) {
  const rules = PACKAGES[packageName];
  if (specifier.startsWith('.')) return brokenRelative(packageName, file, specifier);
  if (specifier.startsWith('node:')) return rules.node ? undefined : `${packageName} runs in the browser too and may not use Node`;
  if (specifier.startsWith('@sprocket/')) return brokenPackage(packageName, rules, specifier.slice('@sprocket/'.length));
  return rules.npm === true || rules.npm.includes(specifier) ? undefined : `${packageName} may not depend on it`;
}

function brokenPackage(packageName, rules, target) {
  if (target.includes('/')) return 'packages are imported through their index';
  return rules.uses.includes(target) ? undefined : `${packageName} may use ${rules.uses.join(', ') || 'no other package'}`;
}

function brokenRelative(packageName, file, specifier) {
  const source = path.join(root, 'packages', packageName, 'src');
  const target = path.resolve(path.dirname(file), specifier);
  if (!target.startsWith(source + path.sep)) return 'a relative import may not leave its package';
  if (packageName === 'studio-web')
    return brokenFeature(source, file, target) ?? brokenLayer(WEB_FOLDERS, folderOf(source, file), folderOf(source, target));
  if (packageName !== 'engine' || ENGINE_CONTRACTS.includes(path.relative(source, target))) return undefined;
  return brokenLayer(ENGINE_FOLDERS, folderOf(source, file), folderOf(source, target));
}

function brokenFeature(source, file, target) {
  const features = path.join(source, 'features');
  const from = folderOf(features, file);
  const to = folderOf(features, target);
  if (folderOf(source, file) !== 'features' || folderOf(source, target) !== 'features' || from === to) return undefined;
  return `the feature ${from} may not use the feature ${to}`;
}

function brokenLayer(layers, from, to) {
  if (from === to || to === undefined) return undefined;
  if (from === undefined) return undefined;
  const allowed = layers[from];
  if (allowed === undefined) return `the folder ${from} is not in the list of layers`;
  return allowed.includes(to) ? undefined : `${from} may use ${allowed.join(', ') || 'no other layer'}`;
}

/** The first folder below src; undefined for a file that lies in src itself. */
function folderOf(source, file) {
  const parts = path.relative(source, file).split(path.sep);
  return parts.length > 1 ? parts[0] : undefined;
}
