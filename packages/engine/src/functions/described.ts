/**
 * sys.dm_exec_describe_first_result_set and its kin for an object: the columns of the first result of a text, as rows. Binding the text is the
 * session's affair, so the function asks it by name and gets the rows as JSON.
 */

import { BIT, INT, MAX, nvarchar, SMALLINT, SYSNAME, TINYINT, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import type { Value } from '../values/value.ts';
import type { TableBuiltin, TableColumn } from './builtin.ts';

const column = (name: string, type: Type): TableColumn => ({ name, type, nullable: true });

/** What the functions and sp_describe_first_result_set say of a column of a result, up to the order. */
export const DESCRIBED_COLUMNS: readonly TableColumn[] = [
  column('is_hidden', BIT),
  column('column_ordinal', INT),
  column('name', SYSNAME),
  column('is_nullable', BIT),
  column('system_type_id', INT),
  column('system_type_name', nvarchar(256)),
  column('max_length', SMALLINT),
  column('precision', TINYINT),
  column('scale', TINYINT),
  column('collation_name', SYSNAME),
  column('user_type_id', INT),
  column('user_type_database', SYSNAME),
  column('user_type_schema', SYSNAME),
  column('user_type_name', SYSNAME),
  column('assembly_qualified_type_name', nvarchar(4000)),
  column('xml_collection_id', INT),
  column('xml_collection_database', SYSNAME),
  column('xml_collection_schema', SYSNAME),
  column('xml_collection_name', SYSNAME),
  column('is_xml_document', BIT),
  column('is_case_sensitive', BIT),
  column('is_fixed_length_clr_type', BIT),
  column('source_server', SYSNAME),
  column('source_database', SYSNAME),
  column('source_schema', SYSNAME),
  column('source_table', SYSNAME),
  column('source_column', SYSNAME),
  column('is_identity_column', BIT),
  column('is_part_of_unique_key', BIT),
  column('is_updateable', BIT),
  column('is_computed_column', BIT),
  column('is_sparse_column_set', BIT),
  column('ordinal_in_order_by_list', SMALLINT),
  column('order_by_list_length', SMALLINT),
  column('order_by_is_descending', SMALLINT),
];

/** The functions report an error as a row, with these columns set. */
export const DESCRIBED_ERROR: readonly TableColumn[] = [
  column('error_number', INT),
  column('error_severity', INT),
  column('error_state', INT),
  column('error_message', nvarchar(4000)),
  column('error_type', INT),
  column('error_type_desc', nvarchar(60)),
];

const COLUMNS = [...DESCRIBED_COLUMNS, ...DESCRIBED_ERROR];

function describing(name: string, params: readonly Type[]): TableBuiltin {
  return {
    name: `SYS.${name}`,
    minArgs: params.length,
    maxArgs: params.length,
    signature: () => ({ params, columns: COLUMNS }),
    rows: () => (env: Environment, args: readonly Value[]) => JSON.parse(String(env.session(name, ...args))) as Iterable<readonly Value[]>,
  };
}

export const DESCRIBED: readonly TableBuiltin[] = [
  describing('DM_EXEC_DESCRIBE_FIRST_RESULT_SET', [nvarchar(MAX), nvarchar(MAX), TINYINT]),
  describing('DM_EXEC_DESCRIBE_FIRST_RESULT_SET_FOR_OBJECT', [INT, TINYINT]),
];
