-- System procedures about the server, its databases, logins and sessions, and the variants that drivers of several ages call.
CREATE TABLE dbo.t (id int IDENTITY NOT NULL CONSTRAINT pk PRIMARY KEY, code varchar(10) COLLATE Latin1_General_CS_AS NULL, stamp rowversion)
CREATE UNIQUE INDEX ux ON dbo.t (code)
GO
CREATE PROCEDURE dbo.p @a int, @b varchar(10) = 'x' OUTPUT AS SELECT id FROM dbo.t
GO

-- Drivers.
EXEC sp_columns_90 't', 'dbo', NULL, 'id'
EXEC sp_columns_170 't', 'dbo', NULL, 'id'
EXEC sp_special_columns 't'
EXEC sp_special_columns_90 't'
EXEC sp_special_columns_90 't', @col_type = 'V'
EXEC sp_statistics_90 't', 'dbo'
EXEC sp_statistics_100 't', 'dbo'
EXEC sp_sproc_columns_90 'p', 'dbo'
EXEC sp_procedure_params_managed 'p'
EXEC sp_procedure_params_90_managed 'p'
EXEC sp_procedure_params_rowset 'p'
EXEC sp_tablecollations 'dbo.t'
EXEC sp_tablecollations_90 'dbo.t'
EXEC sp_datatype_info_90 4
EXEC sp_linkedservers
EXEC sp_oledb_ro_usrname
EXEC sp_validname 'good'
EXEC sp_validname ''
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 't' | 'id' | 4 | 'int identity' | 10 | 4 | 0 | 10 | 0 | NULL | NULL | 4 | NULL | NULL | 1 | 'NO' | NULL | NULL | NULL | NULL | NULL | NULL | 56
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_IS_SPARSE smallint, SS_IS_COLUMN_SET smallint, SS_IS_COMPUTED smallint, SS_IS_IDENTITY smallint, SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 't' | 'id' | 4 | 'int identity' | 10 | 4 | 0 | 10 | 0 | NULL | NULL | 4 | NULL | NULL | 1 | 'NO' | 0 | 0 | 0 | 1 | NULL | NULL | NULL | NULL | NULL | NULL | 56
--> SCOPE smallint, COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, PSEUDO_COLUMN smallint
--> 1 | 'id' | 4 | 'int identity' | 10 | 4 | 0 | 1
--> SCOPE smallint, COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, PSEUDO_COLUMN smallint
--> 1 | 'id' | 4 | 'int identity' | 10 | 4 | 0 | 1
--> SCOPE smallint, COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, PSEUDO_COLUMN smallint
--> NULL | 'stamp' | -2 | 'timestamp' | 8 | 8 | NULL | 1
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), NON_UNIQUE smallint, INDEX_QUALIFIER nvarchar(128), INDEX_NAME nvarchar(128), TYPE smallint, SEQ_IN_INDEX smallint, COLUMN_NAME nvarchar(128), COLLATION char(1), CARDINALITY int, PAGES int, FILTER_CONDITION varchar(128)
--> 'golden' | 'dbo' | 't' | NULL | NULL | NULL | 0 | NULL | NULL | NULL | 0 | 0 | NULL
--> 'golden' | 'dbo' | 't' | 0 | 't' | 'pk' | 1 | 1 | 'id' | 'A' | 0 | 0 | NULL
--> 'golden' | 'dbo' | 't' | 0 | 't' | 'ux' | 3 | 1 | 'code' | 'A' | NULL | NULL | NULL
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), NON_UNIQUE smallint, INDEX_QUALIFIER nvarchar(128), INDEX_NAME nvarchar(128), TYPE smallint, SEQ_IN_INDEX smallint, COLUMN_NAME nvarchar(128), COLLATION char(1), CARDINALITY int, PAGES int, FILTER_CONDITION varchar(128)
--> 'golden' | 'dbo' | 't' | NULL | NULL | NULL | 0 | NULL | NULL | NULL | 0 | 0 | NULL
--> 'golden' | 'dbo' | 't' | 0 | 't' | 'pk' | 1 | 1 | 'id' | 'A' | 0 | 0 | NULL
--> 'golden' | 'dbo' | 't' | 0 | 't' | 'ux' | 3 | 1 | 'code' | 'A' | NULL | NULL | NULL
--> PROCEDURE_QUALIFIER nvarchar(128), PROCEDURE_OWNER nvarchar(128), PROCEDURE_NAME nvarchar(134), COLUMN_NAME nvarchar(128), COLUMN_TYPE smallint, DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int!, LENGTH int!, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_UDT_CATALOG_NAME nvarchar(128), SS_UDT_SCHEMA_NAME nvarchar(128), SS_UDT_ASSEMBLY_TYPE_NAME nvarchar(4000), SS_XML_SCHEMACOLLECTION_CATALOG_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_SCHEMA_NAME nvarchar(128), SS_XML_SCHEMACOLLECTION_NAME nvarchar(128), SS_TYPE_CATALOG_NAME nvarchar(128), SS_TYPE_SCHEMA_NAME nvarchar(128), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'p;1' | '@RETURN_VALUE' | 5 | 4 | 'int' | 10 | 4 | 0 | 10 | 0 | NULL | NULL | 4 | NULL | NULL | 0 | 'NO' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 56
--> 'golden' | 'dbo' | 'p;1' | '@a' | 1 | 4 | 'int' | 10 | 4 | 0 | 10 | 1 | NULL | NULL | 4 | NULL | NULL | 1 | 'YES' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 38
--> 'golden' | 'dbo' | 'p;1' | '@b' | 2 | 12 | 'varchar' | 10 | 10 | NULL | NULL | 1 | NULL | NULL | 12 | NULL | 10 | 2 | 'YES' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 39
--> PROCEDURE_CATALOG nvarchar(128), PROCEDURE_SCHEMA nvarchar(128), PROCEDURE_NAME nvarchar(134), PARAMETER_NAME nvarchar(128), ORDINAL_POSITION smallint, PARAMETER_TYPE smallint, PARAMETER_HASDEFAULT tinyint, PARAMETER_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, DESCRIPTION nvarchar(1), TYPE_NAME nvarchar(128), LOCAL_TYPE_NAME nvarchar(128), MANAGED_DATA_TYPE smallint, TYPE_CATALOG_NAME nvarchar(128), TYPE_SCHEMA_NAME nvarchar(128), XML_CATALOGNAME nvarchar(128), XML_SCHEMANAME nvarchar(128), XML_SCHEMACOLLECTIONNAME nvarchar(128), UDT_NAME nvarchar(128), SS_DATETIME_PRECISION int
--> 'golden' | 'dbo' | 'p;1' | '@RETURN_VALUE' | 0 | 4 | 0 | NULL | 0 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'p;1' | '@a' | 1 | 1 | 0 | NULL | 1 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'p;1' | '@b' | 2 | 2 | 0 | NULL | 1 | 12 | 10 | 10 | NULL | NULL | NULL | 'varchar' | 'varchar' | 22 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> PROCEDURE_CATALOG nvarchar(128), PROCEDURE_SCHEMA nvarchar(128), PROCEDURE_NAME nvarchar(134), PARAMETER_NAME nvarchar(128), ORDINAL_POSITION smallint, PARAMETER_TYPE smallint, PARAMETER_HASDEFAULT tinyint, PARAMETER_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, DESCRIPTION nvarchar(1), TYPE_NAME nvarchar(128), LOCAL_TYPE_NAME nvarchar(128), MANAGED_DATA_TYPE smallint, TYPE_CATALOG_NAME nvarchar(128), TYPE_SCHEMA_NAME nvarchar(128), XML_CATALOGNAME nvarchar(128), XML_SCHEMANAME nvarchar(128), XML_SCHEMACOLLECTIONNAME nvarchar(128), UDT_NAME nvarchar(128), SS_DATETIME_PRECISION int
--> 'golden' | 'dbo' | 'p;1' | '@RETURN_VALUE' | 0 | 4 | 0 | NULL | 0 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'p;1' | '@a' | 1 | 1 | 0 | NULL | 1 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'p;1' | '@b' | 2 | 2 | 0 | NULL | 1 | 12 | 10 | 10 | NULL | NULL | NULL | 'varchar' | 'varchar' | 22 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> PROCEDURE_CATALOG nvarchar(128), PROCEDURE_SCHEMA nvarchar(128), PROCEDURE_NAME nvarchar(134), PARAMETER_NAME nvarchar(128), ORDINAL_POSITION smallint, PARAMETER_TYPE smallint, PARAMETER_HASDEFAULT tinyint, PARAMETER_DEFAULT nvarchar(4000), IS_NULLABLE bit, DATA_TYPE smallint, CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION smallint, NUMERIC_SCALE smallint, DESCRIPTION nvarchar(1), TYPE_NAME nvarchar(128), LOCAL_TYPE_NAME nvarchar(128), MANAGED_DATA_TYPE smallint, TYPE_CATALOG_NAME nvarchar(128), TYPE_SCHEMA_NAME nvarchar(128), XML_CATALOGNAME nvarchar(128), XML_SCHEMANAME nvarchar(128), XML_SCHEMACOLLECTIONNAME nvarchar(128), UDT_NAME nvarchar(128), SS_DATETIME_PRECISION int
--> 'golden' | 'dbo' | 'p;1' | '@RETURN_VALUE' | 0 | 4 | 0 | NULL | 0 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'p;1' | '@a' | 1 | 1 | 0 | NULL | 1 | 4 | NULL | NULL | 10 | 0 | NULL | 'int' | 'int' | 8 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> 'golden' | 'dbo' | 'p;1' | '@b' | 2 | 2 | 0 | NULL | 1 | 12 | 10 | 10 | NULL | NULL | NULL | 'varchar' | 'varchar' | 22 | NULL | NULL | NULL | NULL | NULL | NULL | NULL
--> colid int, name nvarchar(128), tds_collation_28 binary(5), collation_28 nvarchar(128)
--> 1 | 'id' | NULL | NULL
--> 2 | 'code' | 0x0904D00034 | 'Latin1_General_CS_AS'
--> 3 | 'stamp' | NULL | NULL
--> colid int, name nvarchar(128), tds_collation_90 binary(5), collation_90 nvarchar(128)
--> 1 | 'id' | NULL | NULL
--> 2 | 'code' | 0x0904D00034 | 'Latin1_General_CS_AS'
--> 3 | 'stamp' | NULL | NULL
--> TYPE_NAME nvarchar(128), DATA_TYPE smallint, PRECISION int, LITERAL_PREFIX varchar(32), LITERAL_SUFFIX varchar(32), CREATE_PARAMS varchar(32), NULLABLE smallint, CASE_SENSITIVE smallint, SEARCHABLE smallint, UNSIGNED_ATTRIBUTE smallint, MONEY smallint, AUTO_INCREMENT smallint, LOCAL_TYPE_NAME nvarchar(128), MINIMUM_SCALE smallint, MAXIMUM_SCALE smallint, SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, NUM_PREC_RADIX int, INTERVAL_PRECISION smallint, USERTYPE smallint
--> 'int' | 4 | 10 | NULL | NULL | NULL | 1 | 0 | 2 | 0 | 0 | 0 | 'int' | 0 | 0 | 4 | NULL | 10 | NULL | 7
--> 'int identity' | 4 | 10 | NULL | NULL | NULL | 0 | 0 | 2 | 0 | 0 | 1 | 'int identity' | 0 | 0 | 4 | NULL | 10 | NULL | 7
--> SRV_NAME nvarchar(128), SRV_PROVIDERNAME nvarchar(128), SRV_PRODUCT nvarchar(128), SRV_DATASOURCE nvarchar(4000), SRV_PROVIDERSTRING nvarchar(4000), SRV_LOCATION nvarchar(4000), SRV_CAT nvarchar(128)
--> 'GOLDEN' | 'SQLNCLI' | 'SQL Server' | 'GOLDEN' | NULL | NULL | NULL
--> readonly char(1), username nvarchar(128)
--> 'N' | 'dbo'
--> Msg 15004, Level 16, State 1, Procedure sp_validname, Line 6: Name cannot be NULL.

