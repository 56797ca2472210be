/** Journeys through everything around the editor: the first account, the shell, invitations and roles, environments, the lists, an expired session. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Account,
  describeInBrowser,
  type Installation,
  logIn,
  OWNER,
  openBrowser,
  type Person,
  picture,
  registerFirst,
  START_TIMEOUT,
  seriousFindings,
  startInstallation,
} from './harness.ts';

const AUTHOR: Account = { name: 'Arthur Author', email: 'arthur@example.org', password: 'a silent lighthouse' };
const SCREENS = ['members', 'environments', 'categories', 'templates', 'lint-rules', 'audit', 'activity', 'settings'] as const;

describeInBrowser('the workbench around the editor', () => {
  let installation: Installation;
  let owner: Person;
  const at = (path: string) => `${installation.address}${path}`;
  const open = async (person: Person, path: string) => {
    await person.page.goto(at(path));
    await person.page.waitForLoadState('networkidle');
  };

  beforeAll(async () => {
    installation = await startInstallation();
    owner = await openBrowser(installation);
  }, START_TIMEOUT + 30_000);

  afterAll(async () => {
    await owner?.close();
    await installation?.stop();
  });

  it('explains the first account, tells what is missing, and lands in the SQL Editor of the demo workspace', async () => {
    const { page } = owner;
    await page.goto(at('/'));
    await page.getByRole('heading', { name: 'Create the first account' }).waitFor();
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('Must not be empty').waitFor();
    expect(await page.getByLabel('Email').getAttribute('aria-invalid')).toBe('true');
    await picture(page, 'register');
    expect(await seriousFindings(page)).toEqual([]);
    await registerFirst(page, installation.address);
    expect(new URL(page.url()).pathname).toBe('/c/demo/sql-editor');
  });

  it('collapses the sidebar in the SQL Editor and restores it on leaving', async () => {
    const { page } = owner;
    const sidebar = page.getByRole('navigation', { name: 'Application' });
    await open(owner, '/c/demo/sql-editor');
    expect(await sidebar.getAttribute('data-state')).toBe('collapsed');
    expect(await page.getByRole('link', { name: 'SQL Editor' }).getAttribute('aria-current')).toBe('page');
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
    expect(await sidebar.getAttribute('data-state')).toBe('open');
    expect(await page.getByRole('list', { name: 'SQL Tools' }).textContent()).toContain('SQL Editor');
    expect(await page.title()).toBe('Members · Demo · Sprocket');
    await page.keyboard.press('Control+b');
    expect(await sidebar.getAttribute('data-state')).toBe('collapsed');
    await page.getByRole('link', { name: 'SQL Editor' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    expect(await sidebar.getAttribute('data-state')).toBe('collapsed');
    await page.keyboard.press('Control+b');
  });

  it('answers an address that does not exist, and one of somebody else, in words', async () => {
    for (const path of ['/nowhere', '/c/somebody-else/members', '/c/demo/nothing']) {
      await open(owner, path);
      await owner.page.getByText('There is nothing at this address').waitFor();
    }
  });

  it.each([
    { width: 1440, theme: 'light' },
    { width: 1024, theme: 'dark' },
  ] as const)(
    'shows every screen at $width px, $theme, without a serious finding, and the page never scrolls',
    async ({ width, theme }) => {
      const viewer = await openBrowser(installation, { width, height: 768, theme });
      await logIn(viewer.page, installation.address, OWNER);
      for (const screen of [...SCREENS.map((name) => `/c/demo/${name}`), '/account', '/workspaces/new']) {
        await open(viewer, screen);
        await viewer.page.getByRole('heading', { level: 1 }).waitFor();
        await picture(viewer.page, `${screen.split('/').at(-1)}-${width}-${theme}`);
        expect(await seriousFindings(viewer.page), screen).toEqual([]);
        expect(await viewer.page.evaluate<number>('document.documentElement.scrollHeight - innerHeight'), screen).toBeLessThanOrEqual(0);
      }
      expect(viewer.problems).toEqual([]);
      await viewer.close();
    },
  );

  it('invites somebody by a link that is shown once; the role decides what they see', async () => {
    const { page } = owner;
    await open(owner, '/c/demo/members');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Email').fill(AUTHOR.email);
    await page.getByLabel('Role').selectOption('member');
    await page.getByRole('button', { name: 'Create invitation' }).click();
    const link = await page.getByLabel('Link of the invitation').inputValue();
    expect(link).toMatch(new RegExp(`^${installation.address}/invite/`));
    await picture(page, 'invitation-link');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('table', { name: 'Open invitations' }).getByText(AUTHOR.email).waitFor();

    const guest = await openBrowser(installation);
    await guest.page.goto(link);
    await guest.page.getByRole('heading', { name: 'Join Demo' }).waitFor();
    expect(await seriousFindings(guest.page)).toEqual([]);
    await guest.page.getByLabel('Your name').fill(AUTHOR.name);
    await guest.page.getByLabel('Password').fill(AUTHOR.password);
    await guest.page.getByRole('button', { name: 'Create account' }).click();
    await guest.page.waitForURL('**/c/demo/sql-editor**');

    await open(guest, '/c/demo/members');
    expect(await guest.page.getByRole('list', { name: 'Workspace' }).getByRole('link').allTextContents()).toEqual(['Members', 'Settings']);
    const invite = guest.page.getByRole('button', { name: 'Invite' });
    expect(await invite.getAttribute('aria-disabled')).toBe('true');
    await invite.hover();
    await guest.page.getByRole('tooltip').getByText('Needs the role Admin or a higher one').waitFor();
    await open(guest, '/c/demo/audit');
    await guest.page.getByText('Needs the role Author or a higher one').waitFor();

    await page.reload();
    await page.getByLabel(`Role of ${AUTHOR.name}`).selectOption('author');
    await page.getByText(`${AUTHOR.name} is now Author`, { exact: true }).waitFor();
    await open(guest, '/c/demo/audit');
    await guest.page.getByRole('heading', { name: 'Audit' }).waitFor();
    expect(guest.problems).toEqual([]);
    await guest.close();

    const late = await openBrowser(installation);
    await late.page.goto(link);
    await late.page.getByText('This invitation is not valid').waitFor();
    await late.close();
  });

  it('adds an environment after testing it, tells why another login is refused, makes it current and removes it', async () => {
    const { page } = owner;
    const { host, port, password } = installation.server;
    await open(owner, '/c/demo/environments');
    await page.getByRole('button', { name: 'Add environment' }).click();
    await page.getByLabel('Name').fill('Staging');
    await page.getByLabel('Host').fill(host);
    await page.getByLabel('Port').fill(String(port));
    await page.getByLabel('Database').fill('spokes');
    await page.getByLabel('Login').fill('sa');
    await page.getByLabel('Password').fill('wrong');
    await page.getByText('Trust any certificate').click();
    await page.getByRole('radio', { name: 'amber' }).click();
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText('The server answers, but refuses the login or its password.').waitFor();
    await picture(page, 'environment-refused');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText(/^Connected in/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add', exact: true }).click();

    const card = page.getByRole('list', { name: 'Environments' }).getByRole('listitem').filter({ hasText: 'Staging' });
    await card.getByRole('button', { name: 'Make current' }).click();
    await card.getByText('Current', { exact: true }).waitFor();
    const managed = page
      .getByRole('list', { name: 'Environments' })
      .getByRole('listitem')
      .filter({ hasText: 'Comes with this installation' });
    await managed.getByRole('button', { name: 'Make current' }).click();
    await managed.getByText('Current', { exact: true }).waitFor();
    await managed.getByRole('button', { name: /^Test/ }).click();
    await managed.getByText(/^Connected in/).waitFor();
    await card.getByRole('button', { name: 'Remove Staging' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
  });

  it('arranges categories by keyboard', async () => {
    const { page } = owner;
    await open(owner, '/c/demo/categories');
    for (const name of ['E2E first', 'E2E second']) {
      await page.getByRole('button', { name: 'Add category' }).click();
      await page.getByLabel('Name').fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name, exact: true }).waitFor();
    }
    await page.getByRole('button', { name: 'Move E2E second up' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () =>
        (await page.getByRole('row').allTextContents()).filter((row) => row.startsWith('E2E')).map((row) => row.slice(0, 10)),
      )
      .toEqual(['E2E second', 'E2E first0']);
  });

  it('keeps a template and the severity of a rule', async () => {
    const { page } = owner;
    await open(owner, '/c/demo/templates');
    await page.getByRole('button', { name: 'Add template' }).click();
    await page.getByLabel('Name').fill('With retry');
    await page.getByLabel('Category').selectOption({ label: 'E2E first' });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('row', { name: /With retry.*E2E first/ }).waitFor();
    await open(owner, '/c/demo/lint-rules');
    await page.getByLabel('Severity of SELECT *').selectOption('error');
    await page.waitForLoadState('networkidle');
    await page.reload();
    await expect.poll(() => page.getByLabel('Severity of SELECT *').inputValue()).toBe('error');
  });

  it('lists who changed what, and keeps the filter in the address', async () => {
    const { page } = owner;
    await open(owner, '/c/demo/activity');
    await page.getByLabel('Kind').selectOption('member-role-changed');
    await page
      .getByRole('row', { name: /Role changed/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('member-role-changed');
    await page.reload();
    await page
      .getByRole('row', { name: /Role changed/ })
      .first()
      .waitFor();
    expect(await page.getByLabel('Kind').inputValue()).toBe('member-role-changed');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page
      .getByRole('row', { name: /Template changed/ })
      .first()
      .waitFor();
  });

  it('audits an execution, filters by how it ended, and leads to the procedure', async () => {
    const { page } = owner;
    await execute(owner, 'TypesTour');
    await open(owner, '/c/demo/audit');
    await page.getByRole('row', { name: /demo\.TypesTour v1.*Olive Owner.*Succeeded/ }).waitFor();
    await page.getByLabel('Status').selectOption('failed');
    await page.getByText('No executions to show').waitFor();
    await page.getByLabel('Status').selectOption('succeeded');
    await page.getByRole('link', { name: 'demo.TypesTour' }).click();
    await page.waitForURL('**/c/demo/sql-editor?procedure=*');
  });

  it('asks for the login in place when the session has ended, and goes on with what was typed', async () => {
    const { page, context } = owner;
    await open(owner, '/c/demo/categories');
    await page.getByRole('button', { name: 'Add category' }).click();
    await page.getByLabel('Name').fill('Typed before');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Log in again' });
    await dialog.getByLabel('Password').fill('not the password');
    await dialog.getByRole('button', { name: 'Log in' }).click();
    await dialog.getByRole('alert').waitFor();
    await picture(page, 'log-in-again');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByLabel('Password').fill(OWNER.password);
    await dialog.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('cell', { name: 'Typed before', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/c/demo/categories');
  });

  it('makes a workspace, and deletes it once its name was typed', async () => {
    const { page } = owner;
    await open(owner, '/c/demo/members');
    await page.getByRole('button', { name: 'Workspace: Demo' }).click();
    await page.getByRole('menuitem', { name: 'New workspace…' }).click();
    await page.getByLabel('Name').fill('Short Lived');
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await page.waitForURL('**/c/short-lived/**');
    await open(owner, '/c/short-lived/settings');
    await page.getByRole('button', { name: 'Delete…' }).click();
    const act = page.getByRole('button', { name: 'Delete the workspace' });
    expect(await act.isDisabled()).toBe(true);
    await page.getByLabel('Type “Short Lived” to go on').fill('Short Lived');
    await act.click();
    await page.waitForURL('**/c/demo/**');
    await open(owner, '/c/short-lived/settings');
    await page.getByText('There is nothing at this address').waitFor();
  });

  it('changes the theme and the own name, and logs out', async () => {
    const { page } = owner;
    await open(owner, '/account');
    await page.getByLabel('Name', { exact: true }).fill('Olive O.');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByRole('button', { name: 'Account: Olive O.' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
    expect(await page.evaluate<boolean>(`document.documentElement.classList.contains('dark')`)).toBe(true);
    await page.getByRole('button', { name: 'Account: Olive O.' }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.goto(at('/c/demo/members'));
    await page.waitForURL('**/login?redirect=**');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
  });

  it('never threw, logged an error or asked another origin', () => expect(owner.problems).toEqual([]));
});

/** Executes a published procedure of the demo workspace as the person of the page. The demo's procedures may still be on their way. */
async function execute({ page }: Person, name: string): Promise<void> {
  const request = `(async () => {
    const { csrfToken } = await (await fetch('/api/auth/session')).json();
    const { items } = await (await fetch('/api/workspaces/demo/procedures')).json();
    const procedure = items.find((each) => each.name === '${name}' && each.publishedVersion !== null);
    if (procedure === undefined) return 'not published yet';
    const init = { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken }, body: '{"parameters":{}}' };
    return (await fetch('/api/workspaces/demo/procedures/' + procedure.id + '/executions', init)).text();
  })()`;
  await expect.poll(() => page.evaluate<string>(request), { timeout: 30_000, interval: 500 }).toContain('"status":"succeeded"');
}
