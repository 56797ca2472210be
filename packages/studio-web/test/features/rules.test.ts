import type { Environment, Member, Role } from '@sprocket/studio-contract';
import { describe, expect, it } from 'vitest';
import { RedirectSearch } from '../../src/app/search.ts';
import { parameterText } from '../../src/features/audit/parameter-text.ts';
import { AuditSearch, dayOf, endOfDay, startOfDay } from '../../src/features/audit/search.ts';
import { changeOf, EnvironmentForm, formOf, newEnvironment } from '../../src/features/environments/environment-form.ts';
import { memberAbilities } from '../../src/features/members/abilities.ts';
import { NewWorkspace, suggestSlug } from '../../src/features/settings/slug.ts';
import { lacking } from '../../src/session/workspace.tsx';

const member = (role: Role, name: string = role): Member => ({
  userId: `00000000-0000-4000-8000-${name.padEnd(12, '0').replace(/[^0-9a-f]/g, '0')}`,
  name,
  email: `${name}@example.org`,
  role,
  joinedAt: '2026-11-21T05:00:00.000Z',
});

describe('what a role lacks', () => {
  it('names the role that is needed', () => {
    expect(lacking('author', 'admin')).toBe('Needs the role Admin or a higher one');
    expect(lacking('admin', 'owner')).toBe('Needs the role Owner');
    expect(lacking('owner', 'admin')).toBeUndefined();
  });
});

describe('members', () => {
  const owner = member('owner');
  const author = member('author');

  it('are changed by admins, owners by owners alone', () => {
    expect(memberAbilities('member', author, [owner, author]).changeRole).toBe('Needs the role Admin or a higher one');
    expect(memberAbilities('admin', author, [owner, author])).toEqual({
      changeRole: undefined,
      remove: undefined,
      roles: ['member', 'author', 'admin'],
    });
    expect(memberAbilities('admin', owner, [owner, member('owner', 'b')]).remove).toBe('Needs the role Owner');
    expect(memberAbilities('owner', author, [owner, author]).roles).toContain('owner');
  });

  it('keep their last owner', () => {
    expect(memberAbilities('owner', owner, [owner, author]).remove).toBe('A workspace keeps at least one owner');
    expect(memberAbilities('owner', owner, [owner, member('owner', 'b')]).remove).toBeUndefined();
  });
});

describe("an environment's form", () => {
  const stored: Environment = {
    ...EnvironmentForm.omit({ password: true }).parse({ ...newEnvironment, name: 'S', host: 'h', database: 'd', login: 'l' }),
    id: '4b0c5f3e-9a52-4d57-8f0e-0a3a0a7c7c11',
    managed: false,
    isCurrent: true,
    updatedAt: '2026-11-21T05:00:00.000Z',
  };

  it('never shows a password, and sends one only when it was typed', () => {
    const form = EnvironmentForm.parse(formOf(stored));
    expect(form.password).toBe('');
    expect(changeOf(form)).not.toHaveProperty('password');
    expect(changeOf({ ...form, password: 'p' })).toHaveProperty('password', 'p');
    expect(changeOf(form)).not.toHaveProperty('id');
  });

  it('refuses a port that is none', () => {
    expect(EnvironmentForm.safeParse({ ...formOf(stored), port: Number.NaN }).error?.issues[0]?.message).toBe('must be a whole number');
    expect(EnvironmentForm.safeParse({ ...formOf(stored), port: 70_000 }).success).toBe(false);
  });
});

describe('addresses', () => {
  it('are suggested from the name', () => {
    expect(suggestSlug('  Équipe Facturation (2026) ')).toBe('equipe-facturation-2026');
    expect(NewWorkspace.safeParse({ name: 'x', slug: '' }).success).toBe(true);
    expect(NewWorkspace.safeParse({ name: 'x', slug: 'Not So' }).success).toBe(false);
  });

  it('lead back after a login only inside this application', () => {
    expect(RedirectSearch.parse({ redirect: '/c/demo/members?x=1' })).toEqual({ redirect: '/c/demo/members?x=1' });
    for (const redirect of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])
      expect(RedirectSearch.parse({ redirect })).toEqual({ redirect: undefined });
  });
});

describe("the audit's filters", () => {
  it('cover whole days in the time zone of the person', () => {
    const from = startOfDay('2026-03-01');
    const to = endOfDay('2026-03-01');
    expect(dayOf(from)).toBe('2026-03-01');
    expect(dayOf(to)).toBe('2026-03-01');
    expect(new Date(to ?? '').getTime() - new Date(from ?? '').getTime()).toBe(86_400_000 - 1);
    expect([startOfDay(''), dayOf(undefined)]).toEqual([undefined, '']);
  });

  it('leave out what makes no sense', () => {
    expect(AuditSearch.parse({ status: 'failed', procedure: 'x', from: 'yesterday' })).toEqual({
      status: 'failed',
      procedure: undefined,
      from: undefined,
    });
  });

  it('write parameters on one line', () => {
    expect(parameterText({ '@a': '5', '@b': null, '@list': [['1'], ['2']] })).toBe('@a = 5, @b = NULL, @list = 2 rows');
  });
});
