-- How prices moved in a period: each change with its place in the product's history and the days until the next one.
--
--     EXEC parts.PriceChanges @From = '2025-01-01', @To = '2025-12-31', @MinPercent = 8;

CREATE OR ALTER PROCEDURE parts.PriceChanges
    @From        date,
    @To          date,
    @MinPercent  decimal(5, 2) = 0
AS
BEGIN
    SET NOCOUNT ON;

    WITH Moves AS (
        SELECT
            h.ProductId,
            h.ChangedAt,
            h.OldPrice,
            h.NewPrice,
            CONVERT(decimal(9, 2), 100 * (h.NewPrice - h.OldPrice) / NULLIF(h.OldPrice, 0)) AS ChangePercent,
            ROW_NUMBER() OVER (PARTITION BY h.ProductId ORDER BY h.ChangedAt) AS Step,
            FIRST_VALUE(h.OldPrice) OVER (PARTITION BY h.ProductId ORDER BY h.ChangedAt) AS FirstPrice,
            LEAD(h.ChangedAt) OVER (PARTITION BY h.ProductId ORDER BY h.ChangedAt) AS NextChange
        FROM parts.PriceHistory AS h
    )
    SELECT
        p.Sku,
        p.Name,
        m.Step,
        m.ChangedAt,
        m.OldPrice,
        m.NewPrice,
        m.ChangePercent,
        m.NewPrice - m.FirstPrice AS SinceFirstPrice,
        DATEDIFF(day, m.ChangedAt, m.NextChange) AS DaysUntilNext
    FROM Moves AS m
    INNER JOIN parts.Product AS p ON p.ProductId = m.ProductId
    WHERE m.ChangedAt >= @From AND m.ChangedAt < DATEADD(day, 1, @To) AND ABS(m.ChangePercent) >= @MinPercent
    ORDER BY m.ChangePercent DESC, p.Sku, m.Step;
END;
