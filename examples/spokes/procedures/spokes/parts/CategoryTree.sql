-- The tree of categories, each with its depth, its full path and the number of current products in it and below it.
--
--     EXEC parts.CategoryTree;
--     EXEC parts.CategoryTree @Root = 'wheels';

CREATE OR ALTER PROCEDURE parts.CategoryTree
    @Root varchar(60) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    WITH Tree AS (
        SELECT c.CategoryId, c.ParentId, 0 AS Depth, CONVERT(nvarchar(400), c.Name) AS Path
        FROM parts.Category AS c
        WHERE (@Root IS NULL AND c.ParentId IS NULL) OR c.Slug = @Root
        UNION ALL
        SELECT c.CategoryId, c.ParentId, t.Depth + 1, CONVERT(nvarchar(400), t.Path + N' › ' + c.Name)
        FROM Tree AS t
        INNER JOIN parts.Category AS c ON c.ParentId = t.CategoryId
    ),
    Below AS (
        SELECT CategoryId AS TopId, CategoryId FROM Tree
        UNION ALL
        SELECT b.TopId, c.CategoryId
        FROM Below AS b
        INNER JOIN parts.Category AS c ON c.ParentId = b.CategoryId
    )
    SELECT t.CategoryId, t.Depth, t.Path, COUNT(p.ProductId) AS Products
    FROM Tree AS t
    INNER JOIN Below AS b ON b.TopId = t.CategoryId
    LEFT JOIN parts.Product AS p ON p.CategoryId = b.CategoryId AND p.DiscontinuedOn IS NULL
    GROUP BY t.CategoryId, t.Depth, t.Path
    ORDER BY t.Path;
END;
