-- What customers order together with a product, most often first.
--
--     EXEC sales.BoughtTogether @Sku = 'CHN-00001', @Top = 5;

CREATE OR ALTER PROCEDURE sales.BoughtTogether
    @Sku  varchar(20),
    @Top  int = 10
AS
BEGIN
    SET NOCOUNT ON;

    SELECT TOP (@Top) q.Sku, q.Name, COUNT(*) AS Orders, SUM(other.Quantity) AS Pieces
    FROM parts.Product AS p
    INNER JOIN sales.SalesOrderLine AS line ON line.ProductId = p.ProductId
    INNER JOIN sales.SalesOrderLine AS other ON other.OrderId = line.OrderId AND other.ProductId <> line.ProductId
    INNER JOIN parts.Product AS q ON q.ProductId = other.ProductId
    WHERE p.Sku = @Sku
    GROUP BY q.Sku, q.Name
    ORDER BY COUNT(*) DESC, SUM(other.Quantity) DESC, q.Sku;
END;
