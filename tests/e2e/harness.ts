/**
 * The whole installation as a person meets it: `sprocket start` with the sample database and the workbench, and Debian's Chromium in front of it.
 *
 * Nothing is replaced: the application database, the SQL server and the clock are the real ones. The workbench runs from the build, so a run of these tests
 * alone needs `npm run build` before. Without Chromium the tests are passed over by name. `E2E_SCREENSHOTS=<folder>` keeps the pictures that tests take.
 */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { copyTemplate } from '../../packages/studio-api/test/support/template.ts';
import { type ServerProcess, startServer } from '../clients/fixture.ts';

const BROWSER = process.env.SPROCKET_CHROMIUM ?? '/usr/bin/chromium';
const BUILT = ['studio-web/dist/index.html', 'studio-api/dist/main.js'].map((file) =>
  fileURLToPath(new URL(`../../packages/${file}`, import.meta.url)),
);
/** Two servers, a sample database and an empty application database: seconds on an idle machine. */
export const START_TIMEOUT = 120_000;
/** A journey goes through many screens, and other tests may keep the machine busy meanwhile. */
const TEST_TIMEOUT = 180_000;
const ACTION_TIMEOUT = 60_000;
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A suite that needs the browser. */
export function describeInBrowser(name: string, suite: () => void): void {
  const missing = !existsSync(BROWSER);
  describe.skipIf(missing)(missing ? `${name} is passed over: no ${BROWSER}` : name, { timeout: TEST_TIMEOUT }, suite);
}

export interface Installation {
  /** Where the workbench is, without a slash at its end. */
  readonly address: string;
  /** The SQL server beside it. */
  readonly server: ServerProcess;
  readonly stop: () => Promise<void>;
}

/** Starts everything on free ports with a data folder of its own. The empty application database is a copy of one that was made before. */
export async function startInstallation(): Promise<Installation> {
  for (const file of BUILT) if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sprocket-e2e-'));
  mkdirSync(path.join(dataDir, 'studio'));
  await copyTemplate(path.join(dataDir, 'studio'));
  const server = await startServer({ command: 'start', dataDir, startTimeout: START_TIMEOUT });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const address = server.workbench;
  if (address === undefined) {
    await stop();
    throw new Error(`the workbench did not start:\n${server.output()}`);
  }
  return { address, server, stop };
}

export interface ViewOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
}

/** A browser of one person: cookies and storage of its own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What a page must never do: throw, log an error, or ask another origin. Answers that a test provokes (4xx) do not count. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a browser for one person. */
export async function openBrowser(installation: Installation, options: ViewOptions = {}): Promise<Person> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: BROWSER,
    headless: true,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    reducedMotion: 'reduce',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
  });
  if (options.theme === 'dark') await context.addInitScript(`localStorage.setItem('sprocket.theme', '"dark"')`);
  context.setDefaultTimeout(ACTION_TIMEOUT);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    context,
    problems: watch(page, installation.address),
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function watch(page: Page, address: string): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    const refused = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
    if (message.type() === 'error' && !refused) problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) problems.push(`foreign request: ${request.url()}`);
  });
  return problems;
}

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const OWNER: Account = { name: 'Olive Owner', email: 'olive@example.org', password: 'a quiet harbour' };

/** Makes the first account in the browser; the page is then in the SQL Editor of the demo workspace. */
export async function registerFirst(page: Page, address: string, account: Account = OWNER): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/c/demo/sql-editor**');
}

export async function logIn(page: Page, address: string, account: Account): Promise<void> {
  await page.goto(`${address}/login`);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL('**/c/**');
}

/** What axe finds serious or critical on the page as it is now. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${readFileSync(AXE, 'utf8')}; undefined`);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))`);
}

/** Keeps a picture when the run was told where. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** What the page shows sooner or later; the machine may be busy. */
export const soon = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });
