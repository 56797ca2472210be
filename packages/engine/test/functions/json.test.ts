/** JSON functions, OPENJSON and FOR JSON's documents. */

import { BIT, DATETIME, decimal, FLOAT, INT, MAX, nvarchar, varbinary } from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonDocument, openJson, openJsonWith } from '../../src/functions/index.ts';
import { call, cast, check, checkErrors, environment, errorOf, row, typed } from './harness.ts';

const doc = '{"a":1,"b":[10,{"c":"x\\ny"},null],"d e":true,"n":-1.50e3,"o":{"p":{}},"s":"text"}';

describe('JSON_VALUE and JSON_QUERY', () => {
  check([
    row('JSON_VALUE', [doc, '$.a'], 'nvarchar(4000)', '1'),
    row('JSON_VALUE', [doc, 'lax $.b[0]'], 'nvarchar(4000)', '10'),
    row('JSON_VALUE', [doc, '$.b[1].c'], 'nvarchar(4000)', 'x\ny'),
    row('JSON_VALUE', [doc, '$.b[2]'], 'nvarchar(4000)', null),
    row('JSON_VALUE', [doc, '$."d e"'], 'nvarchar(4000)', 'true'),
    row('JSON_VALUE', [doc, '$.n'], 'nvarchar(4000)', '-1.50e3'),
    row('JSON_VALUE', [doc, '$.A'], 'nvarchar(4000)', null),
    row('JSON_VALUE', [doc, '$.o'], 'nvarchar(4000)', null),
    row('JSON_VALUE', [`{"a":"${'x'.repeat(4001)}"}`, '$.a'], 'nvarchar(4000)', null),
    row('JSON_VALUE', ['{"a":1,"a":2}', '$.a'], 'nvarchar(4000)', '1'),
    row('JSON_VALUE', [null, '$.a'], 'nvarchar(4000)', null),
    // Reading ends where the path does.
    row('JSON_VALUE', ['{"a":1}extra', '$.a'], 'nvarchar(4000)', '1'),
    row('JSON_VALUE', ['{"a":1,"b":', '$.a'], 'nvarchar(4000)', '1'),
    row('JSON_VALUE', ['[1,2', '$.a'], 'nvarchar(4000)', null),
    row('JSON_QUERY', [doc, '$.o'], 'nvarchar(max)', '{"p":{}}'),
    row('JSON_QUERY', [doc, '$.b'], 'nvarchar(max)', '[10,{"c":"x\\ny"},null]'),
    row('JSON_QUERY', [doc, '$.a'], 'nvarchar(max)', null),
    row('JSON_QUERY', ['{ "a" : [ 1 ] }'], 'nvarchar(max)', '{ "a" : [ 1 ] }'),
    row('JSON_PATH_EXISTS', [doc, '$.o.p'], 'int', 1),
    row('JSON_PATH_EXISTS', [doc, '$.o.q'], 'int', 0),
    row('JSON_PATH_EXISTS', ['{x}', 'strict $.a'], 'int', 0),
    row('ISJSON', [doc], 'int', 1),
    row('ISJSON', ['  [1,2]  '], 'int', 1),
    row('ISJSON', ['1'], 'int', 0),
    row('ISJSON', ['{"a":1} x'], 'int', 0),
    row('ISJSON', ['true', 'VALUE'], 'int', 1),
    row('ISJSON', ['"abc"', 'scalar'], 'int', 1),
    row('ISJSON', ['[1]', 'OBJECT'], 'int', 0),
  ]);
  const text = (at: string): string => `JSON text is not properly formatted. Unexpected character ${at}.`;
  checkErrors([
    ['JSON_VALUE', [doc, 'strict $.zzz'], 13608, 'Property cannot be found on the specified JSON path.'],
    ['JSON_VALUE', [doc, 'strict $.o'], 13623],
    ['JSON_QUERY', [doc, 'strict $.a'], 13624],
    ['JSON_VALUE', ['1', '$.a'], 13609, text("'1' is found at position 0")],
    ['JSON_VALUE', ['', '$.a'], 13609, text("'.' is found at position 0")],
    ['JSON_VALUE', ['{x}', '$.zzz'], 13609, text("'x' is found at position 1")],
    ['JSON_VALUE', ['{"a":1,"b":}', '$.zzz'], 13609, text("'}' is found at position 11")],
    ['JSON_VALUE', ['{"a":1 "b":2}', '$.zzz'], 13609, text("'\"' is found at position 7")],
    ['JSON_VALUE', ['[1,2,]', '$[9]'], 13609, text("']' is found at position 5")],
    ['JSON_VALUE', ['{"a":01}', '$.zzz'], 13609, text("'0' is found at position 5")],
    ['JSON_VALUE', ['{"a":"str', '$.zzz'], 13609, text("'\"' is found at position 5")],
    ['JSON_VALUE', ['{} x', '$.zzz'], 13609, text("'x' is found at position 3")],
    ['JSON_VALUE', [doc, 'a'], 13607, "JSON path is not properly formatted. Unexpected character 'a' is found at position 0."],
    ['JSON_VALUE', [doc, '$.a['], 13607],
    ['JSON_VALUE', [`{"b":${'['.repeat(129)}${']'.repeat(129)}}`, '$.a'], 13606],
    ['JSON_VALUE', [1, '$.a'], 8116],
  ]);
});

