-- The tables of the current database with their number of columns and rows. Rows are counted, one dynamic statement for each table.
--
--     EXEC TableSizes @SchemaName = N'sales';

CREATE OR ALTER PROCEDURE TableSizes
    @SchemaName sysname = NULL
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Sizes TABLE (SchemaName sysname NOT NULL, TableName sysname NOT NULL, ColumnCount int NOT NULL, RowCountNow bigint NULL);
    DECLARE @Schema sysname, @Table sysname, @Sql nvarchar(max), @Count bigint;

    INSERT INTO @Sizes (SchemaName, TableName, ColumnCount)
    SELECT s.name, t.name, (SELECT COUNT(*) FROM sys.columns AS c WHERE c.object_id = t.object_id)
    FROM sys.tables AS t
    INNER JOIN sys.schemas AS s ON s.schema_id = t.schema_id
    WHERE @SchemaName IS NULL OR s.name = @SchemaName;

    DECLARE Tables CURSOR LOCAL STATIC FOR SELECT SchemaName, TableName FROM @Sizes;
    OPEN Tables;
    FETCH NEXT FROM Tables INTO @Schema, @Table;

    WHILE @@FETCH_STATUS = 0
    BEGIN
        SET @Sql = N'SELECT @Count = COUNT_BIG(*) FROM ' + QUOTENAME(@Schema) + N'.' + QUOTENAME(@Table) + N';';
        EXEC sys.sp_executesql @Sql, N'@Count bigint OUTPUT', @Count = @Count OUTPUT;

        UPDATE @Sizes SET RowCountNow = @Count WHERE SchemaName = @Schema AND TableName = @Table;
        FETCH NEXT FROM Tables INTO @Schema, @Table;
    END;

    CLOSE Tables;
    DEALLOCATE Tables;

    SELECT SchemaName, TableName, ColumnCount, RowCountNow FROM @Sizes ORDER BY SchemaName, TableName;
END;
