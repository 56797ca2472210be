/** Drafts are never overwritten unseen, names are unique, limits are named, and what belongs to another workspace does not exist. */
import { MAX_SQL_LENGTH, operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';

const workspace = 'demo';
let api: TestApi;
let owner: Client;

beforeAll(async () => {
  api = await startApi();
  owner = await api.owner();
});
afterAll(() => api?.close());

const create = (name: string, sqlText = 'SELECT 1') =>
  owner.call(operations.createProcedure, { params: { workspace }, body: { name, sqlText } });

test('a save over an old revision is a conflict that shows the newer draft', async () => {
  const { id } = await create('Conflict');
  const params = { workspace, procedure: id };
  const saved = await owner.call(operations.saveDraft, { params, body: { text: 'SELECT 2', revision: 1 } });
  expect(saved).toMatchObject({ revision: 2, text: 'SELECT 2', savedBy: { name: 'Olive Owner' } });
  const conflict = await owner.refused(operations.saveDraft, { params, body: { text: 'SELECT 3', revision: 1 } });
  expect(conflict).toMatchObject({ status: 409, code: 'stale-draft', current: { text: 'SELECT 2', revision: 2, savedBy: 'Olive Owner' } });
  const same = await owner.call(operations.saveDraft, { params, body: { text: 'SELECT 2', revision: 2 } });
  expect(same.revision).toBe(2);
});

test('of twenty saves at once over the same revision one wins', async () => {
  const { id } = await create('Race');
  const params = { workspace, procedure: id };
  const texts = Array.from({ length: 20 }, (_, index) => `SELECT ${index}`);
  const responses = await Promise.all(texts.map((text) => owner.send(operations.saveDraft, { params, body: { text, revision: 1 } })));
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(responses.filter(({ status }) => status === 409)).toHaveLength(19);
});

test('the last fifty saves can be read again', async () => {
  const { id } = await create('History', 'SELECT 0');
  const params = { workspace, procedure: id };
  for (let revision = 1; revision <= 52; revision++) {
    await owner.call(operations.saveDraft, { params, body: { text: `SELECT ${revision}`, revision } });
  }
  const history = await owner.call(operations.draftHistory, { params });
  expect([history.length, history[0]?.revision, history.at(-1)?.revision]).toEqual([50, 53, 4]);
  expect(await owner.call(operations.draftSave, { params: { ...params, revision: 4 } })).toMatchObject({ text: 'SELECT 3', length: 8 });
  expect(await owner.refused(operations.draftSave, { params: { ...params, revision: 3 } })).toMatchObject({ status: 404 });
});

test('names are unique without regard to case; a rename takes the header of the draft along', async () => {
  const { id } = await create('Taken', 'CREATE PROC dbo.Taken AS SELECT 1');
  const body = { name: 'TAKEN' };
  expect(await owner.refused(operations.createProcedure, { params: { workspace }, body })).toMatchObject({
    status: 409,
    code: 'name-taken',
  });
  const renamed = await owner.call(operations.updateProcedure, { params: { workspace, procedure: id }, body: { name: 'Given' } });
  expect(renamed).toMatchObject({ name: 'Given', draft: { text: 'CREATE PROC [dbo].[Given] AS SELECT 1', revision: 2 } });
  const other = await create('Other');
  const clash = await owner.refused(operations.updateProcedure, { params: { workspace, procedure: other.id }, body: { name: 'given' } });
  expect(clash).toMatchObject({ code: 'name-taken' });
});

test('a text over the limit is refused with the limit', async () => {
  const { id } = await create('Long');
  const text = 'x'.repeat(MAX_SQL_LENGTH + 1);
  const refusal = await owner.refused(operations.saveDraft, { params: { workspace, procedure: id }, body: { text, revision: 1 } });
  expect(refusal).toMatchObject({ status: 413, code: 'too-large' });
  expect(refusal.message).toContain('5,000,000');
});

test('lists are filtered, searched and paged', async () => {
  const category = await owner.call(operations.createCategory, { params: { workspace }, body: { name: 'Listed' } });
  for (const name of ['List_a', 'List%b', 'Listxc']) {
    await owner.call(operations.createProcedure, { params: { workspace }, body: { schema: 'z', name, categoryId: category.id } });
  }
  const names = async (query: Record<string, string | number>) =>
    (await owner.call(operations.listProcedures, { params: { workspace }, query })).items.map(({ name }) => name);
  expect(await names({ search: 'z.LIST' })).toEqual(['List%b', 'List_a', 'Listxc']);
  expect(await names({ search: 'list_' })).toEqual(['List_a']);
  expect(await names({ categoryId: category.id, status: 'published' })).toEqual([]);
  const first = await owner.call(operations.listProcedures, { params: { workspace }, query: { categoryId: category.id, limit: 2 } });
  expect(first.next).not.toBeNull();
  expect(await names({ categoryId: category.id, limit: 2, cursor: first.next ?? '' })).toEqual(['Listxc']);
});

test('a template fills in the name; what another workspace has does not exist', async () => {
  const template = await owner.call(operations.createTemplate, {
    params: { workspace },
    body: { name: 'T', sqlText: 'CREATE PROC [{{schema}}].[{{name}}] AS SELECT 1' },
  });
  const made = await owner.call(operations.createProcedure, { params: { workspace }, body: { name: 'Made', templateId: template.id } });
  expect(made.draft?.text).toBe('CREATE PROC [dbo].[Made] AS SELECT 1');
  const other = await owner.call(operations.createWorkspace, { body: { name: 'Second' } });
  const params = { workspace: other.slug, procedure: made.id };
  for (const row of [
    operations.getProcedure,
    operations.draftHistory,
    operations.listVersions,
    operations.moveToDraft,
    operations.listPresets,
  ]) {
    expect(await owner.refused(row, { params })).toMatchObject({ status: 404 });
  }
  expect(await owner.refused(operations.saveDraft, { params, body: { text: 'x', revision: 1 } })).toMatchObject({ status: 404 });
  expect(await owner.refused(operations.deleteProcedure, { params })).toMatchObject({ status: 404 });
  const body = { name: 'Stolen', templateId: template.id };
  expect(await owner.refused(operations.createProcedure, { params: { workspace: other.slug }, body })).toMatchObject({ status: 400 });
});

test("presets are one's own or shared, and never hold a secret", async () => {
  const { id } = await create('Preset');
  const params = { workspace, procedure: id };
  const body = { name: 'Usual', parameters: { '@a': '1', '@password': 'hunter2' }, shared: true };
  const preset = await owner.call(operations.createPreset, { params, body });
  expect(preset.parameters).toEqual({ '@a': '1' });
  expect(await owner.refused(operations.createPreset, { params, body: { ...body, name: 'usual' } })).toMatchObject({ code: 'name-taken' });
  const changed = await owner.call(operations.updatePreset, { params: { ...params, preset: preset.id }, body: { name: 'Rare' } });
  expect(changed).toMatchObject({ name: 'Rare', shared: true, parameters: { '@a': '1' } });
  await owner.call(operations.deletePreset, { params: { ...params, preset: preset.id } });
  expect(await owner.call(operations.listPresets, { params })).toEqual([]);
});

test('a draft that was never published is neither discarded nor executed; without an environment nothing is published', async () => {
  const { id } = await create('Lonely');
  const params = { workspace, procedure: id };
  expect(await owner.refused(operations.discardDraft, { params })).toMatchObject({ status: 409, code: 'not-published' });
  expect(await owner.refused(operations.publish, { params, body: { revision: 1 } })).toMatchObject({ status: 409, code: 'no-environment' });
  expect(await owner.call(operations.validate, { params, body: {} })).toMatchObject({
    valid: true,
    environment: expect.stringContaining('no environment') as string,
  });
});
