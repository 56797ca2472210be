/**
 * The workbench's own login on the server beside it: made at the first start, with a new password at every one, which only the two processes know.
 * It owns the sample database and nothing else: enough to deploy and to execute there.
 */

import { randomBytes } from 'node:crypto';

export const STUDIO_LOGIN = 'sprocket_studio';

export function studioPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The batches that make the login, to be run as sa. The database must be there. */
export function studioLoginBatches(password: string, database: string): readonly string[] {
  return [
    `IF SUSER_ID(N'${STUDIO_LOGIN}') IS NULL
  CREATE LOGIN [${STUDIO_LOGIN}] WITH PASSWORD = N'${password}', CHECK_POLICY = OFF;
ELSE
  ALTER LOGIN [${STUDIO_LOGIN}] WITH PASSWORD = N'${password}';`,
    `USE [${database}];
IF USER_ID(N'${STUDIO_LOGIN}') IS NULL CREATE USER [${STUDIO_LOGIN}] FOR LOGIN [${STUDIO_LOGIN}];
ALTER ROLE db_owner ADD MEMBER [${STUDIO_LOGIN}];`,
  ];
}
