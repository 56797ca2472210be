/** Words that completion offers: keywords of statements and clauses, and the system's types. */

export const KEYWORDS: readonly string[] =
  `ADD ALL ALTER AND ANY AS ASC BEGIN BETWEEN BREAK BY CASE CATCH CLOSE COLLATE COMMIT CONTINUE CREATE CROSS
APPLY CURSOR DEALLOCATE DECLARE DEFAULT DELETE DESC DISTINCT DROP ELSE END ESCAPE EXCEPT EXEC EXISTS FETCH FOR FROM FULL GO GOTO GROUP
HAVING IF IN INNER INSERT INTERSECT INTO IS JOIN LEFT LIKE MATCHED MERGE NEXT NOT NULL OFFSET ON OPEN OPTION OR ORDER OUTER OUTPUT OVER
PARTITION PERCENT PIVOT PRINT PROCEDURE RAISERROR RETURN RIGHT ROLLBACK ROWS SAVE SELECT SET TABLE THEN THROW TIES TOP TRANSACTION TRUNCATE
TRY UNION UNIQUE UNPIVOT UPDATE USING VALUES VIEW WAITFOR WHEN WHERE WHILE WITH WITHIN NOCOUNT XACT_ABORT`.split(/\s+/);

export const TYPES: readonly string[] =
  `bigint binary bit char date datetime datetime2 datetimeoffset decimal float geography geometry hierarchyid int
money nchar numeric nvarchar nvarchar(max) real rowversion smalldatetime smallint smallmoney sql_variant sysname time tinyint uniqueidentifier
varbinary varbinary(max) varchar varchar(max) xml cursor table`.split(/\s+/);
