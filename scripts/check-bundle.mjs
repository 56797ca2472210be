// Holds the first load of the web application small: what the page fetches before the first screen is drawn (its scripts, the modules that they import
// statically, and the login screen's) may have at most 300 kB after compression. Monaco and every other screen come later, when they are opened.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 300_000;
const dist = fileURLToPath(new URL('../packages/studio-web/dist', import.meta.url));

if (!existsSync(path.join(dist, 'index.html'))) {
  console.error('bundle: packages/studio-web is not built: run "npm run build"');
  process.exit(1);
}

const files = [...closure(entries())].sort();
const sizes = files.map((file) => [file, gzipSync(readFileSync(path.join(dist, file))).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [file, size] of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
console.log(`bundle: ${total} bytes of JavaScript at the first load, ${LIMIT} allowed`);
const monaco = files.find((file) => /monaco|editor\.api/i.test(file));
if (monaco !== undefined) console.error(`bundle: ${monaco} belongs to the editor and must not be in the first load`);
process.exit(total <= LIMIT && monaco === undefined ? 0 : 1);

/** The scripts and preloads of the page, and the login screen. */
function entries() {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const login = readdirSync(path.join(dist, 'assets')).filter((name) => /^login-screen-.*\.js$/.test(name));
  return [
    ...[...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]),
    ...login.map((name) => `assets/${name}`),
  ];
}

/** With everything that they import statically. */
function closure(roots) {
  const seen = new Set();
  const waiting = [...roots];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(path.join(dist, file), 'utf8');
    const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)];
    waiting.push(...imports.map((match) => path.posix.join(path.posix.dirname(file), match[1])));
  }
  return seen;
}
