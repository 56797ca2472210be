-- What keeps a view from having an index.
CREATE TABLE dbo.T (id int NOT NULL PRIMARY KEY, a int NOT NULL, b int NULL, f float NOT NULL, x xml NULL, at datetime NOT NULL);
CREATE TABLE dbo.U (id int NOT NULL PRIMARY KEY, a int NOT NULL);
GO
CREATE FUNCTION dbo.Rows1 () RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT id FROM dbo.U;
GO
CREATE FUNCTION dbo.Now1 () RETURNS datetime WITH SCHEMABINDING AS BEGIN RETURN GETDATE() END;
GO
CREATE VIEW dbo.Loose AS SELECT id FROM dbo.T;
GO
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Loose (id);
GO
--> Msg 1939, Level 16, State 1, Line 1: Cannot create index on view 'Loose' because the view is not schema bound.
CREATE VIEW dbo.Plain WITH SCHEMABINDING AS SELECT id, a, f * 2 AS g FROM dbo.T;
GO
CREATE INDEX ix ON dbo.Plain (a);
GO
--> Msg 1940, Level 16, State 1, Line 1: Cannot create index on view 'Plain'. It does not have a unique clustered index.
CREATE CLUSTERED INDEX ix ON dbo.Plain (a);
GO
--> Msg 1941, Level 16, State 1, Line 1: Cannot create nonunique clustered index on view 'Plain' because only unique clustered indexes are allowed. Consider creating unique clustered index instead.
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Plain (id) WITH (IGNORE_DUP_KEY = ON);
GO
--> Msg 1990, Level 16, State 1, Line 1: Cannot define an index on a view with ignore_dup_key index option. Remove ignore_dup_key option and verify that view definition does not allow duplicates, or do not index view.
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Plain (id) WHERE a > 5;
GO
--> Msg 10610, Level 16, State 1, Line 1: Filtered index 'cx' cannot be created on object 'Plain' because it is not a user table. Filtered indexes are only supported on tables. If you are trying to create a filtered index on a view, consider creating an indexed view with the filter expression incorporated in the view definition.
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Plain (nothing);
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'nothing' does not exist in the target table or view.
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Plain (id, g);
GO
--> Msg 1901, Level 16, State 1, Line 1: Cannot create index or statistics 'cx' on view 'Plain' because key column 'g' is imprecise, computed and not persisted. Consider removing reference to column in view index or statistics key or changing column to be precise. If column is computed in base table consider marking it PERSISTED there.
SET QUOTED_IDENTIFIER OFF;
GO
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Plain (id);
GO
--> Msg 1934, Level 16, State 1, Line 1: CREATE INDEX failed because the following SET options have incorrect settings: 'QUOTED_IDENTIFIER'. Verify that SET options are correct for use with indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations.
CREATE VIEW dbo.Unquoted WITH SCHEMABINDING AS SELECT id FROM dbo.T;
GO
SET QUOTED_IDENTIFIER ON;
GO
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Unquoted (id);
GO
--> Msg 1935, Level 16, State 1, Line 1: Cannot create index. Object 'Unquoted' was created with the following SET options off: 'QUOTED_IDENTIFIER'.
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Plain (id);
CREATE UNIQUE CLUSTERED INDEX other ON dbo.Plain (a, id);
GO
--> Msg 1902, Level 16, State 3, Line 2: Cannot create more than one clustered index on view 'Plain'. Drop the existing clustered index 'cx' before creating another.
CREATE INDEX cx ON dbo.Plain (a);
GO
--> Msg 1913, Level 16, State 1, Line 1: The operation failed because an index or statistics with name 'cx' already exists on view 'dbo.Plain'.
ALTER INDEX cx ON dbo.Plain DISABLE;
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'ALTER INDEX … DISABLE on a view' is not supported in this version of Sprocket.
-- One view after the other: the definition, then what CREATE INDEX says of it.
CREATE PROCEDURE #try @select nvarchar(max), @key sysname = N'id' AS
BEGIN TRY
  EXEC (N'CREATE VIEW dbo.V WITH SCHEMABINDING AS ' + @select);
  EXEC (N'CREATE UNIQUE CLUSTERED INDEX cx ON dbo.V (' + @key + N')');
  SELECT N'made' AS result;
END TRY
BEGIN CATCH
  DROP VIEW IF EXISTS dbo.V;
  THROW;
