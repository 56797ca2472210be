/**
 * `@Operation(operations.x)` makes a method of a controller the operation of the contract: its route, its method, its status and the type of its
 * answer come from the row. Who may call and what comes in is looked at by OperationGuard before the method runs; the method receives it all with
 * `@Input()`.
 */
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  Header,
  HttpCode,
  Redirect,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Operation as OperationRow } from '@sprocket/studio-contract';
import type { FastifyRequest } from 'fastify';

export const OPERATION = 'sprocket:operation';
export const WITHOUT_OPERATION = 'sprocket:without-operation';

export function Operation(row: OperationRow): MethodDecorator {
  return applyDecorators(
    SetMetadata(OPERATION, row),
    RequestMapping({ method: RequestMethod[row.method], path: row.path }),
    HttpCode(row.answer === 'none' ? 204 : 200),
    // The method returns { url }.
    ...(row.answer === 'redirect' ? [Redirect()] : []),
    ...(row.answer === 'ndjson' ? [Header('content-type', 'application/x-ndjson; charset=utf-8'), Header('x-accel-buffering', 'no')] : []),
  );
}

/** For the few routes that are not operations: health and metrics. Anything that has neither mark is refused. */
export const WithoutOperation = (): MethodDecorator & ClassDecorator => SetMetadata(WITHOUT_OPERATION, true);

/** The checked input of the operation: a Call, UserCall or WorkspaceCall, as its access says. */
export const Input = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().call,
);