-- Databases and files.
EXEC sp_helpfilegroup
CREATE TABLE #files (name sysname, fileid smallint, filename nchar(260), filegroup sysname NULL, size nvarchar(18), maxsize nvarchar(18), growth nvarchar(18), usage varchar(9))
INSERT #files EXEC sp_helpfile
SELECT name, fileid, filegroup, usage FROM #files ORDER BY fileid
EXEC sp_helpsort
EXEC sp_helpserver
EXEC sp_helplanguage 'us_english'
EXEC sp_fulltext_database 'enable'
EXEC sp_createstats
CREATE TABLE #auto (name nvarchar(130), autostats varchar(3), updated datetime)
INSERT #auto EXEC sp_autostats 'dbo.t'
SELECT name, autostats FROM #auto ORDER BY name
EXEC sp_indexoption 'dbo.t', 'allowrowlocks', 1
EXEC xp_msver 'ProductName'
EXEC xp_qv '2745196162', 'GOLDEN'
EXEC xp_regread 'HKEY_LOCAL_MACHINE', 'SOFTWARE', 'nothing'
EXEC xp_instance_regread 'HKEY_LOCAL_MACHINE', 'SOFTWARE', 'nothing'
GO
--> groupname nvarchar(128), groupid smallint, filecount int
--> 'PRIMARY' | 1 | 1
--> (2 rows)
--> name nvarchar(128)!, fileid smallint, filegroup nvarchar(128), usage varchar(9)
--> 'golden' | 1 | 'PRIMARY' | 'data only'
--> 'golden_log' | 2 | NULL | 'log only'
--> Server default collation nvarchar(512)
--> 'Latin1-General, case-insensitive, accent-sensitive, kanatype-insensitive, width-insensitive for Unicode Data, SQL Server Sort Order 52 on Code Page 1252 for non-Unicode Data'
--> name nvarchar(128), network_name nvarchar(128), status varchar(70), id char(4), collation_name nvarchar(128), connect_timeout int, query_timeout int
--> 'GOLDEN' | 'GOLDEN' | 'rpc,rpc out,use remote collation' | '0   ' | NULL | 0 | 0
--> langid smallint!, dateformat nchar(3)!, datefirst tinyint!, upgrade int, name nvarchar(128)!, alias nvarchar(128)!, months nvarchar(372), shortmonths nvarchar(132), days nvarchar(217), lcid int!, msglangid smallint!
--> 0 | 'mdy' | 7 | 0 | 'us_english' | 'English' | 'January,February,March,April,May,June,July,August,September,October,November,December' | 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec' | 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday' | 1033 | 1033
--> print: Statistics have been created for the 0 listed columns of the above tables.
--> (2 rows)
--> name nvarchar(130), autostats varchar(3)
--> '[pk]' | 'ON'
--> '[ux]' | 'ON'
--> Index smallint, Name nvarchar(128), Internal_Value int, Character_Value nvarchar(512)
--> 1 | 'ProductName' | NULL | 'Microsoft SQL Server'
EXEC sp_sqlexec 'SELECT 1 AS one'
EXEC sp_MSsetconfiguration 1, 2
GO
--> one int!
--> 1
--> Msg 15123, Level 16, State 1, Procedure sp_MSsetconfiguration, Line 1: The configuration option '1' does not exist, or it may be an advanced option.

