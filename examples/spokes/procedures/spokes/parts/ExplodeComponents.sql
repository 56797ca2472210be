-- All parts of an assembly down to single pieces, with the quantity needed for @Quantity assemblies and whether the stock suffices.
--
--     EXEC parts.ExplodeComponents @Sku = 'KIT-01061', @Quantity = 5;

CREATE OR ALTER PROCEDURE parts.ExplodeComponents
    @Sku       varchar(20),
    @Quantity  int = 1
AS
BEGIN
    SET NOCOUNT ON;

    IF NOT EXISTS (SELECT * FROM parts.Product WHERE Sku = @Sku)
    BEGIN
        RAISERROR ('There is no product %s.', 16, 1, @Sku);
        RETURN 1;
    END;

    WITH Exploded AS (
        SELECT c.PartId, 1 AS Level, CONVERT(decimal(18, 4), @Quantity * c.Quantity) AS Needed
        FROM parts.Component AS c
        INNER JOIN parts.Product AS p ON p.ProductId = c.AssemblyId
        WHERE p.Sku = @Sku
        UNION ALL
        SELECT c.PartId, a.Level + 1, CONVERT(decimal(18, 4), a.Needed * c.Quantity)
        FROM Exploded AS a
        INNER JOIN parts.Component AS c ON c.AssemblyId = a.PartId
    )
    SELECT
        MIN(a.Level) AS Level,
        p.Sku,
        p.Name,
        SUM(a.Needed) AS Needed,
        ISNULL(MAX(v.Available), 0) AS Available,
        CASE WHEN SUM(a.Needed) <= ISNULL(MAX(v.Available), 0) THEN 'yes' ELSE 'no' END AS InStock
    FROM Exploded AS a
    INNER JOIN parts.Product AS p ON p.ProductId = a.PartId
    LEFT JOIN stock.Availability AS v ON v.ProductId = a.PartId
    WHERE NOT EXISTS (SELECT * FROM parts.Component AS c WHERE c.AssemblyId = a.PartId)
    GROUP BY p.Sku, p.Name
    ORDER BY p.Sku
    OPTION (MAXRECURSION 10);

    RETURN 0;
END;
