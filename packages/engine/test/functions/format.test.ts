/** FORMAT and PARSE: .NET's formats under the cultures that matter, and back again. */

import { BIGINT, DATE, DATETIME, datetime2, datetimeoffset, decimal, FLOAT, MONEY, REAL, time, varchar } from '@sprocket/tsql';
import { describe } from 'vitest';
import { cast, check, checkErrors, type Literal, n, nullOf, row, typed } from './harness.ts';

const at = cast('2011-10-09 15:04:05.067', DATETIME);
const dec = (p: number, s: number, unscaled: bigint) => typed(decimal(p, s), unscaled);
const format = (value: Literal, pattern: string, text: string | null, culture?: string) =>
  row('FORMAT', culture === undefined ? [value, pattern] : [value, pattern, culture], 'nvarchar(4000)', text);

describe('standard numbers', () => {
  check([
    format(1234567, 'N', '1,234,567.00'),
    format(1234567, 'N0', '1.234.567', 'de-DE'),
    format(dec(9, 2, 123456789n), 'N', '1\u00a0234\u00a0567,89', 'fr-FR'),
    format(dec(9, 2, 123456789n), 'N', '12,34,567.89', 'en-IN'),
    format(typed(MONEY, 12345678n), 'C', '$1,234.57'),
    format(typed(MONEY, -12345678n), 'C', '($1,234.57)', 'en-US'),
    format(typed(MONEY, 12345678n), 'C', '1.234,57 €', 'de-DE'),
    format(typed(MONEY, -12345678n), 'c', '-£1,234.57', 'en-GB'),
    format(1, 'C', '¥1', 'ja-JP'),
    format(1, 'C', 'R$ 1,00', 'pt-BR'),
    format(typed(MONEY, -15000n), 'C', '€ -1,50', 'nl-NL'),
    format(typed(MONEY, 15000n), 'C', '1,50 kr', 'sv-SE'),
    format(1, 'C', '1,00 ₽', 'ru-RU'),
    format(42, 'D5', '00042'),
    format(-42, 'D5', '-00042'),
    format(255, 'X', 'FF'),
    format(-1, 'x', 'ffffffff'),
    format(typed(BIGINT, 255n), 'X4', '00FF'),
    format(typed(FLOAT, 0.12345), 'P', '12.35 %'),
    format(typed(FLOAT, 0.12345), 'P1', '12,3 %', 'de-DE'),
    format(typed(FLOAT, 1234.5678), 'F2', '1234.57'),
    format(typed(FLOAT, 1234.5678), 'E2', '1.23E+003'),
    format(typed(FLOAT, 1234.5678), 'e', '1.234568e+003'),
    format(typed(FLOAT, 1234.5678), 'G', '1234.5678'),
    format(typed(FLOAT, 1e20), 'G', '1E+20'),
    format(typed(FLOAT, 0.00001234), 'G', '1.234E-05'),
    format(typed(FLOAT, 123456), 'G3', '1.23E+05'),
    format(typed(REAL, 1.5), 'R', '1.5'),
    format(dec(5, 2, 150n), 'G', '1.50'),
    format(dec(5, 2, 150n), 'D', null),
    format(dec(5, 2, -5n), 'F1', '-0.1'),
    format(nullOf(MONEY), 'C', null),
  ]);
  checkErrors([
    ['FORMAT', ['abc', 'N'], 8116, 'Argument data type varchar is invalid for argument 1 of format function.'],
    ['FORMAT', [1, null], 8116],
    ['FORMAT', [1, 'N', 'not a culture'], 9818, "The culture parameter 'not a culture' provided in the function call is not supported."],
  ]);
});

describe('custom numbers', () => {
  check([
    format(123456789, '###-##-####', '123-45-6789'),
    format(1234567, '#,##0', '1,234,567'),
    format(12, '#,##0.00', '12.00'),
    format(dec(9, 3, 1234567n), '#,##0.00', '1.234,57', 'de-DE'),
    format(0, '#', ''),
    format(0, '0.##', '0'),
    format(dec(3, 2, 150n), '0.##', '1.5'),
    format(5, '000', '005'),
    format(-5, '000', '-005'),
    format(-5, '0;(0)', '(5)'),
    format(0, '0;-0;zero', 'zero'),
    format(1234567, '0,,.0M', '1.2M'),
    format(1234567, '0,', '1235'),
    format(typed(FLOAT, 0.256), '0.0%', '25.6%'),
    format(12345, '0.00E+00', '1.23E+04'),
    format(typed(FLOAT, 0.00012), '0.0e0', '1.2e-4'),
    format(7, "'no. '0", 'no. 7'),
    format(7, '\\#0', '#7'),
    format(5551234567n, '(000) 000-0000', '(555) 123-4567'),
    format(dec(3, 2, 50n), '.00', '.50'),
    format(dec(3, 2, 250n), '0', '3'),
  ]);
});

