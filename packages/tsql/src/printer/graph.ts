/** MATCH and its patterns as text. */
import type { GraphHop, GraphMatch, GraphNode, GraphPattern } from '../ast/index.ts';
import { identifier } from './names.ts';

export const matchText = ({ patterns }: GraphMatch): string => `MATCH(${patterns.map(patternText).join(' AND ')})`;

function patternText(pattern: GraphPattern): string {
  switch (pattern.kind) {
    case 'graphPath':
      return nodeText(pattern.start) + pattern.hops.map(hopText).join('');
    case 'shortestPath': {
      const quantifier = pattern.most === null ? '+' : `{1,${pattern.most}}`;
      return `SHORTEST_PATH(${nodeText(pattern.start)}(${pattern.hops.map(hopText).join('')})${quantifier})`;
    }
    case 'sameLastNode':
      return `${nodeText(pattern.left)} = ${nodeText(pattern.right)}`;
  }
}

const nodeText = ({ name, last }: GraphNode): string => (last ? `LAST_NODE(${identifier(name)})` : identifier(name));

function hopText({ edge, reversed, node }: GraphHop): string {
  return reversed ? `<-(${identifier(edge)})-${nodeText(node)}` : `-(${identifier(edge)})->${nodeText(node)}`;
}
