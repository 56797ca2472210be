-- The same search as a dynamic statement: only the filters that are given become part of it, all values travel as parameters,
-- and the sort column comes from a fixed list. @Debug = 1 prints the statement before it runs.
--
--     EXEC parts.QueryProducts @Brand = N'Kōsei', @MinPrice = 20, @SortColumn = N'ListPrice', @Debug = 1;

CREATE OR ALTER PROCEDURE parts.QueryProducts
    @Category    nvarchar(60) = NULL,
    @Brand       nvarchar(60) = NULL,
    @MinPrice    money        = NULL,
    @MaxPrice    money        = NULL,
    @SortColumn  sysname      = N'Name',
    @MaxRows     int          = 50,
    @Debug       bit          = 0
AS
BEGIN
    SET NOCOUNT ON;

    IF @SortColumn NOT IN (N'Name', N'Sku', N'ListPrice', N'Brand', N'Category')
    BEGIN
        RAISERROR (N'Products cannot be sorted by ''%s''.', 16, 1, @SortColumn);
        RETURN 1;
    END;

    DECLARE @Sql nvarchar(max) = N'
SELECT TOP (@MaxRows) ProductId, Sku, Name, Category, Brand, ListPrice
FROM parts.CurrentProduct
WHERE 1 = 1';

    IF @Category IS NOT NULL SET @Sql += N'
    AND Category = @Category';
    IF @Brand IS NOT NULL SET @Sql += N'
    AND Brand = @Brand';
    IF @MinPrice IS NOT NULL SET @Sql += N'
    AND ListPrice >= @MinPrice';
    IF @MaxPrice IS NOT NULL SET @Sql += N'
    AND ListPrice <= @MaxPrice';

    SET @Sql += N'
ORDER BY ' + QUOTENAME(@SortColumn) + CASE WHEN @SortColumn = N'Name' THEN N', ProductId;' ELSE N', Name, ProductId;' END;

    IF @Debug = 1
        PRINT @Sql;

    EXEC sys.sp_executesql
        @Sql,
        N'@Category nvarchar(60), @Brand nvarchar(60), @MinPrice money, @MaxPrice money, @MaxRows int',
        @Category = @Category,
        @Brand = @Brand,
        @MinPrice = @MinPrice,
        @MaxPrice = @MaxPrice,
        @MaxRows = @MaxRows;

    RETURN 0;
END;
