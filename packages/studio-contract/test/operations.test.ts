import { expect, test } from 'vitest';
import { operations, pathOf, roleAllows } from '../src/index.ts';

const rows = Object.entries(operations);

test('no two operations share method and path', () => {
  const routes = rows.map(([, row]) => `${row.method} ${row.path}`);
  expect(new Set(routes).size).toBe(routes.length);
});

test.each(rows)('%s is whole: a role below a workspace, a response for JSON, no body on GET', (_name, row) => {
  const scoped = row.path.startsWith('/workspaces/:workspace');
  expect(scoped).toBe(row.access !== 'public' && row.access !== 'user');
  if (row.answer === 'json' || row.answer === 'ndjson') expect(row.response).toBeDefined();
  if (row.method === 'GET') expect(row.body).toBeUndefined();
});

test('a path is filled in and encoded; a missing parameter is an error', () => {
  expect(pathOf(operations.getVersion, { workspace: 'a b', procedure: 'p', version: 3 })).toBe(
    '/api/workspaces/a%20b/procedures/p/versions/3',
  );
  expect(() => pathOf(operations.getVersion, { workspace: 'a' })).toThrow('needs the parameter procedure');
});

test('a role includes the ones below it', () => {
  expect(roleAllows('author', 'member')).toBe(true);
  expect(roleAllows('author', 'admin')).toBe(false);
});
