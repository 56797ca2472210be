/** Presets: parameter values under a name, one's own or shared with the workspace. Values of secrets are never kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { ParameterValues, Preset } from '@sprocket/studio-contract';
import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { violatedUnique } from '../database/errors.ts';
import { presets, users } from '../database/schema/schema.ts';
import { notFound, problem } from '../http/problem.ts';
import { ProcedureReader } from '../procedures/procedure-reader.ts';
import { DATABASE } from '../tokens.ts';
import { withoutSecrets } from './sensitive.ts';

export interface PresetPlace {
  readonly workspaceId: string;
  readonly procedureId: string;
  readonly userId: string;
}

export interface PresetChange {
  readonly name?: string | undefined;
  readonly parameters?: ParameterValues | undefined;
  readonly shared?: boolean | undefined;
}

@Injectable()
export class PresetsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly procedures: ProcedureReader,
  ) {}

  async list(place: PresetPlace): Promise<Preset[]> {
    await this.procedures.get(this.database, place.workspaceId, place.procedureId);
    const rows = await this.select()
      .where(and(ofProcedure(place), or(eq(presets.ownerId, place.userId), eq(presets.shared, true))))
      .orderBy(asc(sql`lower(${presets.name})`));
    return rows.map(present);
  }

  async create(
    place: PresetPlace,
    { name, parameters, shared }: { name: string; parameters: ParameterValues; shared: boolean },
  ): Promise<Preset> {
    const { workspaceId, procedureId, userId } = place;
    await this.procedures.get(this.database, workspaceId, procedureId);
    const values = { workspaceId, procedureId, ownerId: userId, name, parameters: withoutSecrets(parameters), shared };
    const [row] = await naming(name, () => this.database.insert(presets).values(values).returning({ id: presets.id }));
    return this.get(place, row?.id ?? '');
  }

  async update(place: PresetPlace, id: string, { name, parameters, shared }: PresetChange): Promise<Preset> {
    const values = {
      ...(name === undefined ? {} : { name }),
      ...(shared === undefined ? {} : { shared }),
      ...(parameters === undefined ? {} : { parameters: withoutSecrets(parameters) }),
      updatedAt: new Date(),
    };
    const rows = await naming(name ?? '', () =>
      this.database.update(presets).set(values).where(own(place, id)).returning({ id: presets.id }),
    );
    if (rows.length === 0) throw notFound();
    return this.get(place, id);
  }

  async remove(place: PresetPlace, id: string): Promise<void> {
    const rows = await this.database.delete(presets).where(own(place, id)).returning({ id: presets.id });
    if (rows.length === 0) throw notFound();
  }

  private async get(place: PresetPlace, id: string): Promise<Preset> {
    const [row] = await this.select().where(own(place, id));
    if (row === undefined) throw notFound();
    return present(row);
  }

  private select() {
    return this.database
      .select({ preset: presets, owner: { id: users.id, name: users.name } })
      .from(presets)
      .innerJoin(users, eq(users.id, presets.ownerId))
      .$dynamic();
  }
}

const ofProcedure = ({ workspaceId, procedureId }: PresetPlace) =>
  and(eq(presets.workspaceId, workspaceId), eq(presets.procedureId, procedureId));

/** Others' presets can be used when they are shared, and never changed. */
const own = (place: PresetPlace, id: string) => and(ofProcedure(place), eq(presets.ownerId, place.userId), eq(presets.id, id));

function present({ preset, owner }: { preset: typeof presets.$inferSelect; owner: Preset['owner'] }): Preset {
  const { id, name, parameters, shared, updatedAt } = preset;
  return { id, name, parameters, shared, owner, updatedAt: updatedAt.toISOString() };
}

async function naming<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'presets_name') throw problem('name-taken', `You have a preset ${name} already.`);
    throw error;
  }
}
