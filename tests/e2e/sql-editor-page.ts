/** What a person does in the SQL Editor, by the names that they read: the vocabulary of its journeys. */
import type { Locator, Page } from 'playwright-core';

export interface SqlEditorPage {
  readonly page: Page;
  readonly goto: () => Promise<void>;
  /** Creates a procedure and waits until its draft is open. */
  readonly create: (name: string) => Promise<void>;
  readonly open: (name: string) => Promise<void>;
  /** Replaces the whole text as a paste does. */
  readonly paste: (text: string) => Promise<void>;
  readonly saved: () => Promise<void>;
  readonly moveToDraft: () => Promise<void>;
  /** Publishes the draft in front; resolves when the dialog has closed. */
  readonly publish: () => Promise<void>;
  /** Opens the dialog of publishing and waits for its comparison. */
  readonly openPublish: () => Promise<Locator>;
  readonly messages: () => Promise<Locator>;
  readonly explorerItem: (name: string) => Locator;
  readonly text: () => Locator;
}

export function sqlEditor(page: Page, address: string): SqlEditorPage {
  const dialog = page.getByRole('dialog');
  const text = () => page.locator('.monaco-editor .view-lines').first();
  const saved = () => page.getByText('Saved', { exact: true }).waitFor();
  const loaded = () => page.locator('.monaco-editor .view-line').first().waitFor();
  const explorerItem = (name: string) => page.getByRole('treeitem').filter({ hasText: name }).first();
  const openPublish = async () => {
    await page.keyboard.press('Control+Shift+Enter');
    await dialog.getByText('After publishing').waitFor();
    return dialog;
  };
  return {
    page,
    text,
    saved,
    explorerItem,
    openPublish,
    goto: async () => {
      await page.goto(`${address}/c/demo/sql-editor`);
      await page.getByRole('navigation', { name: 'Procedures', exact: true }).waitFor();
    },
    create: async (name) => {
      await page.getByRole('button', { name: 'New procedure' }).first().click();
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByRole('button', { name: 'Create' }).click();
      await dialog.waitFor({ state: 'detached' });
      await loaded();
      await saved();
    },
    open: async (name) => {
      await page.getByRole('searchbox', { name: 'Filter procedures' }).fill(name);
      await explorerItem(name).click();
      await page.getByRole('searchbox', { name: 'Filter procedures' }).fill('');
      await loaded();
    },
    paste: async (sql) => {
      await text().click();
      await page.keyboard.press('Control+a');
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(sql)})`);
      await page.keyboard.press('Control+v');
    },
    moveToDraft: async () => {
      await page.getByRole('button', { name: 'Move to Draft' }).first().click();
      await saved();
    },
    publish: async () => {
      await openPublish();
      await dialog.getByRole('button', { name: 'Publish' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    messages: async () => {
      await page.getByRole('tab', { name: /^Messages/ }).click();
      return page.getByRole('region', { name: 'Messages' });
    },
  };
}
