import { operations } from '@sprocket/studio-contract';
import { describe, expect, it } from 'vitest';
import { keyBelow, keyOf } from '../../src/api/queries.ts';

describe('keyOf', () => {
  it('is the address and then the query, so that a beginning covers everything below it', () => {
    const path = { workspace: 'demo', procedure: 'p1' };
    expect(keyOf(operations.listProcedures, { path, query: { search: 'x' } })).toEqual([
      'workspaces',
      'demo',
      'procedures',
      { search: 'x' },
    ]);
    expect(keyOf(operations.listVersions, { path })).toEqual(['workspaces', 'demo', 'procedures', 'p1', 'versions']);
    expect(keyOf(operations.listVersions, { path }).slice(0, 3)).toEqual(keyBelow('workspaces', 'demo', 'procedures'));
  });
});
