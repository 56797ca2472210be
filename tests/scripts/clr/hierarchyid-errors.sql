SET NOCOUNT ON
GO
-- An exception of the .NET type is error 6522.
DECLARE @h hierarchyid = '/1'
GO
--> Msg 6522, Level 16, State 2, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24001: SqlHierarchyId.Parse failed because the input string '/1' is not a valid string representation of a SqlHierarchyId node.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.Parse(SqlString input)
--> .
SELECT CAST('/1/ ' AS hierarchyid) AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24001: SqlHierarchyId.Parse failed because the input string '/1/ ' is not a valid string representation of a SqlHierarchyId node.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.Parse(SqlString input)
--> .
SELECT hierarchyid::Parse('/1/01/') AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24001: SqlHierarchyId.Parse failed because the input string '/1/01/' is not a valid string representation of a SqlHierarchyId node.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.Parse(SqlString input)
--> .
SELECT hierarchyid::Parse('1') AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24001: SqlHierarchyId.Parse failed because the input string '1' is not a valid string representation of a SqlHierarchyId node.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.Parse(SqlString input)
--> .
SELECT TRY_CAST('x' AS hierarchyid) AS h
GO
--> h hierarchyid
--> NULL
DECLARE @h hierarchyid = 0x5800
SELECT @h AS h
SELECT @h.ToString() AS t
GO
--> Msg 6522, Level 16, State 2, Line 1: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24000: SqlHierarchyId operation failed because HierarchyId object was constructed from an invalid binary string.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.Read(BinaryReader r)
--> .
--> h hierarchyid
--> NULL
--> t nvarchar(4000)
--> NULL
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetAncestor(-1) AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24011: SqlHierarchyId.GetAncestor failed because 'n' was negative.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.GetAncestor(Int32 n)
--> .
DECLARE @h hierarchyid = '/1/', @n int
SELECT @h.GetAncestor(@n) AS h
GO
--> h hierarchyid
--> Msg 6569, Level 16, State 1, Line 2: 'hierarchyid::GetAncestor' failed because parameter 1 is not allowed to be null.
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetDescendant('/1/2/', '/1/1/') AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24008: SqlHierarchyId.GetDescendant failed because 'child1' must be less than 'child2'.  'child1' was '/1/2/' and 'child2' was '/1/1/'.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.GetDescendant(SqlHierarchyId child1, SqlHierarchyId child2)
--> .
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetDescendant('/2/1/', NULL) AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24006: SqlHierarchyId.GetDescendant failed because 'child1' must be a child of 'this'.  'child1' was '/2/1/' and 'this' was '/1/'.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.GetDescendant(SqlHierarchyId child1, SqlHierarchyId child2)
--> .
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetDescendant(NULL, '/1/') AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24007: SqlHierarchyId.GetDescendant failed because 'child2' must be a child of 'this'.  'child2' was '/1/' and 'this' was '/1/'.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.GetDescendant(SqlHierarchyId child1, SqlHierarchyId child2)
--> .
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetReparentedValue('/2/', '/3/') AS h
GO
--> h hierarchyid
--> Msg 6522, Level 16, State 2, Line 2: A .NET Framework error occurred during execution of user-defined routine or aggregate "hierarchyid": 
--> Microsoft.SqlServer.Types.HierarchyIdException: 24009: SqlHierarchyId.GetReparentedValue failed because 'oldRoot' was not an ancestor node of 'this'.  'oldRoot' was '/2/', and 'this' was '/1/'.
--> Microsoft.SqlServer.Types.HierarchyIdException: 
-->    at Microsoft.SqlServer.Types.SqlHierarchyId.GetReparentedValue(SqlHierarchyId oldRoot, SqlHierarchyId newRoot)
--> .
BEGIN TRY
  DECLARE @h hierarchyid = '/1/a/'
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS n, ERROR_STATE() AS s
END CATCH
GO
--> n int, s int
--> 6522 | 2
-- Members are known by their exact names.
DECLARE @h hierarchyid = '/1/'
SELECT @h.tostring() AS t
GO
--> Msg 6506, Level 16, State 10, Line 3: Could not find method 'tostring' for type 'Microsoft.SqlServer.Types.SqlHierarchyId' in assembly 'Microsoft.SqlServer.Types'
DECLARE @h hierarchyid = '/1/'
SELECT @h.Level AS t
GO
--> Msg 6592, Level 16, State 3, Line 2: Could not find property or field 'Level' for type 'Microsoft.SqlServer.Types.SqlHierarchyId' in assembly 'Microsoft.SqlServer.Types'.
SELECT hierarchyid::ToString() AS t
GO
--> Msg 6573, Level 16, State 1, Line 1: Method, property or field 'ToString' of class 'Microsoft.SqlServer.Types.SqlHierarchyId' in assembly 'Microsoft.SqlServer.Types' is not static.
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetRoot() AS t
GO
--> Msg 6574, Level 16, State 1, Line 2: Method, property or field 'GetRoot' of class 'Microsoft.SqlServer.Types.SqlHierarchyId' in assembly 'Microsoft.SqlServer.Types' is static.
SELECT hierarchyid::[Null] AS t, hierarchyid::GetRoot().IsNull AS n
GO
--> t hierarchyid, n bit
--> NULL | 0
DECLARE @h hierarchyid = '/1/'
SELECT @h.GetLevel(1) AS t
GO
--> Msg 174, Level 15, State 1, Line 2: The GetLevel function requires 0 argument(s).
SELECT hierarchyid::GetRoot(1) AS t
GO
--> Msg 174, Level 15, State 1, Line 1: The GetRoot function requires 0 argument(s).
DECLARE @h hierarchyid = '/1/'
SELECT @h.Write(0) AS t
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'hierarchyid.Write' is not supported in this version of Sprocket.
CREATE TABLE o (h hierarchyid, name varchar(10))
GO
SELECT name.GetLevel() FROM o
GO
--> Msg 258, Level 15, State 1, Line 1: Cannot call methods on varchar.
SELECT o.name.GetLevel() FROM o
GO
--> Msg 258, Level 15, State 1, Line 1: Cannot call methods on varchar.
SELECT h.Nothing FROM o
GO
--> Msg 6592, Level 16, State 3, Line 1: Could not find property or field 'Nothing' for type 'Microsoft.SqlServer.Types.SqlHierarchyId' in assembly 'Microsoft.SqlServer.Types'.
SELECT x.GetLevel() FROM o
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "x" or the user-defined function or aggregate "x.GetLevel", or the name is ambiguous.
DECLARE @i int = 1
SELECT @i.GetLevel() AS t
GO
--> Msg 258, Level 15, State 1, Line 2: Cannot call methods on int.
SELECT int::Parse('1') AS t
GO
--> Msg 258, Level 15, State 1, Line 1: Cannot call methods on int.
SELECT nothing::Parse('1') AS t
GO
--> Msg 243, Level 16, State 1, Line 1: Type nothing is not a defined system type.
-- Conversions that do not exist.
DECLARE @h hierarchyid = 5
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: int is incompatible with hierarchyid
SELECT CAST(CAST('/1/' AS hierarchyid) AS int) AS t
GO
--> Msg 529, Level 16, State 1, Line 1: Explicit conversion from data type hierarchyid to int is not allowed.
DECLARE @v sql_variant = CAST('/' AS hierarchyid)
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: hierarchyid is incompatible with sql_variant
SELECT CAST('/' AS hierarchyid) + 'a' AS t
GO
--> Msg 403, Level 16, State 1, Line 1: Invalid operator for data type. Operator equals add, type equals hierarchyid.
SELECT LEN(CAST('/' AS hierarchyid)) AS t
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type hierarchyid is invalid for argument 1 of len function.
SELECT SUM(h) AS t FROM o
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type hierarchyid is invalid for sum operator.
SELECT h FROM o FOR JSON PATH
GO
--> Msg 13604, Level 16, State 1, Line 1: FOR JSON cannot serialize CLR objects. Cast CLR types explicitly into one of the supported types in FOR JSON queries.
SELECT h FROM o FOR XML PATH
GO
--> Msg 6865, Level 16, State 1, Line 1: FOR XML does not support CLR types - cast CLR types explicitly into one of the supported types in FOR XML queries.
CREATE TABLE d (h hierarchyid CONSTRAINT pk_d PRIMARY KEY)
INSERT d VALUES ('/1/')
INSERT d VALUES ('/1/')
GO
--> Msg 2627, Level 14, State 1, Line 3: Violation of PRIMARY KEY constraint 'pk_d'. Cannot insert duplicate key in object 'dbo.d'. The duplicate key value is (0x58).
--> info 3621: The statement has been terminated.
CREATE COLUMNSTORE INDEX cs ON o (h)
GO
--> Msg 35343, Level 16, State 1, Line 1: The statement failed. Column 'h' has a data type that cannot participate in a columnstore index.
