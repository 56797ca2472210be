SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL)
INSERT item VALUES (1), (2), (3), (4)
GO
-- SET ROWCOUNT limits queries and changes until it is set to 0.
SET ROWCOUNT 2
SELECT id FROM item ORDER BY id
DELETE item
SELECT @@ROWCOUNT AS n
SET ROWCOUNT 0
SELECT COUNT(*) AS n FROM item
GO
--> id int!
--> 1
--> 2
--> n int!
--> 2
--> n int
--> 2
-- It takes a variable.
DECLARE @n int = 1
SET ROWCOUNT @n
UPDATE item SET id = 0
SELECT @@ROWCOUNT AS n
SET ROWCOUNT 0
GO
--> n int!
--> 1
-- A procedure may set it; it goes back to what it was.
CREATE PROCEDURE p AS SET ROWCOUNT 1 SELECT 'inside' AS s FROM item
GO
EXEC p
SELECT 'outside' AS s FROM item
GO
--> s varchar(6)!
--> 'inside'
--> s varchar(7)!
--> 'outside'
--> 'outside'
-- So do assignments, which keep the last of the first rows, new tables and documents.
CREATE TABLE #step (id int NOT NULL)
INSERT #step VALUES (1), (2), (3), (4)
DECLARE @last int
SET ROWCOUNT 2
SELECT @last = id FROM #step ORDER BY id DESC
SELECT @last AS last_id
SELECT id INTO #first FROM #step
SELECT id FROM #step ORDER BY id DESC FOR XML PATH('s')
SELECT id FROM #step UNION ALL SELECT 9 ORDER BY id DESC FOR XML PATH('s')
SELECT TOP (1) id FROM #step ORDER BY id FOR JSON PATH
SET ROWCOUNT 0
SELECT COUNT(*) AS n FROM #first
GO
--> last_id int
--> 3
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<s><id>4</id></s><s><id>3</id></s>'
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<s><id>9</id></s><s><id>4</id></s>'
--> JSON_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '[{"id":1}]'
--> n int
--> 2
