/** Collations: names, order, equality, code pages. Orders are SQL Server's own where they are stated as a list. */

import { char, nvarchar, varchar } from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteLength, collation, cutToLength, DEFAULT_COLLATION, folding, toCodePage } from '../../src/values/collation.ts';

const named = (name: string, unicode = true) => collation(name, { unicode })!;
const compare = (a: string, b: string, name = DEFAULT_COLLATION, unicode = true) => {
  const [x, y] = [named(name, unicode).key(a), named(name, unicode).key(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};
const equal = (a: string, b: string, name?: string, unicode?: boolean) => compare(a, b, name, unicode) === 0;
const sorted = (texts: readonly string[], name?: string, unicode?: boolean) => [...texts].sort((a, b) => compare(a, b, name, unicode));

describe('names', () => {
  test.each([
    ['sql_latin1_general_cp1_ci_as', 'SQL_Latin1_General_CP1_CI_AS', 0x0409, 52, 1252],
    ['SQL_Latin1_General_CP1_CI_AI', 'SQL_Latin1_General_CP1_CI_AI', 0x0409, 54, 1252],
    ['SQL_Latin1_General_CP850_CI_AS', 'SQL_Latin1_General_CP850_CI_AS', 0x0409, 42, 850],
    ['Latin1_General_CI_AS', 'Latin1_General_CI_AS', 0x0409, 0, 1252],
    ['french_ci_as', 'French_CI_AS', 0x040c, 0, 1252],
    ['Cyrillic_General_100_CS_AS', 'Cyrillic_General_100_CS_AS', 0x0419, 0, 1251],
    ['Latin1_General_100_CI_AS_SC_UTF8', 'Latin1_General_100_CI_AS_SC_UTF8', 0x0409, 0, 65001],
    ['Japanese_XJIS_140_CI_AS_KS_WS', 'Japanese_XJIS_140_CI_AS_KS_WS', 0x0411, 0, 932],
    ['Latin1_General_BIN2', 'Latin1_General_BIN2', 0x0409, 0, 1252],
  ])('%s', (name, canonical, lcid, sortId, codePage) => {
    expect(collation(name)).toMatchObject({ name: canonical, lcid, sortId, codePage });
  });

  test.each([
    '',
    'Latin1_General',
    'Klingon_CI_AS',
    'SQL_Latin1_General_CP1_CI',
    'Latin1_General_CI_CS',
    'Latin1_General_CI_AS_UTF8',
    'Latin1_General_100_CI_AS_UTF8',
    'Latin1_General_AS_CI',
    'French_BIN_CI',
  ])('%j is no collation', (name) => {
    expect(collation(name)).toBe(undefined);
  });

  test('the suffixes say what is sensitive', () => {
    expect(named('Latin1_General_CS_AI')).toMatchObject({
      caseSensitive: true,
      accentSensitive: false,
      kanaSensitive: false,
      binary: false,
    });
    expect(named('Latin1_General_100_CI_AS_KS_WS_SC')).toMatchObject({ kanaSensitive: true, widthSensitive: true, supplementary: true });
    expect(named('Latin1_General_100_BIN2_UTF8')).toMatchObject({ binary: true, bin2: true, utf8: true, flags: 96 });
    expect(named(DEFAULT_COLLATION).flags).toBe(13);
  });
});

describe('equality of the default collation', () => {
  test.each([
    ['abc', 'ABC'],
    ['abc', 'abc   '],
    ['É', 'é'],
    ['é', 'e\u0301'],
    ['Ä', 'ä'],
    ['ß', 'ss'],
    ['Æ', 'ae'],
    ['œé', 'OEÉ'],
    ['þ', 'TH'],
    ['Ｆｕｌｌ', 'full'],
    ['ひらがな', 'ヒラガナ'],
    ['ｶﾞ', 'ガ'],
    ['Σ', 'ς'],
    ['ЖУК', 'жук'],
    ['²', '2'],
    ['a\u0000b', 'ab'],
  ])('%j = %j', (a, b) => {
    expect(equal(a, b)).toBe(true);
  });

  test.each([
    ['e', 'é'],
    ['co-op', 'coop'],
    ["can't", 'cant'],
    ["ab''c", 'ab-c'],
    ['a', 'a\t'],
    ['a b', 'ab'],
    ['a', ' a'],
    ['İ', 'i'],
    ['ı', 'i'],
    ['ø', 'o'],
    ['й', 'и'],
    ['ª', 'a'],
  ])('%j <> %j', (a, b) => {
    expect(equal(a, b)).toBe(false);
  });

  test('varchar data has no ligatures', () => {
    expect(equal('ß', 'ss', DEFAULT_COLLATION, false)).toBe(false);
    expect(sorted(['st', 'ß', 'ss'], DEFAULT_COLLATION, false)).toEqual(['ss', 'ß', 'st']);
    expect(equal('Š', 'š', DEFAULT_COLLATION, false)).toBe(false);
  });
});

describe('order', () => {
  const WINDOWS =
    ' \u00a0\t\n\u000b\f\r!"#$%&()*,./:;?@[\\]^_`{|}~¡¦¨¯´¸¿˜‘’‚“”„‹›+<=>±«»×÷¢£¤¥§©¬®°µ¶·†‡•…‰€0¼½¾123456789abcdefghijklmnopqrstuvwxyz';
  const SORT_ORDER_52 =
    ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷0123456789abcdefghijklmnopqrstuvwxyzðþ';

  test.each([
    ['nvarchar', WINDOWS, true],
    ['varchar', SORT_ORDER_52, false],
  ])('of single characters in %s', (_, order, unicode) => {
    // A character in front of a letter, so that blanks count and the first level decides.
    const given = Array.from(order, (char) => `${char}x`);
    expect(sorted([...given].reverse(), DEFAULT_COLLATION, unicode)).toEqual(given);
  });

  test('letters come first, then accents, then case', () => {
    expect(sorted(['az', 'àz', 'Ao', 'à'])).toEqual(['à', 'Ao', 'az', 'àz']);
    expect(sorted(['cafés', 'café', 'cafe', 'cafz', 'caff'])).toEqual(['cafe', 'café', 'cafés', 'caff', 'cafz']);
    expect(sorted(['å', 'ã', 'ä', 'â', 'à', 'á', 'ª', 'a'])).toEqual(['a', 'ª', 'á', 'à', 'â', 'ä', 'ã', 'å']);
    expect(sorted(['å', 'ä', 'ã', 'â', 'á', 'à', 'a'], DEFAULT_COLLATION, false)).toEqual(['a', 'à', 'á', 'â', 'ã', 'ä', 'å']);
    expect(sorted(['B', 'b', 'A', 'a'], 'Latin1_General_CS_AS')).toEqual(['a', 'A', 'b', 'B']);
    expect(compare('aB', 'Ab', 'Latin1_General_CS_AS')).toBe(-1);
  });

  test('apostrophe and hyphen come last in Unicode data and count in varchar data', () => {
    expect(sorted(["B's Beverages", 'Bottom-Dollar Markets', "Bon app'", 'Bólido'])).toEqual([
      'Bólido',
      "Bon app'",
      'Bottom-Dollar Markets',
      "B's Beverages",
    ]);
    expect(sorted(['co-op', 'coop', 'coo', 'cooq'])).toEqual(['coo', 'coop', 'co-op', 'cooq']);
    expect(sorted(['co-op', 'coop'], DEFAULT_COLLATION, false)).toEqual(['co-op', 'coop']);
    expect(sorted(['co-op', 'coop'], 'Latin1_General_CI_AS', false)).toEqual(['coop', 'co-op']);
  });

  test('scripts follow one another', () => {
    expect(sorted(['日本', 'ж', 'α', 'z', '9', '한', '😀'])).toEqual(['9', 'z', 'α', 'ж', '日本', '한', '😀']);
  });
});

describe('other collations', () => {
  test('AI ignores accents', () => {
    expect(equal('café', 'CAFE', 'Latin1_General_CI_AI')).toBe(true);
    expect(equal('ø', 'o', 'Latin1_General_CI_AI')).toBe(true);
    expect(equal('café', 'CAFE', 'Latin1_General_CS_AI')).toBe(false);
  });

  test('KS and WS tell kana and width apart', () => {
    expect(equal('か', 'カ', 'Japanese_CI_AS_KS')).toBe(false);
    expect(equal('ａ', 'a', 'Japanese_CI_AS_WS')).toBe(false);
    expect(equal('ａ', 'A', 'Japanese_CI_AS_KS')).toBe(true);
    expect(equal('か', 'カ', 'Latin1_General_CS_AS')).toBe(true);
  });

  test('locales have letters of their own', () => {
    expect(sorted(['ö', 'z', 'å', 'ä', 'o'], 'Finnish_Swedish_CI_AS')).toEqual(['o', 'z', 'å', 'ä', 'ö']);
    expect(sorted(['å', 'ø', 'æ', 'z'], 'Danish_Norwegian_CI_AS')).toEqual(['z', 'æ', 'ø', 'å']);
    expect(sorted(['o', 'ñ', 'nz'], 'Modern_Spanish_CI_AS')).toEqual(['nz', 'ñ', 'o']);
    expect(sorted(['côté', 'coté', 'côte', 'cote'], 'French_CI_AS')).toEqual(['cote', 'côte', 'coté', 'côté']);
    expect(equal('I', 'i', 'Turkish_CI_AS')).toBe(false);
    expect(equal('I', 'ı', 'Turkish_CI_AS')).toBe(true);
    expect(equal('İ', 'i', 'Turkish_CI_AS')).toBe(true);
    expect(equal('þ', 'th', 'Latin1_General_100_CI_AS')).toBe(false);
  });

  test('binary collations compare units, or bytes of the code page', () => {
    expect(compare('B', 'a', 'Latin1_General_BIN2')).toBe(-1);
    expect(equal('a', 'a  ', 'Latin1_General_BIN2')).toBe(true);
    expect(compare('a', 'a\u0000', 'Latin1_General_BIN2')).toBe(1);
    expect(compare('€', '\u00a0', 'Latin1_General_100_BIN2', true)).toBe(1);
    expect(compare('€', '\u00a0', 'Latin1_General_100_BIN2', false)).toBe(-1);
    expect(compare('😀', '\ue000', 'Latin1_General_BIN2')).toBe(-1);
    expect(compare('😀', '\ue000', 'Latin1_General_100_BIN2_UTF8', false)).toBe(1);
  });
});

describe('keys', () => {
  const collations = [
    'SQL_Latin1_General_CP1_CI_AS',
    'SQL_Latin1_General_CP1_CS_AS',
    'Latin1_General_CI_AI',
    'Latin1_General_100_CS_AS_KS_WS',
    'French_CI_AS',
    'Turkish_CI_AS',
    'Latin1_General_BIN2',
    'Latin1_General_100_BIN2_UTF8',
    'Japanese_CI_AS',
  ].flatMap((name) => [named(name, true), named(name, false)]);
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(..." aAbBéÉ-'ß_09.Zzｱ日😀"), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
    maxLength: 12,
  });

  test('use only code units that UTF-8 and UTF-16 order alike', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...collations), (value, { key }) => !/[\ud800-\udfff\ue000-\uffff]/.test(key(value))),
      { numRuns: 500 },
    );
  });

  test('order by units as by UTF-8 bytes', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...collations), (a, b, { key }) => {
        const [x, y] = [key(a), key(b)];
        return Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y))) === (x < y ? -1 : x > y ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  test('ignore blanks at the end and fold what the collation folds', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...collations), (value, { key }) => key(value) === key(`${value}  `)),
      { numRuns: 300 },
    );
    const ascii = fc.string({ maxLength: 20 });
    fc.assert(fc.property(ascii, (value) => equal(value, value.toUpperCase()) && equal(value.toLowerCase(), value)));
  });

  test('a long key and a short key agree about a common beginning', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,4}$/), (head, tail) => {
        return compare(head, `${head}${tail}`) < 0 && compare(`${head}é`, `${head}e${tail}`) < 0;
      }),
    );
  });

  test('folding finds equal characters', () => {
    const fold = folding(named(DEFAULT_COLLATION));
    expect(fold('ÀÉÎ Ｋ\u212a')).toBe(fold('àéî kk'));
    expect(fold('ABC')).toBe('abc');
    expect(fold('e\u0301')).toBe(fold('É'));
    expect(folding(named('Latin1_General_CS_AS'))('ABC')).toBe('ABC');
  });
});

