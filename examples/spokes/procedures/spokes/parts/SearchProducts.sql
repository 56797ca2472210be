-- Finds products by any combination of filters, one page at a time; the number of all matches comes back in @TotalRows.
-- @SortBy is 'name', 'price' or 'newest'.
--
--     DECLARE @Total int;
--     EXEC parts.SearchProducts @Text = N'chain', @MaxPrice = 40, @SortBy = 'price', @PageSize = 10, @TotalRows = @Total OUTPUT;

-- @sprocket:timeout=5s
-- @sprocket:log-params
CREATE OR ALTER PROCEDURE parts.SearchProducts
    @Text        nvarchar(60) = NULL,
    @CategoryId  int          = NULL,
    @BrandId     smallint     = NULL,
    @MinPrice    money        = NULL,
    @MaxPrice    money        = NULL,
    @SortBy      varchar(10)  = 'name',
    @PageNumber  int          = 1,
    @PageSize    int          = 20,
    @TotalRows   int          = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    IF @PageNumber < 1 OR @PageSize NOT BETWEEN 1 AND 500
        THROW 50010, N'A page number starts at 1, and a page has 1 to 500 rows.', 1;

    IF @SortBy NOT IN ('name', 'price', 'newest')
        THROW 50011, N'Products are sorted by name, price or newest.', 1;

    DECLARE @Match TABLE (ProductId int NOT NULL PRIMARY KEY);

    INSERT INTO @Match (ProductId)
    SELECT p.ProductId
    FROM parts.Product AS p
    WHERE p.DiscontinuedOn IS NULL
        AND (@Text IS NULL OR p.Name LIKE N'%' + @Text + N'%' OR p.Sku = @Text)
        AND (@CategoryId IS NULL OR p.CategoryId = @CategoryId)
        AND (@BrandId IS NULL OR p.BrandId = @BrandId)
        AND (@MinPrice IS NULL OR p.ListPrice >= @MinPrice)
        AND (@MaxPrice IS NULL OR p.ListPrice <= @MaxPrice)
    OPTION (RECOMPILE);

    SET @TotalRows = @@ROWCOUNT;

    SELECT p.ProductId, p.Sku, p.Name, b.Name AS Brand, p.ListPrice, p.PackSize, ISNULL(a.Available, 0) AS Available
    FROM @Match AS m
    INNER JOIN parts.Product AS p ON p.ProductId = m.ProductId
    INNER JOIN parts.Brand AS b ON b.BrandId = p.BrandId
    LEFT JOIN stock.Availability AS a ON a.ProductId = p.ProductId
    ORDER BY
        CASE WHEN @SortBy = 'price' THEN p.ListPrice END,
        CASE WHEN @SortBy = 'newest' THEN p.IntroducedOn END DESC,
        p.Name,
        p.ProductId
    OFFSET (@PageNumber - 1) * @PageSize ROWS
    FETCH NEXT @PageSize ROWS ONLY;
END;
