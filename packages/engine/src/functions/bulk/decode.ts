/** The text of a data file: UTF-16 where it is marked or asked for, UTF-8 where it is valid, else the code page of Western Windows. */

const LITTLE_ENDIAN_MARK = [0xff, 0xfe];

export function decodeFile(bytes: Uint8Array, { wide, codePage }: { readonly wide: boolean; readonly codePage: string }): string {
  const isMarked = bytes[0] === LITTLE_ENDIAN_MARK[0] && bytes[1] === LITTLE_ENDIAN_MARK[1];
  if (wide || isMarked) return new TextDecoder('utf-16le').decode(bytes);
  if (codePage === '65001') return new TextDecoder('utf-8').decode(bytes);
  if (codePage === '1252' || codePage === 'ACP') return new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
