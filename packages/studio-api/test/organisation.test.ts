import { MAX_SQL_LENGTH, operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from './support/api.ts';
import type { Client } from './support/client.ts';

let api: TestApi;
let owner: Client;
beforeAll(async () => {
  api = await startApi();
  owner = await api.owner();
  await owner.call(operations.createWorkspace, { body: { name: 'Other', slug: 'other' } });
});
afterAll(() => api?.close());

const params = { workspace: 'demo' };

describe('categories', () => {
  const names = async () => (await owner.call(operations.listCategories, { params })).map(({ name, position }) => `${position} ${name}`);
  const create = (name: string) => owner.call(operations.createCategory, { params, body: { name } });

  test('keep the order that they are put in', async () => {
    const made = [];
    for (const name of ['A', 'B', 'C', 'D']) made.push(await create(name));
    const [a, , c] = made;
    const move = (category: string, position: number) =>
      owner.call(operations.updateCategory, { params: { ...params, category }, body: { position } });
    await move(c?.id ?? '', 0);
    expect(await names()).toEqual(['0 C', '1 A', '2 B', '3 D']);
    expect(await move(a?.id ?? '', 99)).toMatchObject({ name: 'A', position: 3 });
    expect(await names()).toEqual(['0 C', '1 B', '2 D', '3 A']);
    await owner.call(operations.deleteCategory, { params: { ...params, category: c?.id ?? '' } });
    expect(await names()).toEqual(['0 B', '1 D', '2 A']);
  });

  test('moving them all at the same time leaves no gap', async () => {
    const all = await owner.call(operations.listCategories, { params });
    await Promise.all(
      all.map(({ id }, index) =>
        owner.call(operations.updateCategory, { params: { ...params, category: id }, body: { position: all.length - index } }),
      ),
    );
    expect((await owner.call(operations.listCategories, { params })).map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  test('a name is taken whatever its case, in this workspace', async () => {
    expect(await owner.refused(operations.createCategory, { params, body: { name: 'a' } })).toMatchObject({
      status: 409,
      code: 'name-taken',
    });
    await owner.call(operations.createCategory, { params: { workspace: 'other' }, body: { name: 'A' } });
  });

  test('one of another workspace does not exist', async () => {
    const [foreign] = await owner.call(operations.listCategories, { params: { workspace: 'other' } });
    const asked = { params: { ...params, category: foreign?.id ?? '' } };
    expect(await owner.refused(operations.deleteCategory, asked)).toMatchObject({ status: 404 });
    expect(await owner.refused(operations.updateCategory, { ...asked, body: { name: 'X' } })).toMatchObject({ status: 404 });
  });
});

describe('templates', () => {
  const sqlText = 'CREATE PROCEDURE {{schema}}.{{name}} AS SELECT 1';

  test('are made, changed and removed', async () => {
    const made = await owner.call(operations.createTemplate, { params, body: { name: 'Report', sqlText } });
    expect(made).toMatchObject({ name: 'Report', description: '', categoryId: null, sqlText });
    const asked = { params: { ...params, template: made.id } };
    expect(await owner.call(operations.updateTemplate, { ...asked, body: { description: 'rows' } })).toMatchObject({
      description: 'rows',
      sqlText,
    });
    await owner.call(operations.deleteTemplate, asked);
    expect(await owner.call(operations.listTemplates, { params })).toEqual([]);
    expect(await owner.refused(operations.deleteTemplate, asked)).toMatchObject({ status: 404 });
  });

  test('a category of another workspace is a wrong field', async () => {
    const [foreign] = await owner.call(operations.listCategories, { params: { workspace: 'other' } });
    const body = { name: 'T', sqlText, categoryId: foreign?.id ?? '' };
    expect(await owner.refused(operations.createTemplate, { params, body })).toMatchObject({
      status: 400,
      fields: [{ path: 'categoryId' }],
    });
  });

  test('a text over the limit is refused with the limit', async () => {
    const body = { name: 'Long', sqlText: 'x'.repeat(MAX_SQL_LENGTH + 1) };
    expect(await owner.refused(operations.createTemplate, { params, body })).toMatchObject({
      status: 413,
      code: 'too-large',
      message: 'The text has 5,000,001 characters; at most 5,000,000 are allowed.',
    });
  });

  test('a request beyond the limit of the server is refused too', async () => {
    const body = { name: 'Longer', sqlText: 'x'.repeat(20_000_000) };
    expect(await owner.refused(operations.createTemplate, { params, body })).toMatchObject({ status: 413, code: 'too-large' });
  });
});

describe('lint rules', () => {
  test('have their default until somebody sets them, here alone', async () => {
    const [rule] = await owner.call(operations.lintSettings, { params });
    expect(rule?.severity).toBe(rule?.defaultSeverity);
    const asked = { params: { ...params, rule: rule?.ruleId ?? '' } };
    const severity = rule?.severity === 'error' ? 'info' : 'error';
    await owner.call(operations.setLintSeverity, { ...asked, body: { severity } });
    expect((await owner.call(operations.lintSettings, { params }))[0]).toMatchObject({ severity, defaultSeverity: rule?.defaultSeverity });
    expect((await owner.call(operations.lintSettings, { params: { workspace: 'other' } }))[0]?.severity).toBe(rule?.defaultSeverity);
    const { items } = await owner.call(operations.listActivity, { params, query: { kind: 'lint-changed' } });
    expect(items).toMatchObject([{ subject: rule?.title, detail: severity }]);
  });

  test('an unknown rule does not exist', async () => {
    const asked = { params: { ...params, rule: 'no-such-rule' }, body: { severity: 'off' } } as const;
    expect(await owner.refused(operations.setLintSeverity, asked)).toMatchObject({ status: 404 });
  });
});

describe('activity', () => {
  test('pages end to end without a gap or a repetition, newest first', async () => {
    const whole = await owner.call(operations.listActivity, { params, query: { limit: 200 } });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const page = await owner.call(operations.listActivity, { params, query });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(5);
    const times = whole.items.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('a cursor that no page gave out is refused', async () => {
    const query = { cursor: 'bm9uc2Vuc2U' };
    expect(await owner.refused(operations.listActivity, { params, query })).toMatchObject({ status: 400, fields: [{ path: 'cursor' }] });
    expect(await owner.refused(operations.listAudit, { params, query })).toMatchObject({ status: 400 });
  });

  test('nothing was executed yet', async () => {
    expect(await owner.call(operations.listAudit, { params })).toEqual({ items: [], next: null });
  });
});
