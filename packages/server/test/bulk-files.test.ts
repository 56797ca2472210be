import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulkFilesIn } from '../src/bulk-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'sprocket-bulk-'));
const folder = path.join(root, 'permitted');
mkdirSync(path.join(folder, 'sub'), { recursive: true });
mkdirSync(path.join(root, 'permitted-too'));
writeFileSync(path.join(folder, 'a.csv'), '1,2');
writeFileSync(path.join(folder, 'sub', 'b.csv'), '3,4');
writeFileSync(path.join(root, 'secret.txt'), 'secret');
writeFileSync(path.join(root, 'permitted-too', 'secret.txt'), 'secret');
symlinkSync(path.join(root, 'secret.txt'), path.join(folder, 'link.txt'));

const read = bulkFilesIn(folder);
const textOf = (written: string): string => {
  const file = read(written);
  return file.kind === 'bytes' ? Buffer.from(file.bytes).toString() : file.kind;
};

describe('files for bulk loading', () => {
  it('are read by name, below the folder, and by their whole path', () => {
    expect(textOf('a.csv')).toBe('1,2');
    expect(textOf('sub/b.csv')).toBe('3,4');
    expect(textOf('sub\\b.csv')).toBe('3,4');
    expect(textOf(path.join(folder, 'a.csv'))).toBe('1,2');
  });

  it('are missing where there is none', () => {
    expect(textOf('nothing.csv')).toBe('missing');
  });

  it.each([
    ['../secret.txt'],
    ['sub/../../secret.txt'],
    ['..\\secret.txt'],
    [path.join(root, 'secret.txt')],
    ['../permitted-too/secret.txt'],
    ['link.txt'],
    ['.'],
    ['sub'],
    ['/etc/hostname'],
  ])('are refused elsewhere: %s', (written) => {
    expect(textOf(written)).toBe('refused');
  });
});
