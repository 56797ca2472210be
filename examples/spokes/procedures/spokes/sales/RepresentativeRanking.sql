-- Representatives by turnover of a year: their own, that of everybody below them, and the commission on their own.
--
--     EXEC sales.RepresentativeRanking @Year = 2025;

CREATE OR ALTER PROCEDURE sales.RepresentativeRanking
    @Year smallint
AS
BEGIN
    SET NOCOUNT ON;

    WITH Team AS (
        SELECT RepresentativeId AS LeaderId, RepresentativeId AS MemberId
        FROM sales.Representative
        UNION ALL
        SELECT t.LeaderId, r.RepresentativeId
        FROM Team AS t
        INNER JOIN sales.Representative AS r ON r.ManagerId = t.MemberId
    ),
    Own AS (
        SELECT o.RepresentativeId, SUM(l.LineTotal) AS Goods
        FROM sales.SalesOrder AS o
        INNER JOIN sales.SalesOrderLine AS l ON l.OrderId = o.OrderId
        WHERE o.OrderedAt >= DATEFROMPARTS(@Year, 1, 1) AND o.OrderedAt < DATEFROMPARTS(@Year + 1, 1, 1) AND o.Status <> 'cancelled'
        GROUP BY o.RepresentativeId
    )
    SELECT
        DENSE_RANK() OVER (ORDER BY ISNULL(own.Goods, 0) DESC) AS Place,
        r.FullName,
        m.FullName AS Manager,
        ISNULL(own.Goods, 0) AS OwnGoods,
        ISNULL(team.Goods, 0) AS TeamGoods,
        team.Members,
        CONVERT(money, ROUND(ISNULL(own.Goods, 0) * r.CommissionRate, 2)) AS Commission
    FROM sales.Representative AS r
    LEFT JOIN sales.Representative AS m ON m.RepresentativeId = r.ManagerId
    LEFT JOIN Own AS own ON own.RepresentativeId = r.RepresentativeId
    CROSS APPLY (
        SELECT SUM(o.Goods) AS Goods, COUNT(*) - 1 AS Members
        FROM Team AS t
        LEFT JOIN Own AS o ON o.RepresentativeId = t.MemberId
        WHERE t.LeaderId = r.RepresentativeId
    ) AS team
    ORDER BY Place, r.RepresentativeId;
END;
