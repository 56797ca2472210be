import { fileURLToPath } from 'node:url';
import { defaultServerConditions } from 'vite';
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

export default defineConfig({
  test: {
    projects: [
      project('tsql', 'packages/tsql', ['test/**/*.test.ts']),
      project('tds', 'packages/tds', ['test/**/*.test.ts']),
      project('engine', 'packages/engine', ['test/**/*.test.ts']),
      project('server', 'packages/server', ['test/**/*.test.ts']),
      project('scripts', 'tests', ['scripts/**/*.test.ts', 'properties/**/*.test.ts']),
      project('clients', 'tests', ['clients/**/*.test.ts']),
      project('e2e', 'tests', ['e2e/**/*.test.ts']),
    ],
  },
});
