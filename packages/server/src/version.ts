/** What the server calls itself, to people and to clients. Tools refuse servers that do not look like a current SQL Server, hence the second pair. */

export const PRODUCT = 'Sprocket';
export const PRODUCT_VERSION = '0.1.0';

/** Program name and version of LOGINACK and PRELOGIN: those of SQL Server 2022. */
export const PROGRAM_NAME = 'Microsoft SQL Server';
export const PROGRAM_VERSION = [16, 0, 1000] as const;
