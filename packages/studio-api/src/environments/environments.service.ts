/**
 * The environments of a workspace: what is stored of them, and the way to a connection. Credentials come in, are sealed under the environment's id,
 * and are opened only on the way to the driver.
 */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Environment, EnvironmentBadge, EnvironmentCheck, EnvironmentSettings } from '@sprocket/studio-contract';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { ActivityService } from '../audit/activity.service.ts';
import type { Database, Queries } from '../database/database.ts';
import { violatedUnique } from '../database/errors.ts';
import { environments, workspaces } from '../database/schema/schema.ts';
import type { WorkspaceContext } from '../http/call.ts';
import { badField, notFound, problem } from '../http/problem.ts';
import { CONFIGURATION, type Configuration, DATABASE, SECRETS, type Secrets } from '../tokens.ts';
import { CatalogCache } from './catalog/cache.ts';
import { type ReadCatalog, readCatalog } from './catalog/read.ts';
import { checkSession, checkSettings } from './check.ts';
import { EnvironmentUnreachable } from './failures.ts';
import { type ConnectionSettings, PoolRegistry } from './pools.ts';
import { reporting } from './problems.ts';
import type { SqlSession } from './session.ts';

export type EnvironmentRow = typeof environments.$inferSelect;
type Settings = EnvironmentSettings & { readonly password: string };
type Change = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** Settings of a managed environment that are its workspace's own. */
const OWN_OF_MANAGED: ReadonlySet<string> = new Set(['name', 'colour', 'timeoutSeconds', 'rowLimit']);

