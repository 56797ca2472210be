/** The parameters of a procedure as forms and calls need them: the signature of its text, completed by the types that the database defines. */
import type { Parameter } from '@sprocket/studio-contract';
import { type CatalogSnapshot, type CatalogType, type ParameterSignature, signature } from '@sprocket/tsql';

/** Without a catalog, a type of the database is named and its columns are left out. */
export function parametersOf(text: string, catalog: CatalogSnapshot | undefined): readonly Parameter[] {
  return signature(text).map((parameter) => present(parameter, catalog));
}

function present(parameter: ParameterSignature, catalog: CatalogSnapshot | undefined): Parameter {
  const { name, type, structure, output, hasDefault } = parameter;
  const found = structure.userType === undefined ? undefined : findType(structure.userType, catalog);
  return {
    name,
    type,
    baseType: baseType(parameter, found),
    output,
    hasDefault,
    defaultText: parameter.default ?? null,
    ...(found?.columns === undefined ? {} : { columns: found.columns.map(({ name, type, nullable }) => ({ name, type, nullable })) }),
  };
}

/** Only a table type is READONLY, so it is known as one even when the catalog is not. */
function baseType({ structure, readonly }: ParameterSignature, found: CatalogType | undefined): string {
  if (readonly || found?.columns !== undefined) return 'table';
  return (found?.base ?? structure.base).replace(/\(.*/, '');
}

function findType(userType: string, catalog: CatalogSnapshot | undefined): CatalogType | undefined {
  if (catalog === undefined) return undefined;
  const [name = '', schema = catalog.defaultSchema] = userType.toLowerCase().split('.').reverse();
  const matches = (type: CatalogType, of: string) => type.name.toLowerCase() === name && type.schema.toLowerCase() === of.toLowerCase();
  return catalog.types.find((type) => matches(type, schema)) ?? catalog.types.find((type) => matches(type, 'dbo'));
}
