/** What happened, in words. */
import type { Activity } from '@sprocket/studio-contract';

export const activityNames: Readonly<Record<Activity['kind'], string>> = {
  'procedure-created': 'Procedure created',
  'procedure-deleted': 'Procedure deleted',
  'procedure-renamed': 'Procedure renamed',
  'moved-to-draft': 'Moved to draft',
  'draft-discarded': 'Draft discarded',
  published: 'Published',
  'publish-failed': 'Publishing failed',
  'rolled-back': 'Rolled back',
  imported: 'Imported',
  'member-joined': 'Member joined',
  'member-role-changed': 'Role changed',
  'member-removed': 'Member removed',
  'environment-created': 'Environment added',
  'environment-changed': 'Environment changed',
  'environment-deleted': 'Environment removed',
  'category-changed': 'Category changed',
  'template-changed': 'Template changed',
  'lint-changed': 'Lint rule changed',
  'workspace-changed': 'Workspace changed',
};
