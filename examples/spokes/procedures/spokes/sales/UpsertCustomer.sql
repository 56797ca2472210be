-- Adds a customer or updates the one with the same e-mail address. @Action tells which; columns that are not given keep their values.
--
--     DECLARE @Id int, @What nvarchar(10);
--     EXEC sales.UpsertCustomer @Email = 'orders@newshop.example', @CompanyName = N'Vélo Besson', @Street = N'quai de la Loire 4',
--         @PostalCode = N'45000', @City = N'Orléans', @CountryCode = 'FR', @CustomerId = @Id OUTPUT, @Action = @What OUTPUT;

CREATE OR ALTER PROCEDURE sales.UpsertCustomer
    @Email        varchar(120),
    @CompanyName  nvarchar(100) = NULL,
    @Street       nvarchar(80)  = NULL,
    @PostalCode   nvarchar(12)  = NULL,
    @City         nvarchar(60)  = NULL,
    @CountryCode  char(2)       = NULL,
    @TerritoryId  smallint      = NULL,
    @CreditLimit  money         = NULL,
    @CustomerId   int           = NULL OUTPUT,
    @Action       nvarchar(10)  = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Done TABLE (Action nvarchar(10) NOT NULL, CustomerId int NOT NULL);

    MERGE sales.Customer WITH (HOLDLOCK) AS target
    USING (VALUES (@Email, @CompanyName, @Street, @PostalCode, @City, @CountryCode))
        AS source (Email, CompanyName, Street, PostalCode, City, CountryCode)
        ON target.Email = source.Email
    WHEN MATCHED THEN
        UPDATE SET
            CompanyName = ISNULL(source.CompanyName, target.CompanyName),
            Street = ISNULL(source.Street, target.Street),
            PostalCode = ISNULL(source.PostalCode, target.PostalCode),
            City = ISNULL(source.City, target.City),
            CountryCode = ISNULL(source.CountryCode, target.CountryCode),
            TerritoryId = ISNULL(@TerritoryId, target.TerritoryId),
            CreditLimit = ISNULL(@CreditLimit, target.CreditLimit)
    WHEN NOT MATCHED THEN
        INSERT (Email, CompanyName, Street, PostalCode, City, CountryCode, TerritoryId, CreditLimit)
        VALUES (
            source.Email, source.CompanyName, source.Street, source.PostalCode, source.City, source.CountryCode,
            ISNULL(@TerritoryId, 1), ISNULL(@CreditLimit, 1000)
        )
    OUTPUT $action, inserted.CustomerId INTO @Done (Action, CustomerId);

    SELECT @Action = Action, @CustomerId = CustomerId FROM @Done;
END;
