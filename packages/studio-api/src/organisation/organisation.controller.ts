/** Categories, templates and lint rules. */
import { Controller } from '@nestjs/common';
import { operations } from '@sprocket/studio-contract';
import type { WorkspaceCall } from '../http/call.ts';
import { Input, Operation } from '../http/operation.ts';
import { CategoriesService } from './categories.service.ts';
import { LintService } from './lint.service.ts';
import { TemplatesService } from './templates.service.ts';

@Controller()
export class OrganisationController {
  constructor(
    private readonly categories: CategoriesService,
    private readonly templates: TemplatesService,
    private readonly lint: LintService,
  ) {}

  @Operation(operations.listCategories)
  listCategories(@Input() { workspace }: WorkspaceCall<typeof operations.listCategories>) {
    return this.categories.list(workspace.id);
  }

  @Operation(operations.createCategory)
  createCategory(@Input() { workspace, user, body }: WorkspaceCall<typeof operations.createCategory>) {
    return this.categories.create(workspace, user, body);
  }

  @Operation(operations.updateCategory)
  updateCategory(@Input() { workspace, user, params, body }: WorkspaceCall<typeof operations.updateCategory>) {
    return this.categories.update(workspace, user, params.category, body);
  }

  @Operation(operations.deleteCategory)
  deleteCategory(@Input() { workspace, user, params }: WorkspaceCall<typeof operations.deleteCategory>) {
    return this.categories.delete(workspace, user, params.category);
  }

  @Operation(operations.listTemplates)
  listTemplates(@Input() { workspace }: WorkspaceCall<typeof operations.listTemplates>) {
    return this.templates.list(workspace.id);
  }

  @Operation(operations.createTemplate)
  createTemplate(@Input() { workspace, user, body }: WorkspaceCall<typeof operations.createTemplate>) {
    return this.templates.create(workspace, user, body);
  }

  @Operation(operations.updateTemplate)
  updateTemplate(@Input() { workspace, user, params, body }: WorkspaceCall<typeof operations.updateTemplate>) {
    return this.templates.update(workspace, user, params.template, body);
  }

  @Operation(operations.deleteTemplate)
  deleteTemplate(@Input() { workspace, user, params }: WorkspaceCall<typeof operations.deleteTemplate>) {
    return this.templates.delete(workspace, user, params.template);
  }

  @Operation(operations.lintSettings)
  lintSettings(@Input() { workspace }: WorkspaceCall<typeof operations.lintSettings>) {
    return this.lint.list(workspace.id);
  }

  @Operation(operations.setLintSeverity)
  setLintSeverity(@Input() { workspace, user, params, body }: WorkspaceCall<typeof operations.setLintSeverity>) {
    return this.lint.set(workspace, user, params.rule, body.severity);
  }
}