@Injectable()
export class EnvironmentsService implements OnApplicationShutdown {
  private readonly pools = new PoolRegistry();
  private readonly catalogs = new CatalogCache();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(SECRETS) private readonly secrets: Secrets,
    private readonly activity: ActivityService,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pools.closeAll();
  }

  async list(workspace: WorkspaceContext): Promise<Environment[]> {
    const rows = await this.database
      .select()
      .from(environments)
      .where(eq(environments.workspaceId, workspace.id))
      .orderBy(asc(sql`lower(${environments.name})`));
    return rows.map((row) => this.present(row, workspace.environmentId));
  }

  async badge(workspace: WorkspaceContext): Promise<EnvironmentBadge | null> {
    const row = await this.findCurrent(workspace);
    if (row === undefined) return null;
    const { id, name, colour, timeoutSeconds, rowLimit } = row;
    return { id, name, database: this.settings(row).database, colour, timeoutSeconds, rowLimit };
  }

  async create(workspace: WorkspaceContext, actorId: string, input: Settings): Promise<Environment> {
    const { password, ...settings } = input;
    const id = crypto.randomUUID();
    return this.naming(settings.name, () =>
      this.database.transaction(async (tx) => {
        const passwordSealed = this.secrets.seal(password, id);
        const [row] = await tx
          .insert(environments)
          .values({ ...settings, id, workspaceId: workspace.id, passwordSealed })
          .returning();
        const chosen = await tx
          .update(workspaces)
          .set({ environmentId: id })
          .where(and(eq(workspaces.id, workspace.id), isNull(workspaces.environmentId)))
          .returning();
        await this.record(tx, workspace, actorId, 'environment-created', settings.name);
        return this.present(must(row), chosen.length > 0 ? id : workspace.environmentId);
      }),
    );
  }

  async update(workspace: WorkspaceContext, actorId: string, id: string, change: Change): Promise<Environment> {
    const row = await this.get(workspace.id, id);
    const values = this.changedValues(row, change);
    const updated = await this.naming(change.name ?? row.name, () =>
      this.database.transaction(async (tx) => {
        const [after] = await tx
          .update(environments)
          .set({ ...values, revision: sql`${environments.revision} + 1`, updatedAt: new Date() })
          .where(and(eq(environments.workspaceId, workspace.id), eq(environments.id, id)))
          .returning();
        await this.record(
          tx,
          workspace,
          actorId,
          'environment-changed',
          after?.name ?? row.name,
          Object.keys(values).map(label).join(', '),
        );
        return must(after);
      }),
    );
    this.pools.forget(id);
    this.catalogs.drop(id);
    return this.present(updated, workspace.environmentId);
  }

  async remove(workspace: WorkspaceContext, actorId: string, id: string): Promise<void> {
    const row = await this.get(workspace.id, id);
    if (workspace.environmentId === id) throw problem('in-use', `${row.name} is the environment in use. Choose another one first.`);
    await this.database.transaction(async (tx) => {
      await tx.delete(environments).where(and(eq(environments.workspaceId, workspace.id), eq(environments.id, id)));
      await this.record(tx, workspace, actorId, 'environment-deleted', row.name);
    });
    this.pools.forget(id);
    this.catalogs.drop(id);
  }

  /** Connects outside the pool, so that what is tested is a login. */
  async test(workspaceId: string, id: string): Promise<EnvironmentCheck> {
    const row = await this.get(workspaceId, id);
    return checkSettings(() => this.settings(row));
  }

  async testSettings(
    workspaceId: string,
    input: EnvironmentSettings & { password?: string | undefined; environmentId?: string | undefined },
  ) {
    const { password } = input;
    if (password !== undefined) return checkSettings(() => ({ ...input, password }));
    if (input.environmentId === undefined) throw badField('password', 'enter the password');
    const row = await this.get(workspaceId, input.environmentId);
    mustRepeatPassword(row, input);
    return checkSettings(() => ({ ...input, password: this.settings(row).password }));
  }

  async health(workspace: WorkspaceContext): Promise<EnvironmentCheck> {
    const row = await this.current(workspace);
    return checkSession(() => this.session(row));
  }

  /** The environment in use. Throws `no-environment`. */
  async current(workspace: Pick<WorkspaceContext, 'id' | 'environmentId'>): Promise<EnvironmentRow> {
    const row = await this.findCurrent(workspace);
    if (row === undefined) throw problem('no-environment', 'The workspace has no environment yet. An admin can add one.');
    return row;
  }

  /** The name of the database that it stands for, which a managed one takes from the installation. */
  databaseOf(row: EnvironmentRow): string {
    return row.managed ? (this.configuration.managed?.database ?? row.database) : row.database;
  }

  /** A session of its pool: to be released or destroyed by the caller. Throws EnvironmentUnreachable. */
  async session(row: EnvironmentRow): Promise<SqlSession> {
    return this.pools.session(row, this.settings(row));
  }

  /** Runs `work` with a session. Throws EnvironmentUnreachable and EnvironmentRefused. */
  async use<T>(row: EnvironmentRow, work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.pools.use(row, this.settings(row), work);
  }

  /** Throws EnvironmentUnreachable and EnvironmentRefused. */
  async catalog(row: EnvironmentRow, refresh = false): Promise<ReadCatalog> {
    return this.catalogs.get(row, refresh, (defaults) => this.use(row, (session) => readCatalog(session, defaults)));
  }

  /** Something was deployed: what was read of the catalog is old. */
  catalogChanged(row: EnvironmentRow): void {
    this.catalogs.forget(row.id);
  }

  /** As `use`, for callers that answer a request: failures become problems. */
  async ask<T>(row: EnvironmentRow, work: (session: SqlSession) => Promise<T>): Promise<T> {
    return reporting(() => this.use(row, work));
  }

  private async findCurrent({ id, environmentId }: Pick<WorkspaceContext, 'id' | 'environmentId'>): Promise<EnvironmentRow | undefined> {
    return environmentId === null ? undefined : this.find(id, environmentId);
  }

  private async find(workspaceId: string, id: string): Promise<EnvironmentRow | undefined> {
    const [row] = await this.database
      .select()
      .from(environments)
      .where(and(eq(environments.workspaceId, workspaceId), eq(environments.id, id)));
    return row;
  }

  private async get(workspaceId: string, id: string): Promise<EnvironmentRow> {
    const row = await this.find(workspaceId, id);
    if (row === undefined) throw notFound();
    return row;
  }

  /** Throws EnvironmentUnreachable when there is nothing to connect to. */
  private settings(row: EnvironmentRow): ConnectionSettings {
    if (row.managed) return this.managedSettings();
    const { host, port, database, login, encrypt, trustServerCertificate, passwordSealed } = row;
    const password = passwordSealed === null ? '' : this.openPassword(passwordSealed, row.id);
    return { host, port, database, login, password, encrypt, trustServerCertificate };
  }

  private managedSettings(): ConnectionSettings {
    const { managed } = this.configuration;
    if (managed === undefined) throw new EnvironmentUnreachable('unreachable', 'This installation was started without its own server.');
    // Its certificate is its own, and the way to it does not leave the machine.
    return { ...managed, trustServerCertificate: true };
  }

  private openPassword(sealed: string, id: string): string {
    try {
      return this.secrets.open(sealed, id);
    } catch (cause) {
      const message = 'The stored password cannot be read with the key of this installation. Enter it again.';
      throw new EnvironmentUnreachable('login-failed', message, { cause });
    }
  }

  private changedValues(row: EnvironmentRow, { password, ...change }: Change) {
    const given = Object.entries(change).filter(([key, value]) => value !== undefined && value !== row[key as keyof EnvironmentRow]);
    if (!row.managed) {
      if (password === undefined) mustRepeatPassword(row, change);
      return { ...Object.fromEntries(given), ...(password === undefined ? {} : { passwordSealed: this.secrets.seal(password, row.id) }) };
    }
    return Object.fromEntries(given.filter(([key]) => OWN_OF_MANAGED.has(key)));
  }

  private present(row: EnvironmentRow, currentId: string | null): Environment {
    const { workspaceId, passwordSealed, revision, createdAt, updatedAt, ...rest } = row;
    const { managed } = this.configuration;
    const address =
      row.managed && managed !== undefined
        ? { host: managed.host, port: managed.port, database: managed.database, login: managed.login }
        : {};
    return { ...rest, ...address, isCurrent: row.id === currentId, updatedAt: updatedAt.toISOString() };
  }

  private async record(
    tx: Queries,
    workspace: WorkspaceContext,
    actorId: string,
    kind: 'environment-created' | 'environment-changed' | 'environment-deleted',
    subject: string,
    detail = '',
  ): Promise<void> {
    await this.activity.record(tx, { workspaceId: workspace.id, actorId, kind, subject, detail });
  }

  private async naming<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedUnique(error) === 'environments_name') throw problem('name-taken', `An environment ${name} exists already.`);
      throw error;
    }
  }
}

/** A stored password is sent to the server that it was entered for, and to no other. */
function mustRepeatPassword(row: EnvironmentRow, { host = row.host, port = row.port }: Change): void {
  if (host !== row.host || port !== row.port) throw badField('password', 'enter the password again for another server');
}

const label = (key: string) => (key === 'passwordSealed' ? 'password' : key);

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a row that was just written is not there');
  return value;
}