describe('code pages', () => {
  test('what varchar can hold', () => {
    expect(toCodePage('naïve €', DEFAULT_COLLATION)).toBe('naïve €');
    expect(toCodePage('日本 Ж ł', DEFAULT_COLLATION)).toBe('?? ? l');
    expect(toCodePage('Ж', 'Cyrillic_General_CI_AS')).toBe('Ж');
    expect(toCodePage('e\u0301 ΩΓΔ №≤√ Ⅷ ﬁ', DEFAULT_COLLATION)).toBe('e´ OG? N=v ? ?');
    expect(toCodePage('█é€', 'SQL_Latin1_General_CP850_CI_AS')).toBe('█é?');
    expect(toCodePage('日本😀', 'Latin1_General_100_CI_AS_SC_UTF8')).toBe('日本😀');
  });

  test('lengths in bytes', () => {
    expect(byteLength('é', varchar(5))).toBe(1);
    expect(byteLength('é', nvarchar(5))).toBe(2);
    expect(byteLength('日😀', nvarchar(5))).toBe(6);
    expect(byteLength('café\u00a0😀', varchar(50, 'Latin1_General_100_CI_AS_SC_UTF8'))).toBe(11);
    expect(byteLength('日a', char(5, 'Japanese_CI_AS'))).toBe(3);
    expect(cutToLength('日日', varchar(3, 'Japanese_CI_AS'))).toBe('日');
  });
});
