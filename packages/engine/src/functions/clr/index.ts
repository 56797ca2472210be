/** The CLR types by name. */

import type { Type } from '@sprocket/tsql';
import { HIERARCHYID_TYPE } from './hierarchyid.ts';
import type { ClrType } from './member.ts';
import { GEOGRAPHY_TYPE, GEOMETRY_TYPE } from './spatial.ts';

export type { ClrMember, ClrType } from './member.ts';

export const CLR_TYPES: readonly ClrType[] = [HIERARCHYID_TYPE, GEOMETRY_TYPE, GEOGRAPHY_TYPE];

const BY_NAME: ReadonlyMap<string, ClrType> = new Map(CLR_TYPES.map((row) => [row.type.name, row]));

/** The members of a type; undefined when it is no CLR type. */
export const clrTypeOf = (type: Type): ClrType | undefined => BY_NAME.get(type.name);