describe('dates', () => {
  check([
    format(at, 'd', '10/9/2011'),
    format(at, 'd', '09/10/2011', 'en-GB'),
    format(at, 'd', '09.10.2011', 'de-DE'),
    format(at, 'd', '2011/10/9', 'zh-CN'),
    format(at, 'd', '2011/10/09', 'ja-JP'),
    format(at, 'd', '2011-10-09', 'sv-SE'),
    format(at, 'd', '9-10-2011', 'nl-NL'),
    format(at, 'd', '09.10.2011', 'ru-RU'),
    format(at, 'D', 'Sunday, October 9, 2011', 'en-US'),
    format(at, 'D', '09 October 2011', 'en-gb'),
    format(at, 'D', 'Sonntag, 9. Oktober 2011', 'de-de'),
    format(at, 'D', '2011年10月9日', 'zh-cn'),
    format(at, 'D', 'domingo, 9 de outubro de 2011', 'pt-BR'),
    format(at, 'D', '9 октября 2011 г.', 'ru-RU'),
    format(at, 'g', '10/9/2011 3:04 PM'),
    format(at, 'G', '09/10/2011 15:04:05', 'fr-FR'),
    format(at, 's', '2011-10-09T15:04:05'),
    format(at, 'o', '2011-10-09T15:04:05.0670000'),
    format(at, 'R', 'Sun, 09 Oct 2011 13:04:05 GMT'),
    format(at, 'M', 'October 9'),
    format(at, 'y', 'octobre 2011', 'fr-FR'),
    format(at, 'yyyy-MM-dd HH:mm:ss.fff', '2011-10-09 15:04:05.067'),
    format(at, 'dd/MM/yyyy', '09.10.2011', 'de-DE'),
    format(at, 'dd MMM yy, h:mm tt', '09 Oct 11, 3:04 PM'),
    format(at, 'dddd d MMMM', 'dimanche 9 octobre', 'fr-FR'),
    format(at, "'Q' yyyy \\d", 'Q 2011 d'),
    format(at, 'hh:mm:ss.FFF', '03:04:05.067'),
    format(cast('2011-10-09 15:04:05', datetime2(7)), 'ss.FFF', '05'),
    format(at, '%d', '9'),
    format(at, 'Z', null),
    format(cast('2024-02-29', DATE), 'MMMM yyyy', 'Februar 2024', 'de-DE'),
    format(cast('2024-02-29 12:00 -05:30', datetimeoffset(0)), 'yyyy-MM-ddTHH:mm:ssK', '2024-02-29T12:00:00-05:30'),
    format(cast('2024-02-29 12:00 -05:30', datetimeoffset(0)), 'u', '2024-02-29 17:30:00Z'),
    format(cast('07:35', time(0)), 'hh.mm', null),
    format(cast('07:35', time(0)), 'hh\\.mm', '07.35'),
    format(cast('07:35:01.5', time(7)), "h'h 'm'm'", '7h 35m'),
    format(cast('07:35:01.5', time(7)), 'c', '07:35:01.5000000'),
  ]);
});

describe('PARSE', () => {
  const parse = (text: string, type: string, culture: string, typeName: string, value: Parameters<typeof row>[3], name = 'PARSE') =>
    row(name, [n(text), type, culture], typeName, value);
  check([
    parse('€345,98', 'money', 'de-DE', 'money', 3459800n),
    parse('$1,234.5', 'money', 'en-US', 'money', 12345000n),
    parse('1.234,50', 'decimal(10,2)', 'de-DE', 'decimal(10,2)', 123450n),
    parse('-12', 'int', 'en-US', 'int', -12),
    parse('1 234', 'int', 'fr-FR', 'int', 1234),
    parse('1.5e3', 'float', 'en-US', 'float', 1500),
    parse('Monday, 13 December 2010', 'date', 'en-US', 'date', 734118),
    parse('13/12/2010', 'date', 'en-GB', 'date', 734118),
    parse('12/13/2010', 'date', '', 'date', 734118),
    parse('13. Dezember 2010', 'date', 'de-DE', 'date', 734118),
    parse('2010-12-13', 'date', 'fr-FR', 'date', 734118),
    parse('3:04:05 PM', 'time(0)', 'en-US', 'time(0)', 542_450_000_000),
    parse('abc', 'int', 'en-US', 'int', null, 'TRY_PARSE'),
    parse('13/12/2010', 'date', 'en-US', 'date', null, 'TRY_PARSE'),
  ]);
  checkErrors([
    ['PARSE', [n('abc'), 'int', 'en-US'], 9819, "Error converting string value 'abc' into data type int using culture 'en-US'."],
    ['PARSE', [n('3000000000'), 'int', 'en-US'], 9819],
    ['PARSE', [n('1'), 'int', 'xx-invalid-culture-name'], 9818],
    ['PARSE', [n('1'), 'uniqueidentifier', ''], 8116],
    ['PARSE', [nullOf(varchar(1)), 'xml', ''], 8116],
  ]);
});