END CATCH
DROP VIEW IF EXISTS dbo.V;
GO
EXEC #try N'SELECT DISTINCT id FROM dbo.T';
GO
--> Msg 10100, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains the DISTINCT keyword. Consider removing DISTINCT from the view or not indexing the view. Alternatively, consider replacing DISTINCT with GROUP BY or COUNT_BIG(*) to simulate DISTINCT on grouping columns.
EXEC #try N'SELECT TOP (5) id FROM dbo.T';
GO
--> Msg 10101, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains the TOP or OFFSET keyword. Consider removing the TOP or OFFSET or not indexing the view.
EXEC #try N'SELECT id FROM dbo.T TABLESAMPLE (5 PERCENT)';
GO
--> Msg 10102, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains the TABLESAMPLE clause. Consider removing TABLESAMPLE or not indexing the view.
EXEC #try N'SELECT d.id FROM (SELECT id FROM dbo.T) AS d';
GO
--> Msg 10109, Level 16, State 1, Line 1: Cannot create index on view "V" because it references derived table "d" (defined by SELECT statement in FROM clause). Consider removing the reference to the derived table or not indexing the view.
EXEC #try N'SELECT t.id FROM dbo.T AS t OUTER APPLY (SELECT a FROM dbo.U WHERE U.id = t.id) AS o';
GO
--> Msg 10110, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains an OUTER APPLY. Consider not indexing the view, or removing OUTER APPLY.
EXEC #try N'SELECT t.id FROM dbo.T AS t CROSS APPLY (SELECT a FROM dbo.U WHERE U.id = t.id) AS o';
GO
--> Msg 10142, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains an APPLY. Consider not indexing the view, or removing APPLY.
EXEC #try N'SELECT t.id FROM dbo.T AS t INNER LOOP JOIN dbo.U AS u ON u.id = t.id';
GO
--> Msg 10112, Level 16, State 1, Line 1: Cannot create index on view 'V' because it contains an INNER join that specifies a join hint. Consider removing the join hint.
EXEC #try N'SELECT t.id FROM dbo.T AS t LEFT JOIN dbo.U AS u ON u.id = t.id';
GO
--> Msg 10113, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses a LEFT, RIGHT, or FULL OUTER join, and no OUTER joins are allowed in indexed views. Consider using an INNER join instead.
EXEC #try N'SELECT p.[1] AS id FROM dbo.U PIVOT (SUM(id) FOR a IN ([1])) AS p';
GO
--> Msg 10114, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses the PIVOT operator. Consider not indexing this view.
EXEC #try N'SELECT p.v AS id FROM dbo.U UNPIVOT (v FOR n IN (id, a)) AS p';
GO
--> Msg 10115, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses the UNPIVOT operator. Consider not indexing this view.
EXEC #try N'SELECT id FROM dbo.T UNION ALL SELECT id FROM dbo.U';
GO
--> Msg 10116, Level 16, State 1, Line 1: Cannot create index on view 'V' because it contains one or more UNION, INTERSECT, or EXCEPT operators. Consider creating a separate indexed view for each query that is an input to the UNION, INTERSECT, or EXCEPT operators of the original view.
EXEC #try N'SELECT a AS id, COUNT_BIG(*) AS n FROM dbo.T GROUP BY ALL a';
GO
--> Msg 10118, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains a GROUP BY ALL. Consider using a GROUP BY instead.
EXEC #try N'SELECT a AS id, COUNT_BIG(*) AS n FROM dbo.T GROUP BY ROLLUP (a)';
GO
--> Msg 10119, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains a CUBE, ROLLUP, or GROUPING SETS operator. Consider not indexing this view.
EXEC #try N'SELECT a AS id, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a HAVING COUNT_BIG(*) > 1';
GO
--> Msg 10121, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains a HAVING clause. Consider removing the HAVING clause.
EXEC #try N'SELECT a AS id, MAX(b) AS m, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a';
GO
--> Msg 10125, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses aggregate "MAX". Consider eliminating the aggregate, not indexing the view, or using alternate aggregates. For example, for AVG substitute SUM and COUNT_BIG, or for COUNT, substitute COUNT_BIG.
EXEC #try N'SELECT a AS id, SUM(DISTINCT f) AS m, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a';
GO
--> Msg 10126, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses aggregate "SUM" with the DISTINCT keyword. Consider not indexing this view or eliminating DISTINCT. Consider use of a GROUP BY or COUNT_BIG(*) view to simulate DISTINCT on grouping columns.
EXEC #try N'SELECT id FROM dbo.T WHERE a IN (SELECT id FROM dbo.U)';
GO
--> Msg 10127, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains one or more subqueries. Consider changing the view to use only joins instead of subqueries. Alternatively, consider not indexing this view.
EXEC #try N'SELECT r.id FROM dbo.Rows1() AS r';
GO
--> Msg 10129, Level 16, State 1, Line 1: Cannot create index on view "V" because it references the inline or multistatement table-valued function "dbo.Rows1". Consider expanding the function definition by hand in the view definition, or not indexing the view.
EXEC #try N'SELECT a AS id, COUNT(*) AS n FROM dbo.T GROUP BY a';
GO
--> Msg 10136, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses the aggregate COUNT. Use COUNT_BIG instead.
EXEC #try N'WITH c AS (SELECT id FROM dbo.T) SELECT id FROM c';
GO
--> Msg 10137, Level 16, State 1, Line 1: Cannot create index on view "V" because it references common table expression "c". Views referencing common table expressions cannot be indexed. Consider not indexing the view, or removing the common table expression from the view definition.
EXEC #try N'SELECT a AS id, SUM(id) AS n FROM dbo.T GROUP BY a';
GO
--> Msg 10138, Level 16, State 1, Line 1: Cannot create index on view 'V' because its select list does not include a proper use of COUNT_BIG. Consider adding COUNT_BIG(*) to select list.
EXEC #try N'SELECT id FROM dbo.T WITH (NOLOCK)';
GO
--> Msg 10140, Level 16, State 1, Line 1: Cannot create index on view 'V' because the view contains a table hint. Consider removing the hint.
EXEC #try N'SELECT id, ROW_NUMBER() OVER (ORDER BY a) AS n FROM dbo.T';
GO
--> Msg 10143, Level 16, State 1, Line 1: Cannot create index on view "V" because it contains a ranking or aggregate window function. Remove the function from the view definition or, alternatively, do not index the view.
EXEC #try N'SELECT id, DATEDIFF(day, at, GETDATE()) AS days FROM dbo.T';
GO
--> Msg 1949, Level 16, State 1, Line 1: Cannot create index on view 'V'. The function 'getdate' yields nondeterministic results. Use a deterministic system function, or modify the user-defined function to return deterministic results.
EXEC #try N'SELECT id, dbo.Now1() AS now FROM dbo.T';
GO
--> Msg 1956, Level 16, State 1, Line 1: Cannot create index on the 'V' view because it uses the nondeterministic user-defined function 'dbo.Now1'. Remove the reference to the function, or make it deterministic.
EXEC #try N'SELECT id, x.value(''/a[1]'', ''int'') AS v FROM dbo.T';
GO
--> Msg 1985, Level 16, State 1, Line 1: Cannot create index on view 'V'. It contains one or more XML data type methods.
EXEC #try N'SELECT id, x FROM dbo.T';
GO
--> Msg 1942, Level 16, State 1, Line 1: Cannot create index on view 'V'. It contains text, ntext, image, FILESTREAM or xml columns.
EXEC #try N'SELECT t.id FROM dbo.U AS t JOIN dbo.U AS u ON u.id = t.a';
GO
--> Msg 1947, Level 16, State 1, Line 1: Cannot create index on view "V". The view contains a self join on "dbo.U".
EXEC #try N'SELECT id FROM dbo.Plain';
GO
--> Msg 1937, Level 16, State 1, Line 1: Cannot create index on view 'V' because it references another view 'dbo.Plain'. Consider expanding referenced view's definition by hand in indexed view definition.
EXEC #try N'SELECT a AS id, SUM(b) AS s, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a';
GO
--> Msg 8662, Level 16, State 1, Line 1: Cannot create the clustered index "cx" on view "V" because the view references an unknown value (SUM aggregate of nullable expression). Consider referencing only non-nullable values in SUM. ISNULL() may be useful for this.
EXEC #try N'SELECT a AS id, SUM(id) + 1 AS s, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a';
GO
--> Msg 8668, Level 16, State 1, Line 1: Cannot create the clustered index 'cx' on view 'V' because the select list of the view contains an expression on result of aggregate function or grouping column. Consider removing expression on result of aggregate function or grouping column from select list.
EXEC #try N'SELECT a AS id, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a, b';
GO
--> Msg 8660, Level 16, State 1, Line 1: Cannot create the clustered index "cx" on view "V" because the select list of the view definition does not include all columns in the GROUP BY clause. Consider adding these columns to the select list.
EXEC #try N'SELECT a AS id, SUM(id) AS s, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a', N's';
GO
--> Msg 8661, Level 16, State 1, Line 1: Cannot create the clustered index "cx" on view "V" because the index key includes columns that are not in the GROUP BY clause. Consider eliminating columns that are not in the GROUP BY clause from the index key.
EXEC #try N'SELECT b.BulkColumn AS id FROM OPENROWSET(BULK ''note.json'', SINGLE_CLOB) AS b';
GO
--> Msg 10103, Level 16, State 1, Line 1: Cannot create index on view "V" because it uses OPENROWSET, OPENQUERY, or OPENDATASOURCE. Consider not indexing the view, or eliminating OPENQUERY, OPENROWSET, and OPENDATASOURCE.
EXEC #try N'SELECT id FROM OPENJSON(N''[]'') WITH (id int)';
GO
--> Msg 10106, Level 16, State 1, Line 1: Cannot create index on view "V" because it references an internal system rowset provider. Consider not indexing this view.
EXEC #try N'SELECT a AS id, SUM(ISNULL(b, 0)) AS s, COUNT_BIG(*) AS n FROM dbo.T GROUP BY a';
GO
--> result nvarchar(4)!
--> 'made'
