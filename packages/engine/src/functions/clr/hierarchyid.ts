/** The members of hierarchyid. Read and Write move a value through a .NET stream, which T-SQL does not have. */

import { BIT, HIERARCHYID, INT, nvarchar, SMALLINT } from '@sprocket/tsql';
import {
  ancestorOf,
  descendantOf,
  hierarchyIdText,
  isDescendantOf,
  levelOf,
  parseHierarchyId,
  ROOT,
  reparented,
} from '../../values/hierarchy/hierarchyid.ts';
import { clrType, type MemberRow, nullable, optional, required } from './member.ts';

const ROWS: readonly MemberRow[] = [
  { name: 'GetRoot', isStatic: true, returns: HIERARCHYID, evaluate: () => ROOT },
  {
    name: 'Parse',
    isStatic: true,
    params: [nullable(nvarchar(4000))],
    returns: HIERARCHYID,
    evaluate: (_env, text: string) => parseHierarchyId(text),
  },
  { name: 'Null', kind: 'property', isStatic: true, returns: HIERARCHYID, evaluate: () => null },
  { name: 'IsNull', kind: 'property', returns: BIT, evaluate: () => 0 },
  { name: 'ToString', returns: nvarchar(4000), evaluate: (_env, id: Uint8Array) => hierarchyIdText(id) },
  { name: 'GetLevel', returns: SMALLINT, evaluate: (_env, id: Uint8Array) => levelOf(id) },
  {
    name: 'GetAncestor',
    params: [required(INT)],
    returns: HIERARCHYID,
    evaluate: (_env, id: Uint8Array, n: number) => ancestorOf(id, n),
  },
  {
    name: 'GetDescendant',
    params: [optional(HIERARCHYID), optional(HIERARCHYID)],
    returns: HIERARCHYID,
    evaluate: (_env, id: Uint8Array, child1: Uint8Array | null, child2: Uint8Array | null) => descendantOf(id, child1, child2),
  },
  {
    name: 'GetReparentedValue',
    params: [nullable(HIERARCHYID), nullable(HIERARCHYID)],
    returns: HIERARCHYID,
    evaluate: (_env, id: Uint8Array, oldRoot: Uint8Array, newRoot: Uint8Array) => reparented(id, oldRoot, newRoot),
  },
  {
    name: 'IsDescendantOf',
    params: [nullable(HIERARCHYID)],
    returns: BIT,
    evaluate: (_env, id: Uint8Array, parent: Uint8Array) => (isDescendantOf(id, parent) ? 1 : 0),
  },
];

export const HIERARCHYID_TYPE = clrType(HIERARCHYID, 'Microsoft.SqlServer.Types.SqlHierarchyId', ROWS, ['Read', 'Write']);
