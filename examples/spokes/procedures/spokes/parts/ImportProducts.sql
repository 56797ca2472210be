-- Takes a supplier's price list as JSON: known SKUs are updated, new ones are added, rows without a known brand or category are left out.
-- Three result sets: what was done to each SKU, a summary by action, and the rows that were left out.
--
--     EXEC parts.ImportProducts @Json = N'[
--         {"sku": "CHN-00001", "name": "Chain, heavy duty", "brand": "Halvorsen", "category": "chains", "price": 21.9, "cost": 13.5},
--         {"sku": "CHN-09001", "name": "Chain, titanium",   "brand": "Kōsei",     "category": "chains", "price": 89.0, "cost": 55.0}
--     ]';

-- @sprocket:timeout=60s
CREATE OR ALTER PROCEDURE parts.ImportProducts
    @Json         nvarchar(max),
    @IntroducedOn date = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    IF ISJSON(@Json) IS NULL OR ISJSON(@Json) = 0
        THROW 50016, N'The price list is not valid JSON.', 1;

    SET @IntroducedOn = ISNULL(@IntroducedOn, CONVERT(date, SYSUTCDATETIME()));

    SELECT j.Sku, j.Name, c.CategoryId, b.BrandId, j.Price, j.Cost
    INTO #Import
    FROM OPENJSON(@Json) WITH (
        Sku       varchar(20)   '$.sku',
        Name      nvarchar(120) '$.name',
        Brand     nvarchar(60)  '$.brand',
        Category  varchar(60)   '$.category',
        Price     money         '$.price',
        Cost      money         '$.cost'
    ) AS j
    LEFT JOIN parts.Category AS c ON c.Slug = j.Category
    LEFT JOIN parts.Brand AS b ON b.Name = j.Brand;

    DECLARE @Done TABLE (Action nvarchar(10) NOT NULL, Sku varchar(20) NOT NULL, OldPrice money NULL, NewPrice money NULL);

    MERGE parts.Product AS target
    USING (
        SELECT Sku, Name, CategoryId, BrandId, Price, Cost
        FROM #Import
        WHERE CategoryId IS NOT NULL AND BrandId IS NOT NULL
    ) AS source ON target.Sku = source.Sku
    WHEN MATCHED AND (target.Name <> source.Name OR target.ListPrice <> source.Price OR target.StandardCost <> source.Cost) THEN
        UPDATE SET Name = source.Name, ListPrice = source.Price, StandardCost = source.Cost
    WHEN NOT MATCHED BY TARGET THEN
        INSERT (Sku, Name, CategoryId, BrandId, ListPrice, StandardCost, IntroducedOn)
        VALUES (source.Sku, source.Name, source.CategoryId, source.BrandId, source.Price, source.Cost, @IntroducedOn)
    OUTPUT $action, inserted.Sku, deleted.ListPrice, inserted.ListPrice INTO @Done (Action, Sku, OldPrice, NewPrice);

    SELECT Sku, Action, OldPrice, NewPrice FROM @Done ORDER BY Sku;

    SELECT Action, COUNT(*) AS Products FROM @Done GROUP BY Action ORDER BY Action;

    SELECT Sku, Name, CASE WHEN CategoryId IS NULL THEN 'unknown category' ELSE 'unknown brand' END AS Reason
    FROM #Import
    WHERE CategoryId IS NULL OR BrandId IS NULL
    ORDER BY Sku;
END;