-- Logins and old ways to change them.
EXEC sp_addgroup 'old_group'
EXEC sp_dropgroup 'old_group'
EXEC master..sp_grantlogin 'DOMAIN\user'
EXEC master..sp_denylogin 'DOMAIN\user'
EXEC master..sp_revokelogin 'DOMAIN\user'
EXEC sp_defaultdb 'nobody', 'master'
EXEC sp_defaultlanguage 'nobody', 'us_english'
EXEC sp_password NULL, 'secret', 'nobody'
EXEC sp_changedbowner 'sa'
EXEC sp_who 'nobody'
EXEC sp_helplogins 'nobody'
EXEC sp_altermessage 50001, 'WITH_LOG', 'true'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the login 'nobody', because it does not exist or you do not have permission.
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the login 'nobody', because it does not exist or you do not have permission.
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the login 'nobody', because it does not exist or you do not have permission.
--> Msg 15007, Level 16, State 1, Procedure sp_who, Line 7: 'nobody' is not a valid login or you do not have permission.
--> Msg 15007, Level 16, State 1, Procedure sp_helplogins, Line 6: 'nobody' is not a valid login or you do not have permission.
--> Msg 15179, Level 16, State 1, Procedure sp_altermessage, Line 1: The message number 50001 or specified language does not exist.

