/**
 * A workbook, written while the rows are read: a ZIP archive whose sheets are made piece by piece.
 *
 * Numbers that a double holds exactly are numbers, everything else is text, so that no digit changes. A sheet has room for 1,048,576 rows; what
 * goes beyond continues on the next one. Excel refuses cells of more than 32,767 characters, so those are cut there, and only there.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ExportColumn } from './columns.ts';
import type { ExportSource } from './text-formats.ts';

const SHEET_ROWS = 1_048_576;
const CELL_LENGTH = 32_767;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export async function* xlsx({ columns, rows }: ExportSource): AsyncGenerator<Uint8Array> {
  const archive = new Archive();
  const header = `<row>${columns.map(({ name }) => textCell(name)).join('')}</row>`;
  let sheets = 0;
  let sheet: ZipDeflate | undefined;
  let inSheet = 0;
  for await (const piece of rows) {
    for (const row of piece) {
      if (sheet === undefined || inSheet === SHEET_ROWS) {
        if (sheet !== undefined) endSheet(sheet);
        sheet = archive.file(`xl/worksheets/sheet${++sheets}.xml`);
        sheet.push(strToU8(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${header}`));
        inSheet = 1;
      }
      sheet.push(strToU8(`<row>${row.map((value, at) => cell(value, columns[at])).join('')}</row>`));
      inSheet += 1;
    }
    yield* archive.take();
  }
  if (sheet === undefined) {
    sheet = archive.file(`xl/worksheets/sheet${++sheets}.xml`);
    sheet.push(strToU8(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${header}`));
  }
  endSheet(sheet);
  for (const [name, text] of Object.entries(partsOf(sheets))) archive.file(name).push(strToU8(`${XML}${text}`), true);
  archive.end();
  yield* archive.take();
}

/** What the archive has produced and nobody has taken yet. */
class Archive {
  #chunks: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    this.#chunks.push(chunk);
  });

  file(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 1 });
    this.#zip.add(file);
    return file;
  }

  end(): void {
    this.#zip.end();
  }

  *take(): Generator<Uint8Array> {
    const chunks = this.#chunks;
    this.#chunks = [];
    yield* chunks;
  }
}

function endSheet(sheet: ZipDeflate): void {
  sheet.push(strToU8('</sheetData></worksheet>'), true);
}

function cell(value: string | null, column: ExportColumn | undefined): string {
  if (value === null) return '<c/>';
  if (column?.family === 'bit') return `<c t="b"><v>${value}</v></c>`;
  return column?.family === 'number' && isExact(value) ? `<c><v>${value}</v></c>` : textCell(value);
}

function textCell(value: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, CELL_LENGTH))}</t></is></c>`;
}

/** Fifteen digits survive in a double, and Excel shows no more. */
function isExact(value: string): boolean {
  return (
    value
      .replace(/E.*$/, '')
      .replace(/[^0-9]/g, '')
      .replace(/^0+/, '').length <= 15
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML 1.0 has no place for are written as Excel writes them; so is what only looks like that. */
function escapeXml(text: string): string {
  return text
    .replace(/_x[0-9A-F]{4}_/gi, (code) => `_x005F${code}`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(CONTROL, (character) => (BLANKS.has(character) ? character : escapeCode(character)));
}

const BLANKS: ReadonlySet<string> = new Set(['\t', '\n', '\r']);
const CONTROL = /\p{Cc}|[\uFFFE\uFFFF]/gu;
const escapeCode = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

function partsOf(sheets: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${numbers.map((number) => override(`xl/worksheets/sheet${number}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbers.map((number) => `<sheet name="Result ${number}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONSHIPS}">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}</Relationships>`,
  };
}
