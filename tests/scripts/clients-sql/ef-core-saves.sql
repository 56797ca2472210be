-- The batches of Entity Framework Core's SaveChanges and of its queries.
CREATE TABLE [Blogs] ([Id] int NOT NULL IDENTITY, [Url] nvarchar(450) NULL, [Rating] int NOT NULL, [Version] rowversion NOT NULL, CONSTRAINT [PK_Blogs] PRIMARY KEY ([Id]));
CREATE TABLE [Posts] ([Id] int NOT NULL IDENTITY, [BlogId] int NOT NULL, [Title] nvarchar(max) NULL, [Json] nvarchar(max) NULL, CONSTRAINT [PK_Posts] PRIMARY KEY ([Id]), CONSTRAINT [FK_Posts] FOREIGN KEY ([BlogId]) REFERENCES [Blogs] ([Id]) ON DELETE CASCADE);
GO

-- One row: INSERT with OUTPUT.
EXEC sp_executesql N'SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [Blogs] ([Rating], [Url])
OUTPUT INSERTED.[Id], CAST(INSERTED.[Version] AS bigint) - CAST(INSERTED.[Version] AS bigint)
VALUES (@p0, @p1);
', N'@p0 int, @p1 nvarchar(450)', @p0 = 5, @p1 = N'http://one'
GO
--> Id int!, - bigint
--> 1 | 0

-- Several rows: MERGE keeps their order by a position.
EXEC sp_executesql N'SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
MERGE [Blogs] USING (
VALUES (@p0, @p1, 0),
(@p2, @p3, 1),
(@p4, @p5, 2),
(@p6, @p7, 3)) AS i ([Rating], [Url], _Position) ON 1=0
WHEN NOT MATCHED THEN
INSERT ([Rating], [Url])
VALUES (i.[Rating], i.[Url])
OUTPUT INSERTED.[Id], i._Position;
', N'@p0 int, @p1 nvarchar(450), @p2 int, @p3 nvarchar(450), @p4 int, @p5 nvarchar(450), @p6 int, @p7 nvarchar(450)', @p0 = 1, @p1 = N'a', @p2 = 2, @p3 = N'b', @p4 = 3, @p5 = N'c', @p6 = 4, @p7 = NULL
GO
--> Id int!, _Position int!
--> 2 | 0
--> 3 | 1
--> 4 | 2
--> 5 | 3

-- Into a table with triggers: by a table variable.
EXEC sp_executesql N'SET NOCOUNT ON;
DECLARE @inserted0 TABLE ([Id] int, [_Position] [int]);
MERGE [Blogs] USING (
VALUES (@p0, @p1, 0),
(@p2, @p3, 1)) AS i ([Rating], [Url], _Position) ON 1=0
WHEN NOT MATCHED THEN
INSERT ([Rating], [Url])
VALUES (i.[Rating], i.[Url])
OUTPUT INSERTED.[Id], i._Position
INTO @inserted0;

SELECT [i].[Id] FROM @inserted0 i
ORDER BY [i].[_Position];
', N'@p0 int, @p1 nvarchar(450), @p2 int, @p3 nvarchar(450)', @p0 = 6, @p1 = N'd', @p2 = 7, @p3 = N'e'
GO
--> Id int
--> 6
--> 7

-- Updates with a concurrency token, then with none that matches.
DECLARE @v varbinary(8) = (SELECT [Version] FROM [Blogs] WHERE [Id] = 1)
EXEC sp_executesql N'SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [Blogs] SET [Rating] = @p0
OUTPUT 1
WHERE [Id] = @p1 AND [Version] = @p2;
', N'@p0 int, @p1 int, @p2 varbinary(8)', @p0 = 9, @p1 = 1, @p2 = @v
EXEC sp_executesql N'SET NOCOUNT ON;
UPDATE [Blogs] SET [Rating] = @p0
OUTPUT 1
WHERE [Id] = @p1 AND [Version] = @p2;
', N'@p0 int, @p1 int, @p2 varbinary(8)', @p0 = 9, @p1 = 1, @p2 = @v
EXEC sp_executesql N'SET NOCOUNT ON;
DELETE FROM [Blogs]
OUTPUT 1
WHERE [Id] = @p0;
', N'@p0 int', @p0 = 2
GO
--> - int!
--> 1
--> - int!
--> - int!
--> 1