-- Prepared statements and server cursors as drivers call them.
DECLARE @h int
EXEC sp_prepare @h OUTPUT, N'@a int', N'SELECT @a + 1 AS n'
EXEC sp_execute @h, 41
EXEC sp_unprepare @h
EXEC sp_execute @h, 1
GO
--> n int
--> 42
--> Msg 8179, Level 16, State 2, Line 7: Could not find prepared statement with handle 1.
DECLARE @h int
EXEC sp_prepexec @h OUTPUT, N'@a int', N'SELECT @a * 2 AS n', 21
EXEC sp_execute @h, 4
EXEC sp_unprepare @h
GO
--> n int
--> 42
--> n int
--> 8
DECLARE @h int
EXEC sp_prepexecrpc @h OUTPUT, N'dbo.p', 1
EXEC sp_unprepare @h
GO
--> id int!
INSERT dbo.t (code) VALUES ('a'), ('b'), ('c')
DECLARE @c int, @rows int
EXEC sp_cursoropen @c OUTPUT, N'SELECT id, code FROM dbo.t ORDER BY id', 8, 8193, @rows OUTPUT
EXEC sp_cursorfetch @c, 2, 0, 2
EXEC sp_cursoroption @c, 2, 'named'
EXEC sp_cursorclose @c
EXEC sp_cursorfetch 77, 2, 0, 2
GO
--> (3 rows)
--> id int!, code varchar(10), ROWSTAT int!
--> id int!, code varchar(10), ROWSTAT int!
--> 1 | 'a' | 1
--> 2 | 'b' | 1
--> Msg 16909, Level 16, State 1, Line 7: sp_cursorfetch: The cursor identifier value provided (4d) is not valid.
DECLARE @h int, @c int, @so int = 8, @cc int = 8193, @rows int
EXEC sp_cursorprepare @h OUTPUT, N'@a int', N'SELECT id FROM dbo.t WHERE id > @a', 1, @so OUTPUT, @cc OUTPUT
EXEC sp_cursorexecute @h, @c OUTPUT, @so OUTPUT, @cc OUTPUT, @rows OUTPUT, 1
EXEC sp_cursorfetch @c, 2, 0, 10
EXEC sp_cursorclose @c
EXEC sp_cursorunprepare @h
GO
--> id int!, ROWSTAT int!
--> id int!, ROWSTAT int!
--> 2 | 1
--> 3 | 1
DECLARE @h int, @c int, @so int = 4104, @cc int = 8193, @rows int
EXEC sp_cursorprepexec @h OUTPUT, @c OUTPUT, N'@a int', N'SELECT id FROM dbo.t WHERE id > @a', @so OUTPUT, @cc OUTPUT, @rows OUTPUT, 2
EXEC sp_cursorfetch @c, 2, 0, 10
EXEC sp_cursorclose @c
EXEC sp_cursorunprepare @h
GO
--> id int!, ROWSTAT int!
--> id int!, ROWSTAT int!
--> 3 | 1
-- Positioned changes through sp_cursor.
DECLARE @c int
EXEC sp_cursoropen @c OUTPUT, N'SELECT id, code FROM dbo.t ORDER BY id', 2, 4
EXEC sp_cursorfetch @c, 2, 0, 1
EXEC sp_cursor @c, 33, 1, 't', @code = 'z'
EXEC sp_cursorclose @c
SELECT id, code FROM dbo.t ORDER BY id
GO
--> id int!, code varchar(10), ROWSTAT int!
--> id int!, code varchar(10), ROWSTAT int!
--> 1 | 'a' | 1
--> (1 row)
--> id int!, code varchar(10)
--> 1 | 'z'
--> 2 | 'b'
--> 3 | 'c'
EXEC sp_describe_first_result_set N'SELECT id, code FROM dbo.t'
EXEC sp_describe_undeclared_parameters N'SELECT id FROM dbo.t WHERE code = @c'
EXEC sp_reset_connection
GO
--> is_hidden bit, column_ordinal int, name nvarchar(128), is_nullable bit, system_type_id int, system_type_name nvarchar(256), max_length smallint, precision tinyint, scale tinyint, collation_name nvarchar(128), user_type_id int, user_type_database nvarchar(128), user_type_schema nvarchar(128), user_type_name nvarchar(128), assembly_qualified_type_name nvarchar(4000), xml_collection_id int, xml_collection_database nvarchar(128), xml_collection_schema nvarchar(128), xml_collection_name nvarchar(128), is_xml_document bit, is_case_sensitive bit, is_fixed_length_clr_type bit, source_server nvarchar(128), source_database nvarchar(128), source_schema nvarchar(128), source_table nvarchar(128), source_column nvarchar(128), is_identity_column bit, is_part_of_unique_key bit, is_updateable bit, is_computed_column bit, is_sparse_column_set bit, ordinal_in_order_by_list smallint, order_by_is_descending smallint, order_by_list_length smallint, tds_type_id int, tds_length int, tds_collation_id int, tds_collation_sort_id tinyint
--> 0 | 1 | 'id' | 0 | 56 | 'int' | 4 | 10 | 0 | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 0 | 0 | 0 | NULL | NULL | NULL | NULL | NULL | 1 | NULL | 0 | 0 | 0 | NULL | NULL | NULL | 56 | 4 | NULL | NULL
--> 0 | 2 | 'code' | 1 | 167 | 'varchar(10)' | 10 | 0 | 0 | 'Latin1_General_CS_AS' | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 0 | 1 | 0 | NULL | NULL | NULL | NULL | NULL | 0 | NULL | 1 | 0 | 0 | NULL | NULL | NULL | 167 | 10 | 12583945 | 0
--> parameter_ordinal int, name nvarchar(128), suggested_system_type_id int, suggested_system_type_name nvarchar(256), suggested_max_length smallint, suggested_precision tinyint, suggested_scale tinyint, suggested_user_type_id int, suggested_user_type_database nvarchar(128), suggested_user_type_schema nvarchar(128), suggested_user_type_name nvarchar(128), suggested_assembly_qualified_type_name nvarchar(4000), suggested_xml_collection_id int, suggested_xml_collection_database nvarchar(128), suggested_xml_collection_schema nvarchar(128), suggested_xml_collection_name nvarchar(128), suggested_is_xml_document bit, suggested_is_case_sensitive bit, suggested_is_fixed_length_clr_type bit, suggested_is_input bit, suggested_is_output bit, formal_parameter_name nvarchar(128), suggested_tds_type_id int, suggested_tds_length int
--> 1 | '@c' | 167 | 'varchar(10)' | 10 | 0 | 0 | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | 0 | 0 | 0 | 1 | 0 | NULL | 167 | 10
SELECT 1 AS one
GO
--> one int!
--> 1