describe('JSON_MODIFY', () => {
  const info = '{"name":"John","skills":["C#","SQL"]}';
  const modified = (path: string, value: Parameters<typeof call>[1], result: string) =>
    row('JSON_MODIFY', [info, path, value], 'nvarchar(max)', result);
  check([
    modified('$.name', 'Mike', '{"name":"Mike","skills":["C#","SQL"]}'),
    modified('$.surname', 'Smith', '{"name":"John","skills":["C#","SQL"],"surname":"Smith"}'),
    modified('strict $.name', null, '{"name":null,"skills":["C#","SQL"]}'),
    modified('$.name', null, '{"skills":["C#","SQL"]}'),
    modified('$.skills', null, '{"name":"John"}'),
    modified('append $.skills', 'Azure', '{"name":"John","skills":["C#","SQL","Azure"]}'),
    modified('append $.tags', 'x', '{"name":"John","skills":["C#","SQL"],"tags":["x"]}'),
    modified('$.skills[1]', 42, '{"name":"John","skills":["C#",42]}'),
    modified('$.skills[0]', null, '{"name":"John","skills":[null,"SQL"]}'),
    modified('$.skills[9]', 'x', info),
    modified('$.a.b', 'x', info),
    modified('$.price', typed(decimal(5, 2), 1050n), '{"name":"John","skills":["C#","SQL"],"price":10.50}'),
    modified('$.ok', true, '{"name":"John","skills":["C#","SQL"],"ok":true}'),
    modified('$.skills', '["x"]', '{"name":"John","skills":"[\\"x\\"]"}'),
    modified('$.skills', { ...typed(nvarchar(MAX), '["x"]'), json: true }, '{"name":"John","skills":["x"]}'),
    modified('$.name', 'a/b', '{"name":"a\\/b","skills":["C#","SQL"]}'),
    row('JSON_MODIFY', ['{}', '$.a', 1], 'nvarchar(max)', '{"a":1}'),
    row('JSON_MODIFY', [' { "a" : 1 , "b" : 2 } ', '$.b', null], 'nvarchar(max)', '{ "a" : 1  }'),
    row('JSON_MODIFY', ['[]', 'append $', 1], 'nvarchar(max)', '[1]'),
  ]);
  checkErrors([
    ['JSON_MODIFY', [info, 'strict $.zzz', 1], 13608],
    ['JSON_MODIFY', [info, '$', 1], 13619],
    ['JSON_MODIFY', [info, 'append strict $.name', 1], 13621],
    ['JSON_MODIFY', ['{"a":1', '$.a', 2], 13609],
  ]);
  test('what is set can be read again', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue({ maxDepth: 2 })),
        fc.string({ unit: 'binary' }),
        (members, value) => {
          const text = JSON.stringify(members);
          const changed = call('JSON_MODIFY', typed(nvarchar(MAX), text), '$.key', typed(nvarchar(MAX), value)).value as string;
          expect(JSON.parse(changed)).toEqual(JSON.parse(JSON.stringify({ ...members, key: value })));
        },
      ),
    );
  });
});

describe('JSON_OBJECT and JSON_ARRAY', () => {
  check([
    row('JSON_OBJECT', ['null', 'name', 'value', 'type', 1], 'nvarchar(max)', '{"name":"value","type":1}'),
    row('JSON_OBJECT', ['null', 'a', null], 'nvarchar(max)', '{"a":null}'),
    row('JSON_OBJECT', ['absent', 'a', null, 'b', true], 'nvarchar(max)', '{"b":true}'),
    row('JSON_OBJECT', ['null'], 'nvarchar(max)', '{}'),
    row('JSON_OBJECT', ['null', 'j', { ...typed(nvarchar(MAX), '[1]'), json: true }], 'nvarchar(max)', '{"j":[1]}'),
    row('JSON_OBJECT', ['null', 'd', cast('2024-01-15 12:34:56', DATETIME)], 'nvarchar(max)', '{"d":"2024-01-15T12:34:56"}'),
    row('JSON_OBJECT', ['null', 'b', Uint8Array.of(0x41, 0x42)], 'nvarchar(max)', '{"b":"QUI="}'),
    row('JSON_OBJECT', ['null', 'f', typed(FLOAT, 1.5)], 'nvarchar(max)', '{"f":1.500000000000000e+000}'),
    row('JSON_ARRAY', ['absent', 'a', 1, null, 2], 'nvarchar(max)', '["a",1,2]'),
    row('JSON_ARRAY', ['null', 'a', null], 'nvarchar(max)', '["a",null]'),
  ]);
  checkErrors([['JSON_OBJECT', ['null', null, 1], 13638]]);
});

