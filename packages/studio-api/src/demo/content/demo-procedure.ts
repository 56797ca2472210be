/** A procedure of the demo workspace and the state that it is brought to. */
export interface DemoProcedure {
  readonly name: string;
  readonly category: string;
  /** Published one after the other. */
  readonly versions: readonly string[];
  /** Left as the draft. */
  readonly draft?: string;
}

export const DEMO_SCHEMA = 'demo';

export const DEMO_CATEGORIES: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'Reports', description: 'Figures over a period' },
  { name: 'Lookups', description: 'One thing, quickly' },
  { name: 'Maintenance', description: 'What is run now and then' },
  { name: 'Playground', description: 'Try out what the workbench can do' },
];

/** What the demo needs in the environment, each in a batch of its own. */
export const DEMO_OBJECTS: readonly string[] = [
  `IF SCHEMA_ID(N'${DEMO_SCHEMA}') IS NULL EXEC(N'CREATE SCHEMA ${DEMO_SCHEMA}')`,
  `IF TYPE_ID(N'${DEMO_SCHEMA}.OrderLines') IS NULL
    EXEC(N'CREATE TYPE ${DEMO_SCHEMA}.OrderLines AS TABLE (Sku varchar(20) NOT NULL PRIMARY KEY, Quantity int NOT NULL)')`,
];

export const DEMO_TEMPLATES: readonly { readonly name: string; readonly description: string; readonly sqlText: string }[] = [
  {
    name: 'Query',
    description: 'A SELECT with an optional filter',
    sqlText: `CREATE OR ALTER PROCEDURE [{{schema}}].[{{name}}]
    @Text  nvarchar(60) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    SELECT p.Sku, p.Name
    FROM parts.Product AS p
    WHERE @Text IS NULL OR p.Name LIKE N'%' + @Text + N'%'
    ORDER BY p.Name;
END
`,
  },
  {
    name: 'Page of a list',
    description: 'OFFSET and FETCH, with the number of all rows as OUTPUT',
    sqlText: `CREATE OR ALTER PROCEDURE [{{schema}}].[{{name}}]
    @Page       int = 1,
    @PageSize   int = 50,
    @TotalRows  int OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    SELECT @TotalRows = COUNT(*) FROM sales.Customer;

    SELECT CustomerId, CompanyName, City
    FROM sales.Customer
    ORDER BY CompanyName, CustomerId
    OFFSET (@Page - 1) * @PageSize ROWS FETCH NEXT @PageSize ROWS ONLY;
END
`,
  },
  {
    name: 'Change in a transaction',
    description: 'TRY and CATCH around a change that happens whole or not at all',
    sqlText: `CREATE OR ALTER PROCEDURE [{{schema}}].[{{name}}]
    @CustomerId   int,
    @CreditLimit  money
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    BEGIN TRY
        BEGIN TRANSACTION;

        UPDATE sales.Customer
        SET CreditLimit = @CreditLimit
        WHERE CustomerId = @CustomerId;

        IF @@ROWCOUNT = 0
            THROW 50001, N'There is no such customer.', 1;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
        THROW;
    END CATCH;
END
`,
  },
];
