// Writes docs/configuration.md from the table of settings; with --check only tells whether the page is up to date.
// Run: node --conditions=@sprocket/source scripts/document-configuration.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configurationPage } from '../packages/server/src/config/document.ts';

const file = fileURLToPath(new URL('../docs/configuration.md', import.meta.url));
const page = configurationPage();
if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/configuration.md is out of date: run scripts/document-configuration.mjs');
  process.exit(1);
}
