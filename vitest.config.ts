import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const project = (name: string, root: string, include: string[]) => ({
  ssr: { resolve: { conditions: ['@sprocket/source', ...defaultServerConditions] } },
  test: {
    name,
    root,
    include,
    environment: 'node' as const,
    execArgv: ['--conditions=@sprocket/source'],
    setupFiles: [fileURLToPath(new URL('./tests/seed.ts', import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

/** The API of the workbench: Nest needs decorators with their metadata. */
const api = (name: string, include: string[]) => ({
  ...project(name, 'packages/studio-api', include),
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
});

/** What of the API touches its application data, on a real PostgreSQL where one is installed. */
const onPostgres = () => {
  const base = api(
    'studio-api-postgres',
    existsSync('/usr/lib/postgresql') ? ['test/*.test.ts', 'test/procedures/*.test.ts'] : ['test/support/without-postgres.ts'],
  );
  const globalSetup = ['test/support/postgres.setup.ts'];
  return { ...base, test: { ...base.test, globalSetup, exclude: ['test/{demo,restart,secrets,tracing,pieces}.test.ts'] } };
};

/** Components of the web application, in a simulated DOM; the real browser is the e2e project's. */
const browser = (name: string, root: string, include: string[]) => {
  const base = project(name, root, include);
  return {
    ...base,
    resolve: { conditions: ['@sprocket/source', ...defaultClientConditions] },
    test: { ...base.test, environment: 'happy-dom' as const },
  };
};

export default defineConfig({
  test: {
    projects: [
      project('tsql', 'packages/tsql', ['test/**/*.test.ts']),
      project('tds', 'packages/tds', ['test/**/*.test.ts']),
      project('engine', 'packages/engine', ['test/**/*.test.ts']),
      project('server', 'packages/server', ['test/**/*.test.ts']),
      project('studio-contract', 'packages/studio-contract', ['test/**/*.test.ts']),
      api('studio-api', ['test/**/*.test.ts']),
      onPostgres(),
      browser('studio-web', 'packages/studio-web', ['test/**/*.test.{ts,tsx}']),
      project('scripts', 'tests', ['scripts/**/*.test.ts', 'properties/**/*.test.ts']),
      project('clients', 'tests', ['clients/**/*.test.ts']),
      project('e2e', 'tests', ['e2e/**/*.test.ts']),
    ],
  },
});