-- The form of older versions.
EXEC sp_executesql N'SET NOCOUNT ON;
INSERT INTO [Posts] ([BlogId], [Title], [Json])
VALUES (@p0, @p1, @p2);
SELECT [Id]
FROM [Posts]
WHERE @@ROWCOUNT = 1 AND [Id] = scope_identity();
UPDATE [Posts] SET [Title] = @p3 WHERE [Id] = 1;
SELECT @@ROWCOUNT;
', N'@p0 int, @p1 nvarchar(4000), @p2 nvarchar(4000), @p3 nvarchar(4000)', @p0 = 1, @p1 = N'first', @p2 = N'{"Tags":["x","y"],"Size":{"W":3}}', @p3 = N'changed'
GO
--> Id int!
--> 1
--> - int!
--> 1

-- Lists of values travel as JSON.
EXEC sp_executesql N'SELECT [b].[Id], [b].[Url]
FROM [Blogs] AS [b]
WHERE [b].[Rating] IN (
    SELECT [r].[value]
    FROM OPENJSON(@ratings) WITH ([value] int ''$'') AS [r]
)
ORDER BY [b].[Id]', N'@ratings nvarchar(4000)', @ratings = N'[3,4,9]'
EXEC sp_executesql N'SELECT [p].[Id], JSON_VALUE([p].[Json], ''$.Size.W'') AS [W], (
    SELECT COUNT(*)
    FROM OPENJSON(JSON_QUERY([p].[Json], ''$.Tags'')) AS [t]) AS [Count]
FROM [Posts] AS [p]
WHERE ''x'' IN (SELECT [t0].[value] FROM OPENJSON(JSON_QUERY([p].[Json], ''$.Tags'')) WITH ([value] nvarchar(max) ''$'') AS [t0])', N''
GO
--> Id int!, Url nvarchar(450)
--> 1 | 'http://one'
--> 4 | 'c'
--> 5 | NULL
--> Id int!, W nvarchar(4000), Count int
--> 1 | '3' | 2

-- Paging, projections of the first child, grouping, EXISTS.
EXEC sp_executesql N'SELECT [b].[Id], [b].[Rating]
FROM [Blogs] AS [b]
ORDER BY [b].[Rating] DESC, [b].[Id]
OFFSET @p ROWS FETCH NEXT @p0 ROWS ONLY', N'@p int, @p0 int', @p = 1, @p0 = 2
SELECT [b].[Id], (
    SELECT TOP(1) [p].[Title]
    FROM [Posts] AS [p]
    WHERE [b].[Id] = [p].[BlogId]
    ORDER BY [p].[Id]) AS [First]
FROM [Blogs] AS [b]
WHERE [b].[Id] < 4
ORDER BY [b].[Id]
SELECT [b0].[Id], [p0].[Title]
FROM (
    SELECT TOP(2) [b].[Id]
    FROM [Blogs] AS [b]
    ORDER BY [b].[Id]
) AS [b0]
LEFT JOIN (
    SELECT [p1].[BlogId], [p1].[Title]
    FROM (
        SELECT [p].[BlogId], [p].[Title], ROW_NUMBER() OVER(PARTITION BY [p].[BlogId] ORDER BY [p].[Id]) AS [row]
        FROM [Posts] AS [p]
    ) AS [p1]
    WHERE [p1].[row] <= 1
) AS [p0] ON [b0].[Id] = [p0].[BlogId]
ORDER BY [b0].[Id]
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Blogs] AS [b]
        WHERE [b].[Url] LIKE N'http%') THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END
SELECT [b].[Rating] / 5 AS [Key], COUNT(*) AS [Count], COALESCE(SUM([b].[Rating]), 0) AS [Sum]
FROM [Blogs] AS [b]
GROUP BY [b].[Rating] / 5
ORDER BY [Key]
GO
--> Id int!, Rating int!
--> 7 | 7
--> 6 | 6
--> Id int!, First nvarchar(max)
--> 1 | 'changed'
--> 3 | NULL
--> Id int!, Title nvarchar(max)
--> 1 | 'changed'
--> 3 | NULL
--> - bit
--> 1
--> Key int, Count int, Sum int
--> 0 | 3 | 9
--> 1 | 3 | 22

-- ExecuteUpdate and ExecuteDelete.
UPDATE [b]
SET [b].[Rating] = [b].[Rating] + 1
FROM [Blogs] AS [b]
WHERE [b].[Rating] > 5
DELETE FROM [p]
FROM [Posts] AS [p]
INNER JOIN [Blogs] AS [b] ON [p].[BlogId] = [b].[Id]
WHERE [b].[Id] = 1
GO
--> (3 rows)
--> (1 row)
