/** The operations on presets. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { type PresetPlace, PresetsService } from './presets.service.ts';

type Call<Name extends keyof typeof operations> = WorkspaceCall<(typeof operations)[Name]>;

@Controller()
export class PresetsController {
  constructor(private readonly presets: PresetsService) {}

  @Operation(operations.listPresets)
  listPresets(@Input() call: Call<'listPresets'>) {
    return this.presets.list(placeOf(call));
  }

  @Operation(operations.createPreset)
  createPreset(@Input() call: Call<'createPreset'>) {
    return this.presets.create(placeOf(call), call.body);
  }

  @Operation(operations.updatePreset)
  updatePreset(@Input() call: Call<'updatePreset'>) {
    return this.presets.update(placeOf(call), call.params.preset, call.body);
  }

  @Operation(operations.deletePreset)
  async deletePreset(@Input() call: Call<'deletePreset'>) {
    await this.presets.remove(placeOf(call), call.params.preset);
  }
}

function placeOf({ workspace, user, params }: Pick<Call<'listPresets'>, 'workspace' | 'user' | 'params'>): PresetPlace {
  return { workspaceId: workspace.id, procedureId: params.procedure, userId: user.id };
}