-- Sessions: only the shape is the same everywhere.
SET NOCOUNT ON
CREATE TABLE #who (spid smallint, ecid smallint, status nchar(30), loginame nvarchar(128), hostname nchar(128), blk char(5), dbname nvarchar(128), cmd nchar(26), request_id int)
INSERT #who EXEC sp_who
SELECT RTRIM(status) AS status, loginame, dbname FROM #who WHERE spid = @@SPID
CREATE TABLE #locks (spid smallint, dbid smallint, ObjId int, IndId smallint, Type nchar(4), Resource nchar(32), Mode nvarchar(8), Status nvarchar(5))
BEGIN TRAN
UPDATE dbo.t SET code = 'q' WHERE id = 1
INSERT #locks EXEC sp_lock
SELECT DISTINCT RTRIM(Type) AS Type, Status FROM #locks WHERE spid = @@SPID AND RTRIM(Type) = 'DB'
ROLLBACK
CREATE TABLE #dbs (DATABASE_NAME sysname, DATABASE_SIZE int, REMARKS varchar(254) NULL)
INSERT #dbs EXEC sp_databases
SELECT DATABASE_NAME, REMARKS FROM #dbs WHERE DATABASE_NAME IN ('golden', 'master', 'tempdb') ORDER BY DATABASE_NAME
GO
--> status nvarchar(30), loginame nvarchar(128), dbname nvarchar(128)
--> 'runnable' | 'sa' | 'golden'
--> Type nvarchar(4), Status nvarchar(5)
--> 'DB' | 'GRANT'
--> DATABASE_NAME nvarchar(128)!, REMARKS varchar(254)
--> 'golden' | NULL
--> 'master' | NULL
--> 'tempdb' | NULL
EXEC sp_helpdb 'nothing'
EXEC sp_who2 'nobody'
GO
--> Msg 15010, Level 16, State 1, Procedure sp_helpdb, Line 7: The database 'nothing' does not exist. Supply a valid database name. To see available databases, use sys.databases.
--> Msg 15007, Level 16, State 1, Procedure sp_who2, Line 7: 'nobody' is not a valid login or you do not have permission.
