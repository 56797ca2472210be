/** Procedures, drafts and versions in the shapes of the contract, with what the caller may do now. */
import { type Draft, type Procedure, type ProcedureSummary, type Role, roleAllows, type Version } from '@sprocket/studio-contract';
import type { ListedProcedure, LoadedProcedure } from './procedure-store.ts';

export function presentSummary({ procedure, creator, hasDraft, publishedAt }: ListedProcedure): ProcedureSummary {
  const { id, schema, name, categoryId, publishedVersion, updatedAt } = procedure;
  return {
    id,
    schema,
    name,
    status: publishedVersion !== null && !hasDraft ? 'published' : 'draft',
    badge: publishedVersion === null ? 'draft' : hasDraft ? 'published-draft-pending' : 'published',
    categoryId,
    publishedVersion,
    publishedAt: publishedAt?.toISOString() ?? null,
    createdBy: creator,
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentProcedure(loaded: LoadedProcedure, role: Role): Procedure {
  const { draft, published, procedure } = loaded;
  return {
    ...presentSummary(loaded),
    createdAt: procedure.createdAt.toISOString(),
    draft: draft === undefined ? null : presentDraft(draft),
    published:
      published === undefined
        ? null
        : {
            version: published.version,
            text: published.sqlText,
            publishedAt: published.createdAt.toISOString(),
            publishedBy: published.person,
            parameters: [...published.parameters],
          },
    can: abilities(loaded, role),
  };
}

export function presentDraft({ text, revision, savedAt, person }: NonNullable<LoadedProcedure['draft']>): Draft {
  return { text, revision, savedAt: savedAt.toISOString(), savedBy: person };
}

export function presentVersion(version: NonNullable<LoadedProcedure['published']>, current: number | null): Version {
  const { id, source, name, person, createdAt } = version;
  return {
    id,
    version: version.version,
    source,
    name,
    createdBy: person,
    createdAt: createdAt.toISOString(),
    isCurrent: version.version === current,
  };
}

function abilities({ hasDraft, procedure }: ListedProcedure, role: Role): Procedure['can'] {
  const author = roleAllows(role, 'author');
  const published = procedure.publishedVersion !== null;
  return { edit: author, publish: author && hasDraft, execute: published, rollback: author && published, delete: author };
}
