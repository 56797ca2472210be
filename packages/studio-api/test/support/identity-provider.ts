/** An OpenID Connect provider of a test: discovery, keys and tokens as the standard has them; logging in is a click that always succeeds. */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Follows the address of a login page as somebody; returns where the browser is sent. */
  readonly logIn: (address: string, claims: Claims) => string;
  readonly close: () => Promise<void>;
}

interface Grant {
  readonly claims: Claims;
  readonly nonce: string;
  readonly challenge: string;
  readonly client: string;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  let issuer = '';
  const token = async (request: IncomingMessage) => {
    const form = new URLSearchParams(await textOf(request));
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant === undefined || challenge !== grant.challenge) return { status: 400, body: { error: 'invalid_grant' } };
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: issuer, aud: grant.client, iat: now, exp: now + 60, nonce: grant.nonce, ...grant.claims };
    const text = `${encode({ alg: 'RS256', kid: 'k' })}.${encode(payload)}`;
    const idToken = `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    return { status: 200, body: { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken } };
  };
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    if (request.url === '/.well-known/openid-configuration') return { status: 200, body: discovery(issuer) };
    if (request.url === '/jwks')
      return { status: 200, body: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] } };
    return request.url === '/token' ? token(request) : { status: 404, body: {} };
  };
  const server = createServer((request, response) => void answer(request).then(({ status, body }) => send(response, status, body)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const logIn = (address: string, claims: Claims) => {
    const asked = new URL(address).searchParams;
    const code = randomUUID();
    const [nonce, challenge, client] = ['nonce', 'code_challenge', 'client_id'].map((name) => asked.get(name) ?? '') as [
      string,
      string,
      string,
    ];
    grants.set(code, { claims, nonce, challenge, client });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
    return back.href;
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, logIn, close };
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
