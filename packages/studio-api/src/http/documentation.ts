/** The OpenAPI page at /api/docs, made from the contract's table of operations. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { operations } from '@sprocket/studio-contract';
import { openApiDocument } from './openapi.ts';

export function serveDocumentation(app: NestFastifyApplication): void {
  const document = openApiDocument(operations) as unknown as OpenAPIObject;
  SwaggerModule.setup('docs', app, document, { useGlobalPrefix: true, customSiteTitle: 'Sprocket API' });
}
