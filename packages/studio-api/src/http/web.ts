/**
 * The built web application, served beside the API: assets carry their hash in the name and never change; every other address gets the page, which
 * is asked for anew each time, so that a reload shows a new build.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from './problem.ts';

/** Nothing is served when the folder does not exist. */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) return;
  await server.register(fastifyStatic, { root, wildcard: false, index: false, immutable: true, maxAge: '1y' });
  server.get('/*', (request, reply) => {
    if (isApi(request.url) || isAsset(request.url)) throw notFound('There is nothing at this address.');
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  });
}

const isApi = (url: string) => url === '/api' || url.startsWith('/api/');
const isAsset = (url: string) => url.startsWith('/assets/');
