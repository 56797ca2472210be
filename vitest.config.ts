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
      {
        ...project('studio-api', 'packages/studio-api', ['test/**/*.test.ts']),
        oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
      },
      browser('studio-web', 'packages/studio-web', ['test/**/*.test.{ts,tsx}']),
      project('scripts', 'tests', ['scripts/**/*.test.ts', 'properties/**/*.test.ts']),
      project('clients', 'tests', ['clients/**/*.test.ts']),
      project('e2e', 'tests', ['e2e/**/*.test.ts']),
    ],
  },
});
