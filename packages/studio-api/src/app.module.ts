/** The features of the API, and what all of them are given: settings, database, keys, log. */
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import type { Database } from './database/database.ts';
import { DemoContentModule } from './demo/content/demo-content.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { EnvironmentsModule } from './environments/environments.module.ts';
import { ExecutionsModule } from './executions/executions.module.ts';
import { JsonInterceptor } from './http/json.interceptor.ts';
import { OperationGuard } from './http/operation.guard.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ObservabilityModule } from './observability/observability.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { ProceduresModule } from './procedures/procedures.module.ts';
import { CONFIGURATION, type Configuration, DATABASE, LOGGER, type Logger, SECRETS, type Secrets } from './tokens.ts';
import { WorkspacesModule } from './workspaces/workspaces.module.ts';

export interface Foundation {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly logger: Logger;
}

@Global()
@Module({})
class FoundationModule {}

@Module({})
class AppModule {}

/** The root module. A feature is a line of `imports`. */
export function appModule({ configuration, database, secrets, logger }: Foundation): DynamicModule {
  const given: Provider[] = [
    { provide: CONFIGURATION, useValue: configuration },
    { provide: DATABASE, useValue: database },
    { provide: SECRETS, useValue: secrets },
    { provide: LOGGER, useValue: logger },
  ];
  return {
    module: AppModule,
    imports: [
      { module: FoundationModule, providers: given, exports: given },
      ObservabilityModule,
      AuditModule,
      AccountsModule,
      WorkspacesModule,
      OrganisationModule,
      EnvironmentsModule,
      ProceduresModule,
      ExecutionsModule,
      DemoModule,
      DemoContentModule,
    ],
    providers: [
      { provide: APP_GUARD, useClass: OperationGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: JsonInterceptor },
    ],
  };
}
