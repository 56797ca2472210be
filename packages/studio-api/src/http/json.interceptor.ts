/** Answers of operations with answer `json` are written here, so that `null` is a document too. A string is a document that is written already. */
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Operation } from '@sprocket/studio-contract';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { OPERATION } from './operation.ts';

@Injectable()
export class JsonInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const row = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    if (row?.answer !== 'json') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((value: unknown) => (value === undefined ? undefined : write(reply, value))));
  }
}

function write(reply: FastifyReply, value: unknown): string {
  reply.type('application/json; charset=utf-8');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
