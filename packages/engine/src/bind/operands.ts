/**
 * Which types an operator accepts side by side, and how it refuses the others. Neither the order of precedence nor the table of implicit conversions
 * tells: time and datetime have a common type in CASE and cannot be compared, and the type that 206 names first is fixed for a pair, whichever side
 * it is written on. So the pairs are data: a row for each class of left operands, a column for each class of right ones, as SQL Server 2025 answers
 * for every pair of its types.
 */

import { familyOf, isUnicode, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { typeName } from './coerce.ts';

export type PairedOperator = 'compare' | 'add' | 'subtract' | 'scale' | 'modulo';

/**
 * Throws unless `left operator right` exists: 206, 257, 305, 402, 403 or 8117. `word` is the operator as errors spell it ("equal to", "add"). `scale`
 * is multiplication and division, which accept the same types.
 */
export function requireOperands(operator: PairedOperator, word: string, left: Type, right: Type): void {
  const answer = PAIRS[operator][classOf(left)][COLUMN[classOf(right)]] ?? '.';
  if (answer !== '.') throw REFUSALS[answer as keyof typeof REFUSALS](typeName(left), typeName(right), word);
}

const REFUSALS = {
  '<': (left: string, right: string) => sqlError(206, left, right),
  '>': (left: string, right: string) => sqlError(206, right, left),
  l: (left: string, right: string) => sqlError(257, left, right),
  r: (left: string, right: string) => sqlError(257, right, left),
  x: () => sqlError(305),
  '!': (left: string, right: string, word: string) => sqlError(402, left, right, word),
  L: (left: string, _: string, word: string) => sqlError(403, word, left),
  R: (_: string, right: string, word: string) => sqlError(403, word, right),
  '-': (left: string, _: string, word: string) => sqlError(8117, left, word),
} as const;

/** Types that answer alike, in the order of the columns below. */
const CLASSES = [
  'bit',
  'integer',
  'exact',
  'approximate',
  'ansi',
  'unicode',
  'binary',
  'rowversion',
  'datetime',
  'date',
  'time',
  'datetime2',
  'uniqueidentifier',
  'sql_variant',
  'text',
  'image',
  'xml',
  'hierarchyid',
  'spatial',
] as const;

type OperandClass = (typeof CLASSES)[number];

const COLUMN = Object.fromEntries(CLASSES.map((name, index) => [name, index])) as Readonly<Record<OperandClass, number>>;

const BY_NAME: Readonly<Record<string, OperandClass>> = {
  bit: 'bit',
  rowversion: 'rowversion',
  datetime: 'datetime',
  smalldatetime: 'datetime',
  date: 'date',
  time: 'time',
  datetime2: 'datetime2',
  datetimeoffset: 'datetime2',
  uniqueidentifier: 'uniqueidentifier',
  sql_variant: 'sql_variant',
  text: 'text',
  ntext: 'text',
  image: 'image',
  xml: 'xml',
  hierarchyid: 'hierarchyid',
  geometry: 'spatial',
  geography: 'spatial',
};

function classOf(type: Type): OperandClass {
  const named = BY_NAME[type.name];
  if (named !== undefined) return named;
  switch (familyOf(type)) {
    case 'integer':
      return 'integer';
    case 'float':
      return 'approximate';
    case 'string':
      return isUnicode(type) ? 'unicode' : 'ansi';
    case 'binary':
      return 'binary';
    default:
      return 'exact';
  }
}

/** A letter is a key of `REFUSALS`, a dot a pair that exists. */
type Pairs = Readonly<Record<OperandClass, string>>;

const COMPARE: Pairs = {
  bit: '.........>>>>.>>><R',
  integer: '.........>>>>.>>><R',
  exact: '.........>>>>.>>><R',
  approximate: '......>>.>>>>.>>><R',
  ansi: '.......l......!!!.R',
  unicode: '.......l......!!!.R',
  binary: '...<.....!!!..!!!.R',
  rowversion: '...<rr...>>>><>.><R',
  datetime: '..........!.>.>>><R',
  date: '<<<<..!<..!.<.!!!<R',
  time: '<<<<..!<!!.!<.!!!<R',
  datetime2: '<<<<..!<..!.<.!!!<R',
  uniqueidentifier: '<<<<...<<>>>..>>><R',
  sql_variant: '.......>......>>><R',
  text: '<<<<!!!<<!!!<<!!!<R',
  image: '<<<<!!!.<!!!<<!!!<R',
  xml: '<<<<!!!<<!!!<<!!x<R',
  hierarchyid: '>>>>...>>>>>>>>>>.>',
  spatial: 'LLLLLLLLLLLLLLLLLLL',
};

const CLR = { hierarchyid: 'LLLLLLLLLLLLLLLLLLL', spatial: 'LLLLLLLLLLLLLLLLLLL' };

/** The types that no operator adds. */
const inert = (row: string) => ({ date: row, time: row, datetime2: row, uniqueidentifier: row, text: row, image: row, xml: row });

const ADD: Pairs = {
  bit: '!...!!!!.!!!!!!!!RR',
  integer: '.........>>>>r>>>RR',
  exact: '.........>>>>r>>>RR',
  approximate: '......>>.>>>>r>>>RR',
  ansi: '!.....!!.!!!!!!!!RR',
  unicode: '!.....!!.!!!!!!!!RR',
  binary: '!..<!!...!!!!!!!!RR',
  rowversion: '!..<!!..!!!!!!!!!RR',
  datetime: '.......!.!!!!r!!!RR',
  sql_variant: '!lll!!!!l!!!!!!!!RR',
  ...inert('!<<<!!!!!----!---RR'),
  ...CLR,
};

const SUBTRACT: Pairs = {
  bit: '!...!!!!.!!!!!!!!RR',
  integer: '.........>>>>r>>>RR',
  exact: '.........>>>>r>>>RR',
  approximate: '......>>.>>>>r>>>RR',
  ansi: '!...-!!!.!!!!!!!!RR',
  unicode: '!...!-!!.!!!!!!!!RR',
  binary: '!..<!!!!.!!!!!!!!RR',
  rowversion: '!..<!!!-!----!---RR',
  datetime: '.......!.!!!!r!!!RR',
  sql_variant: '!lll!!!!l!!!!!!!!RR',
  ...inert('!<<<!!!-!----!---RR'),
  ...CLR,
};

const SCALE: Pairs = {
  bit: '-...-------------RR',
  integer: '........r>>>>r>>>RR',
  exact: '........r>>>>r>>>RR',
  approximate: '......>>r>>>>r>>>RR',
  ansi: '-...-------------RR',
  unicode: '-...-------------RR',
  binary: '-..<-------------RR',
  rowversion: '-..<-------------RR',
  datetime: '-lll-------------RR',
  sql_variant: '-lll-------------RR',
  ...inert('-<<<-------------RR'),
  ...CLR,
};

const MODULO: Pairs = {
  bit: '!..!!!!!!!!!!!!!!RR',
  integer: '...!....!!!!!!!!!RR',
  exact: '...!!!!!!!!!!!!!!RR',
  approximate: '!!!-!!!!---------RR',
  ansi: '!.!!!!!!!!!!!!!!!RR',
  unicode: '!.!!!!!!!!!!!!!!!RR',
  binary: '!.!!!!!!!!!!!!!!!RR',
  rowversion: '!.!!!!!!!!!!!!!!!RR',
  datetime: '!!!-!!!!---------RR',
  sql_variant: '!!!-!!!!---------RR',
  ...inert('!!!-!!!!---------RR'),
  ...CLR,
};

const PAIRS: Readonly<Record<PairedOperator, Pairs>> = { compare: COMPARE, add: ADD, subtract: SUBTRACT, scale: SCALE, modulo: MODULO };
