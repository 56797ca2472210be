/**
 * EXISTS asks for rows, not for columns. So `SELECT *` of a grouped query, or of one without FROM, is no mistake there, though no star could name what
 * was not grouped by: the star stands for nothing, and is bound as a constant.
 */

import { BIT, type Query as SyntaxQuery } from '@sprocket/tsql';
import type { ExprContext } from './context.ts';
import { bindSubquery } from './query.ts';
import type { ExistsExpr } from './tree.ts';

export const bindExists = (query: SyntaxQuery, cx: ExprContext): ExistsExpr => ({
  kind: 'exists',
  query: bindSubquery(withoutStar(query), cx),
  type: BIT,
  nullable: false,
});

function withoutStar(query: SyntaxQuery): SyntaxQuery {
  const { body } = query;
  if (body.kind !== 'querySpecification') return query;
  if (body.groupBy === null && body.having === null && body.from.length > 0) return query;
  const items = body.items.map((item): typeof item =>
    item.kind === 'selectExpression' && item.expression.kind === 'star'
      ? { ...item, expression: { kind: 'integer', text: '1', span: item.expression.span } }
      : item,
  );
  return { ...query, body: { ...body, items } };
}
