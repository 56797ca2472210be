/**
 * Forged requests: a session carries a random token, the page reads it from `SessionState`, and every operation that is not GET must bring it in the
 * header `x-csrf-token`. Another site can make a browser send the cookie, but it can neither read the token nor set the header.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { problem } from './problem.ts';

/** The token of the request's session; a session that has none gets one and is kept from then on. */
export function csrfToken(request: FastifyRequest): string {
  request.session.csrfToken ??= randomBytes(24).toString('base64url');
  return request.session.csrfToken;
}

/** Throws the problem `csrf`. */
export function checkCsrf(request: FastifyRequest): void {
  const expected = request.session.csrfToken;
  const given = request.headers['x-csrf-token'];
  if (expected === undefined || typeof given !== 'string' || !equal(expected, given)) {
    throw problem('csrf', 'The page is out of date. Please reload it.');
  }
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
