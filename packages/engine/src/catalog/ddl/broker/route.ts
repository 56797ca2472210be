/** Routes, remote service bindings and conversation priorities, which are kept for the catalog: messages do not leave the server. */

import { sqlError, unsupported } from '../../../errors.ts';
import { brokerOf, type ConversationPriority, type Route } from '../../broker/model.ts';
import { findContract, findService, routes } from '../../broker/system.ts';
import { findPrincipal, sameName } from '../../find.ts';
import type { DdlContext } from '../context.ts';
import { authorization, type Clauses } from '../keys/clauses.ts';
import { ownerFor } from '../keys/store.ts';
import { exchanged, missing, nextBrokerId, putBroker, requireNew, without } from './store.ts';

const SECOND = 10_000_000n;
const DEFAULT_LEVEL = 5;

export function createRoute(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const owner = ownerFor(context, authorization(from));
  requireNew(
    routes(catalog).find((route) => sameName(route.name, name)),
    name,
  );
  const existing = brokerOf(catalog).routes;
  const fresh: Route = {
    id: nextBrokerId(routes(catalog)),
    name,
    owner,
    service: null,
    instance: null,
    expires: null,
    address: '',
    mirrorAddress: null,
  };
  const route = routeOptions(fresh, from, context);
  if (route.address === '') throw sqlError(102, name);
  putBroker(context, { routes: [...existing, route] });
}

function routeOptions(before: Route, from: Clauses, context: DdlContext): Route {
  let route = before;
  from.expect('WITH');
  do {
    if (from.accept('SERVICE_NAME', '=')) route = { ...route, service: from.text() };
    else if (from.accept('BROKER_INSTANCE', '=')) route = { ...route, instance: from.text() };
    else if (from.accept('LIFETIME', '=')) route = { ...route, expires: context.utcNow + BigInt(from.languageName()) * SECOND };
    else if (from.accept('ADDRESS', '=')) route = { ...route, address: from.text() };
    else {
      from.expect('MIRROR_ADDRESS', '=');
      route = { ...route, mirrorAddress: from.text() };
    }
  } while (from.accept(','));
  from.end();
  if (route.address !== '' && route.address.toUpperCase() !== 'LOCAL') throw unsupported(`ROUTE … ADDRESS = '${route.address}'`);
  return route;
}

export function alterRoute(name: string, from: Clauses, context: DdlContext): void {
  const existing = brokerOf(context.catalogs.current()).routes;
  const found = existing.find((route) => sameName(route.name, name));
  if (found === undefined) throw missing('alter', 'route', name);
  putBroker(context, { routes: exchanged(existing, routeOptions(found, from, context)) });
}

export function dropRoute(context: DdlContext, name: string): void {
  putBroker(context, { routes: without(brokerOf(context.catalogs.current()).routes, 'route', name) });
}

export function createBinding(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const owner = ownerFor(context, authorization(from));
  const { bindings } = brokerOf(catalog);
  requireNew(
    bindings.find((binding) => sameName(binding.name, name)),
    name,
  );
  from.expect('TO', 'SERVICE');
  const service = from.text();
  const options = bindingOptions(from, context);
  if (options.user === undefined) throw sqlError(102, name);
  const made = { id: nextBrokerId(bindings), name, owner, service, anonymous: false, ...options, user: options.user };
  putBroker(context, { bindings: [...bindings, made] });
}

function bindingOptions(from: Clauses, context: DdlContext): { user?: string; anonymous?: boolean } {
  const options: { user?: string; anonymous?: boolean } = {};
  from.expect('WITH');
  do {
    if (from.accept('USER', '=')) options.user = requireUser(from.name(), context);
    else {
      from.expect('ANONYMOUS', '=');
      options.anonymous = from.accept('ON');
      if (!options.anonymous) from.expect('OFF');
    }
  } while (from.accept(','));
  from.end();
  return options;
}

function requireUser(name: string, context: DdlContext): string {
  const user = findPrincipal(context.catalogs.current(), name);
  if (user === undefined) throw missing('find', 'user', name);
  return user.name;
}

export function alterBinding(name: string, from: Clauses, context: DdlContext): void {
  const { bindings } = brokerOf(context.catalogs.current());
  const found = bindings.find((binding) => sameName(binding.name, name));
  if (found === undefined) throw missing('alter', 'remote service binding', name);
  putBroker(context, { bindings: exchanged(bindings, { ...found, ...bindingOptions(from, context) }) });
}

export function dropBinding(context: DdlContext, name: string): void {
  putBroker(context, { bindings: without(brokerOf(context.catalogs.current()).bindings, 'remote service binding', name) });
}

export function createPriority(name: string, from: Clauses, context: DdlContext): void {
  const { priorities } = brokerOf(context.catalogs.current());
  requireNew(
    priorities.find((priority) => sameName(priority.name, name)),
    name,
  );
  const fresh = {
    id: nextBrokerId(priorities),
    name,
    contractId: null,
    localServiceId: null,
    remoteService: null,
    level: DEFAULT_LEVEL,
  };
  putBroker(context, { priorities: [...priorities, priorityOptions(fresh, from, context)] });
}

function priorityOptions(before: ConversationPriority, from: Clauses, context: DdlContext): ConversationPriority {
  const catalog = context.catalogs.current();
  let priority = before;
  from.expect('FOR', 'CONVERSATION');
  if (!from.accept('SET')) return priority;
  const list = from.group();
  do {
    if (list.accept('CONTRACT_NAME', '='))
      priority = { ...priority, contractId: named(list, (name) => (findContract(catalog, name) ?? lost('contract', name)).id) };
    else if (list.accept('LOCAL_SERVICE_NAME', '='))
      priority = { ...priority, localServiceId: named(list, (name) => (findService(catalog, name) ?? lost('service', name)).id) };
    else if (list.accept('REMOTE_SERVICE_NAME', '=')) priority = { ...priority, remoteService: list.accept('ANY') ? null : list.text() };
    else {
      list.expect('PRIORITY_LEVEL', '=');
      priority = { ...priority, level: list.accept('DEFAULT') ? DEFAULT_LEVEL : Number(list.languageName()) };
    }
  } while (list.accept(','));
  list.end();
  from.end();
  return priority;
}

/** ANY stands for all. */
const named = (list: Clauses, idOf: (name: string) => number): number | null => (list.accept('ANY') ? null : idOf(list.name()));

function lost(word: string, name: string): never {
  throw missing('find', word, name);
}

export function alterPriority(name: string, from: Clauses, context: DdlContext): void {
  const { priorities } = brokerOf(context.catalogs.current());
  const found = priorities.find((priority) => sameName(priority.name, name));
  if (found === undefined) throw missing('alter', 'broker priority', name);
  putBroker(context, { priorities: exchanged(priorities, priorityOptions(found, from, context)) });
}

export function dropPriority(context: DdlContext, name: string): void {
  putBroker(context, { priorities: without(brokerOf(context.catalogs.current()).priorities, 'broker priority', name) });
}
