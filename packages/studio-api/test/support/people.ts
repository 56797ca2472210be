/** People of a workspace, made as people are: invited by the owner, registered with the link. */
import { operations, type Role } from '@sprocket/studio-contract';
import type { TestApi } from './api.ts';
import type { Client } from './client.ts';

let counter = 0;

/** Somebody with a role in a workspace whose owner is given. */
export async function join(api: TestApi, owner: Client, workspace: string, role: Role): Promise<Client> {
  counter += 1;
  const email = `${role}${counter}@example.org`;
  const invited = role === 'owner' ? 'admin' : role;
  const { link } = await owner.call(operations.invite, { params: { workspace }, body: { email, role: invited } });
  const somebody = await api.client().register(email, `${role} ${counter}`, tokenOf(link));
  if (role === 'owner') {
    const { user } = await somebody.session();
    await owner.call(operations.updateMember, { params: { workspace, user: user?.id ?? '' }, body: { role } });
  }
  return somebody;
}

/** Somebody who owns another workspace and has nothing to do with `demo`. */
export async function stranger(api: TestApi): Promise<Client> {
  const owner = await api.owner();
  counter += 1;
  const workspace = `elsewhere-${counter}`;
  await owner.call(operations.createWorkspace, { body: { name: 'Elsewhere', slug: workspace } });
  const somebody = await join(api, owner, workspace, 'owner');
  return somebody;
}

export function tokenOf(link: string): string {
  return link.split('/').at(-1) ?? '';
}
