/** How a workspace arranges its procedures. */
import { Module } from '@nestjs/common';
import { CategoriesService } from './categories.service.ts';
import { LintService } from './lint.service.ts';
import { OrganisationController } from './organisation.controller.ts';
import { TemplatesService } from './templates.service.ts';

@Module({
  controllers: [OrganisationController],
  providers: [CategoriesService, TemplatesService, LintService],
  exports: [CategoriesService, TemplatesService, LintService],
})
export class OrganisationModule {}
