/** Symmetric algorithms: a row each, with the codes of sys.symmetric_keys. The algorithms of old need a database of compatibility level 120 or less. */

export interface Algorithm {
  /** key_algorithm */
  readonly code: string;
  readonly description: string;
  readonly bits: number;
  readonly cipher: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'des-ede-cbc' | 'des-ede3-cbc';
  readonly keyBytes: number;
  readonly blockBytes: number;
  readonly deprecated: boolean;
}

const aes = (code: string, bits: 128 | 192 | 256): Algorithm => ({
  code,
  description: `AES_${bits}`,
  bits,
  cipher: `aes-${bits}-cbc`,
  keyBytes: bits / 8,
  blockBytes: 16,
  deprecated: false,
});

const triple = (code: string, description: string, cipher: 'des-ede-cbc' | 'des-ede3-cbc', keyBytes: number): Algorithm => ({
  code,
  description,
  bits: keyBytes * 8,
  cipher,
  keyBytes,
  blockBytes: 8,
  deprecated: true,
});

/** What passphrases encrypt with, and what they encrypted with before 2017. */
export const PASSPHRASE_ALGORITHM = aes('A3', 256);
export const PASSPHRASE_ALGORITHM_1 = triple('D3', 'TRIPLE_DES', 'des-ede-cbc', 16);

/** By the name in CREATE SYMMETRIC KEY. DESX really is triple DES with three keys. */
export const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  AES_128: aes('A1', 128),
  AES_192: aes('A2', 192),
  AES_256: aes('A3', 256),
  TRIPLE_DES: triple('D3', 'TRIPLE_DES', 'des-ede-cbc', 16),
  TRIPLE_DES_3KEY: triple('DT', 'TRIPLE_DES_3KEY', 'des-ede3-cbc', 24),
  DESX: triple('DX', 'DESX', 'des-ede3-cbc', 24),
};

/** Algorithms that SQL Server has and cryptographic libraries no longer carry. */
export const LOST_ALGORITHMS: ReadonlySet<string> = new Set(['DES', 'RC2', 'RC4', 'RC4_128']);

/** Above this compatibility level deprecated algorithms encrypt nothing. */
export const LAST_DEPRECATED_LEVEL = 120;
