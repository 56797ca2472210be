/**
 * The rows of SHORTEST_PATH. The graph is read once for a run of the statement; from each start it is walked breadth first, so every node is reached by
 * a path as short as any, and no place of the pattern looks at a node twice.
 */

import type { PathAggregatePlan, PathHopPlan, PathPlan } from '../bind/tree.ts';
import type { Value } from '../values/value.ts';
import type { Backend, ExecutionContext, Frame } from './contracts.ts';
import { compile, type Evaluator, NO_VALUES } from './evaluate.ts';
import { openPlan, planStatement, type QueryPlan } from './plan.ts';

/** A hop's edges by the node they leave, and its nodes. */
interface HopGraph {
  readonly edges: ReadonlyMap<number, ReadonlyMap<bigint, readonly Edge[]>>;
  readonly nodes: ReadonlyMap<bigint, readonly Value[]>;
}

interface Edge {
  readonly object: number;
  readonly id: bigint;
  readonly values: readonly Value[];
}

/** A node that the walk has come to, and how. */
interface Visit {
  readonly object: number;
  readonly id: bigint;
  readonly edge: readonly Value[];
  readonly node: readonly Value[];
  readonly before: Visit | null;
}

type PathRows = (context: ExecutionContext, args: readonly Value[]) => Iterable<readonly Value[]>;

export function pathRows(plan: PathPlan, backend: Backend, alias: (databaseId: number) => string): PathRows {
  const readers = plan.hops.map((hop) => hopReader(hop, backend, alias));
  const yields = plan.aggregates.map((aggregate) => aggregator(aggregate));
  // Held weakly: nobody says when a statement has ended. A graph that is gone before is read again.
  const graphs = new WeakMap<ExecutionContext, { readonly run: Value; readonly graph: WeakRef<readonly HopGraph[]> }>();
  const graphOf = (context: ExecutionContext, run: Value): readonly HopGraph[] => {
    const known = graphs.get(context);
    const held = known?.run === run ? known.graph.deref() : undefined;
    if (held !== undefined) return held;
    const hops = readers.map((read) => read(context));
    graphs.set(context, { run, graph: new WeakRef(hops) });
    return hops;
  };
  return function* (context, [run = null, start = null, ...outside]) {
    if (typeof start !== 'bigint') return;
    const first: Visit = { object: plan.startObject, id: start, edge: NO_VALUES, node: NO_VALUES, before: null };
    for (const visit of walk(first, graphOf(context, run), plan, context)) {
      const steps = yields.length === 0 ? [] : stepsOf(visit, plan, outside);
      yield [visit.id, ...yields.map((aggregate) => aggregate(steps, context))];
    }
  };
}

/** The nodes at which a repetition ends, the nearest first. */
function* walk(first: Visit, graph: readonly HopGraph[], { hops, most }: PathPlan, context: ExecutionContext): Generator<Visit> {
  const seen = hops.map(() => new Set<bigint>());
  let frontier: Visit[] = [first];
  for (let round = 0; frontier.length > 0 && (most === null || round < most); round++) {
    for (const [i, hop] of hops.entries())
      frontier = nextNodes(frontier, graph[i] as HopGraph, hop.object, seen[i] as Set<bigint>, context);
    yield* frontier;
  }
}

function nextNodes(frontier: readonly Visit[], graph: HopGraph, object: number, seen: Set<bigint>, context: ExecutionContext): Visit[] {
  const next: Visit[] = [];
  for (const before of frontier) {
    if (next.length % CHECK_EVERY === 0) context.checkCancelled();
    for (const edge of graph.edges.get(before.object)?.get(before.id) ?? []) {
      const node = edge.object === object && !seen.has(edge.id) ? graph.nodes.get(edge.id) : undefined;
      if (node === undefined) continue;
      seen.add(edge.id);
      next.push({ object, id: edge.id, edge: edge.values, node, before });
    }
  }
  return next;
}

const CHECK_EVERY = 1024;

/** What aggregates see of each repetition on the way to a node, the first one first. */
function stepsOf(last: Visit, { hops, places }: PathPlan, outside: readonly Value[]): readonly (readonly Value[])[] {
  const visits: Visit[] = [];
  for (let visit = last; visit.before !== null; visit = visit.before) visits.push(visit);
  visits.reverse();
  const steps: Value[][] = [];
  for (let at = 0; at < visits.length; at += hops.length) {
    const values = places.map(({ hop, side, place }) => (visits[at + hop] as Visit)[side][place] ?? null);
    steps.push([...values, ...outside]);
  }
  return steps;
}

type Aggregator = (steps: readonly (readonly Value[])[], context: ExecutionContext) => Value;

function aggregator({ fn, signature, args }: PathAggregatePlan): Aggregator {
  const evaluators = args.map(compile);
  const evaluate = (step: readonly Value[], context: ExecutionContext): Value[] =>
    evaluators.map((value: Evaluator) => value(context, NO_VALUES, step));
  if (fn === null) return (steps, context) => evaluate(steps.at(-1) ?? NO_VALUES, context)[0] ?? null;
  const fold = fn.fold(signature);
  return (steps, context) => {
    let state = fold.start();
    for (const step of steps) {
      const values = evaluate(step, context);
      if (fn.nullCall === true || values[0] !== null) state = fold.step(state as never, ...values);
    }
    return fold.result(state as never);
  };
}

function hopReader(hop: PathHopPlan, backend: Backend, alias: (databaseId: number) => string): (context: ExecutionContext) => HopGraph {
  const [edges, nodes] = [hop.edges, hop.nodes].map((query): QueryPlan => {
    const physical = query.columns.map(({ type }) => backend.physicalType(type));
    const statement = planStatement(
      backend.print(query, alias),
      backend,
      physical.some(({ wide }) => wide),
    );
    return { ...statement, decoders: physical.map(({ decode }) => decode) };
  }) as [QueryPlan, QueryPlan];
  return (context) => {
    const frame: Frame = { slots: [], id: 0, context, trigger: null };
    return { edges: readEdges(edges, frame), nodes: readNodes(nodes, frame) };
  };
}

function readEdges(plan: QueryPlan, frame: Frame): HopGraph['edges'] {
  const byTable = new Map<number, Map<bigint, Edge[]>>();
  for (const [fromObject, fromId, object, id, ...values] of openPlan(plan, frame)) {
    const table = byTable.get(fromObject as number) ?? new Map<bigint, Edge[]>();
    byTable.set(fromObject as number, table);
    const edge: Edge = { object: object as number, id: id as bigint, values };
    const known = table.get(fromId as bigint);
    if (known === undefined) table.set(fromId as bigint, [edge]);
    else known.push(edge);
  }
  return byTable;
}

function readNodes(plan: QueryPlan, frame: Frame): HopGraph['nodes'] {
  const nodes = new Map<bigint, readonly Value[]>();
  for (const [id, ...values] of openPlan(plan, frame)) nodes.set(id as bigint, values);
  return nodes;
}
