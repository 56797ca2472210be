/** Users, logins, roles and permissions. */
import type {
  AlterApplicationRole,
  AlterAuthorization,
  AlterLogin,
  AlterRole,
  AlterUser,
  CreateApplicationRole,
  CreateLogin,
  CreateRole,
  CreateUser,
  Identifier,
  Permission,
  PermissionItem,
  PrincipalSource,
  Securable,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { identifier, identifierOr, nameList, objectName } from './names.ts';
import { securableClass } from './object.ts';
import { withOptions } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, atWords, expect, expectOne, expectWords, list, peek, spanFrom, syntaxError } from './state.ts';

export function createUser(p: Parser, start: Token): CreateUser {
  expect(p, 'USER');
  const name = identifier(p);
  const source = principalSource(p);
  return { kind: 'createUser', name, for: source, options: withOptions(p), span: spanFrom(p, start) };
}

/** `FOR LOGIN l`, `WITHOUT LOGIN`, `FROM WINDOWS`; null when none is written. */
function principalSource(p: Parser): PrincipalSource | null {
  const start = p.token;
  const node = (type: PrincipalSource['type'], name: Identifier | null): PrincipalSource => {
    return { kind: 'principalSource', type, name, span: spanFrom(p, start) };
  };
  if (acceptWords(p, 'WITHOUT', 'LOGIN')) return node('WITHOUT LOGIN', null);
  if (!accept(p, 'FOR') && !accept(p, 'FROM')) return null;
  if (acceptWords(p, 'ASYMMETRIC', 'KEY')) return node('ASYMMETRIC KEY', identifier(p));
  if (acceptWords(p, 'EXTERNAL', 'PROVIDER')) return node('EXTERNAL PROVIDER', null);
  if (accept(p, 'WINDOWS')) return node('WINDOWS', null);
  const type = expectOne(p, ['LOGIN', 'CERTIFICATE']);
  return node(type, identifier(p));
}

export function alterUser(p: Parser, start: Token): AlterUser {
  expect(p, 'USER');
  const name = identifier(p);
  return { kind: 'alterUser', name, options: requiredOptions(p), span: spanFrom(p, start) };
}

function requiredOptions(p: Parser): ReturnType<typeof withOptions> {
  return at(p, 'WITH') ? withOptions(p) : syntaxError(p);
}

export function createLogin(p: Parser, start: Token): CreateLogin {
  expect(p, 'LOGIN');
  const name = identifier(p);
  const from = principalSource(p);
  return { kind: 'createLogin', name, from, options: withOptions(p), span: spanFrom(p, start) };
}

export function alterLogin(p: Parser, start: Token): AlterLogin {
  expect(p, 'LOGIN');
  const name = identifier(p);
  const word = at(p, 'WITH') ? 'WITH' : expectOne(p, ['ENABLE', 'DISABLE', 'ADD', 'DROP']);
  if (word === 'ADD' || word === 'DROP') {
    expect(p, 'CREDENTIAL');
    const credential = identifier(p);
    return { kind: 'alterLogin', name, action: `${word} CREDENTIAL`, credential, options: [], span: spanFrom(p, start) };
  }
  return { kind: 'alterLogin', name, action: word, credential: null, options: withOptions(p), span: spanFrom(p, start) };
}

/** `CREATE [SERVER] ROLE n AUTHORIZATION o` */
export function createRole(p: Parser, start: Token): CreateRole {
  const server = accept(p, 'SERVER');
  expect(p, 'ROLE');
  const name = identifier(p);
  const authorization = accept(p, 'AUTHORIZATION') ? identifier(p) : null;
  return { kind: 'createRole', server, name, authorization, span: spanFrom(p, start) };
}

/** `ALTER [SERVER] ROLE n ADD MEMBER m` */
export function alterRole(p: Parser, start: Token): AlterRole {
  const server = accept(p, 'SERVER');
  expect(p, 'ROLE');
  const name = identifierOr(p, 'PUBLIC');
  const node = (action: AlterRole['action']): AlterRole => {
    return { kind: 'alterRole', server, name, action, operand: identifier(p), span: spanFrom(p, start) };
  };
  if (acceptWords(p, 'ADD', 'MEMBER')) return node('ADD MEMBER');
  if (acceptWords(p, 'DROP', 'MEMBER')) return node('DROP MEMBER');
  expectWords(p, 'WITH', 'NAME', '=');
  return node('WITH NAME');
}

export function createApplicationRole(p: Parser, start: Token): CreateApplicationRole {
  expectWords(p, 'APPLICATION', 'ROLE');
  const name = identifier(p);
  return { kind: 'createApplicationRole', name, options: requiredOptions(p), span: spanFrom(p, start) };
}

export function alterApplicationRole(p: Parser, start: Token): AlterApplicationRole {
  expectWords(p, 'APPLICATION', 'ROLE');
  const name = identifier(p);
  return { kind: 'alterApplicationRole', name, options: requiredOptions(p), span: spanFrom(p, start) };
}

/** GRANT, DENY and REVOKE. */
export function permissionStatement(p: Parser): Permission {
  const start = p.token;
  const verb = expectOne(p, ['GRANT', 'DENY', 'REVOKE']);
  const grantOptionFor = verb === 'REVOKE' && acceptWords(p, 'GRANT', 'OPTION', 'FOR');
  const permissions = list(p, permissionItem);
  const securable = accept(p, 'ON') ? securableReference(p) : null;
  if (!accept(p, 'TO')) expect(p, verb === 'REVOKE' ? 'FROM' : 'TO');
  const principals = list(p, principal);
  const withGrantOption = acceptWords(p, 'WITH', 'GRANT', 'OPTION');
  const cascade = accept(p, 'CASCADE');
  const as = accept(p, 'AS') ? identifier(p) : null;
  const span = spanFrom(p, start);
  return { kind: 'permission', verb, permissions, securable, principals, withGrantOption, grantOptionFor, cascade, as, span };
}

function principal(p: Parser): Identifier {
  return identifierOr(p, 'PUBLIC');
}

/** A permission's words up to a comma, ON, TO, FROM or its column list. */
function permissionItem(p: Parser): PermissionItem {
  const start = p.token;
  const words: string[] = [];
  while (isWord(p) && !['ON', 'TO', 'FROM'].includes(p.token.key)) words.push(advance(p).key);
  if (words.length === 0) syntaxError(p);
  return { kind: 'permissionItem', name: words.join(' '), columns: nameList(p), span: spanFrom(p, start) };
}

function isWord(p: Parser): boolean {
  return p.token.type === 'word' || p.token.type === 'keyword';
}

function securableReference(p: Parser): Securable {
  const start = p.token;
  const className = securableClass(p);
  const name = objectName(p);
  return { kind: 'securable', class: className, name, columns: nameList(p), span: spanFrom(p, start) };
}

/** `ALTER AUTHORIZATION ON OBJECT::t TO p` */
export function alterAuthorization(p: Parser, start: Token): AlterAuthorization {
  expectWords(p, 'AUTHORIZATION', 'ON');
  const securable = securableReference(p);
  expect(p, 'TO');
  const owner = acceptWords(p, 'SCHEMA', 'OWNER') ? null : identifier(p);
  return { kind: 'alterAuthorization', securable, principal: owner, span: spanFrom(p, start) };
}

/** Whether CREATE or ALTER is followed by a role. */
export function atRole(p: Parser): boolean {
  return at(p, 'ROLE') || (atWords(p, 'SERVER') && peek(p, 1) === 'ROLE');
}