describe('OPENJSON', () => {
  const rows = (text: string | null, path = '$') => [...openJson(environment, [text, path])];
  test('lists members with the kind of each', () => {
    expect(rows('{"s":"a\\tb","n":1.0,"t":true,"z":null,"a":[1, 2],"o":{}}')).toEqual([
      ['s', 'a\tb', 1],
      ['n', '1.0', 2],
      ['t', 'true', 3],
      ['z', null, 0],
      ['a', '[1, 2]', 4],
      ['o', '{}', 5],
    ]);
    expect(rows('{"a":["x","y"]}', '$.a')).toEqual([
      ['0', 'x', 1],
      ['1', 'y', 1],
    ]);
  });
  test('opens nothing where there is nothing', () => {
    expect([rows(null), rows('{"a":1}', '$.b'), rows('{"a":1}', '$.a')]).toEqual([[], [], []]);
  });
  test('fails in strict mode', () => {
    expect(errorOf(() => rows('{"a":1}', 'strict $.b'))).toMatchObject({ number: 13608, state: 3 });
    expect(errorOf(() => rows('{"a":1}', 'strict $.a'))).toMatchObject({ number: 13611 });
    expect(errorOf(() => rows('{x}'))).toMatchObject({ number: 13609, state: 4 });
  });
  test('converts the columns of a schema', () => {
    const column = (name: string, type = INT, path: string | null = null, asJson = false) => ({ name, type, path, asJson });
    const open = openJsonWith([
      column('id'),
      column('name', nvarchar(20), '$.info.name'),
      column('tags', nvarchar(MAX), '$.tags', true),
      column('ok', BIT),
      column('data', varbinary(10)),
    ]);
    const text = '[{"id":1,"info":{"name":"A"},"tags":["x"],"ok":true,"data":"QUI="},{"id":"2","tags":3}]';
    expect([...open(environment, [text, '$'])]).toEqual([
      [1, 'A', '["x"]', 1, Uint8Array.of(0x41, 0x42)],
      [2, null, null, null, null],
    ]);
    expect([...openJsonWith([column('value', INT, '$')])(environment, ['[1,2]', '$'])]).toEqual([[1], [2]]);
    expect(errorOf(() => [...openJsonWith([column('x', INT, 'strict $.x')])(environment, ['{}', '$'])])).toMatchObject({
      number: 13608,
      state: 6,
    });
  });
});

describe('FOR JSON PATH', () => {
  const columns = [
    { name: 'id', type: INT },
    { name: 'who.first', type: nvarchar(10) },
    { name: 'who.last', type: nvarchar(10) },
  ];
  const options = { root: null, nulls: false, bare: false };
  const rows = [
    [1, 'A', null],
    [2, null, null],
  ];
  test('nests by the dots of names and leaves NULLs out', () => {
    expect(jsonDocument(columns, options)(rows)).toBe('[{"id":1,"who":{"first":"A"}},{"id":2}]');
    expect(jsonDocument(columns, { ...options, nulls: true })(rows.slice(1))).toBe('[{"id":2,"who":{"first":null,"last":null}}]');
  });
  test('knows ROOT and WITHOUT_ARRAY_WRAPPER', () => {
    expect(jsonDocument(columns, { ...options, root: 'r' })(rows.slice(1))).toBe('{"r":[{"id":2}]}');
    expect(jsonDocument(columns, { ...options, bare: true })(rows.slice(1))).toBe('{"id":2}');
    expect(jsonDocument(columns, options)([])).toBeNull();
  });
  test('refuses names that conflict', () => {
    const named = (...names: string[]) => names.map((name) => ({ name, type: INT }));
    expect(errorOf(() => jsonDocument(named('a.b', 'c', 'a.d'), options)).number).toBe(13601);
    expect(errorOf(() => jsonDocument(named('a', 'a'), options)).number).toBe(13601);
    expect(errorOf(() => jsonDocument(named('a..b'), options)).number).toBe(13603);
    expect(errorOf(() => jsonDocument(named(''), options)).number).toBe(13605);
  });
});
