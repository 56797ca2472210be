-- The views of SQL Server 2000 are found without a schema, in dbo and in sys.
CREATE TABLE dbo.a (x int NOT NULL, y int NOT NULL, CONSTRAINT pk_a PRIMARY KEY (x, y))
CREATE TABLE dbo.b (y int NULL, x int NULL, note varchar(10), CONSTRAINT fk_b FOREIGN KEY (x, y) REFERENCES dbo.a (x, y))
CREATE USER reader WITHOUT LOGIN
GRANT SELECT ON dbo.a TO reader
GRANT UPDATE (note) ON dbo.b TO reader WITH GRANT OPTION
DENY EXECUTE TO reader
GRANT CREATE TABLE TO reader
GO
CREATE VIEW dbo.v AS SELECT x FROM dbo.a
GO
SELECT OBJECT_NAME(constid) AS name, OBJECT_NAME(fkeyid) AS of_table, OBJECT_NAME(rkeyid) AS other, keycnt, fkey1, fkey2, fkey3, rkey1, rkey2, rkey16 FROM sysreferences
SELECT OBJECT_NAME(id) AS object, USER_NAME(uid) AS grantee, action, protecttype, columns, USER_NAME(grantor) AS grantor FROM sysprotects WHERE USER_NAME(uid) = 'reader' ORDER BY id, action
SELECT OBJECT_NAME(id) AS object, OBJECT_NAME(depid) AS used, deptype, selall, readobj FROM dbo.sysdepends
SELECT groupid, status, groupname FROM sysfilegroups
SELECT fileid, groupid, name FROM master..sysaltfiles WHERE dbid = DB_ID() ORDER BY fileid
SELECT srvid, srvproduct, isremote, rpc, rpcout, dataaccess FROM master.dbo.sysservers
SELECT name, description FROM syscharsets WHERE type = 1001 AND id IN (1, 4, 109) ORDER BY id
SELECT name, csid FROM master..syscharsets WHERE id = 52 AND type = 2001
SELECT COUNT(*) AS me FROM master..sysprocesses WHERE spid = @@SPID
SELECT value FROM master.dbo.sysconfigures WHERE config = 115
SELECT value FROM syscurconfigs WHERE config = 115
SELECT rsc_type, req_mode, req_status FROM syslockinfo WHERE 1 = 0
SELECT RTRIM(counter_name) AS counter FROM sysperfinfo WHERE counter_name LIKE 'User Connections%'
SELECT COUNT(*) AS n FROM syscacheobjects
SELECT COUNT(*) AS n FROM sysdevices
SELECT COUNT(*) AS n FROM sysoledbusers
SELECT COUNT(*) AS n FROM sysopentapes
SELECT COUNT(*) AS n FROM sysremotelogins
SELECT COUNT(*) AS n FROM syspermissions
SELECT COUNT(*) AS n FROM sysfulltextcatalogs
SELECT TOP 0 * FROM sys.sysservers
SELECT TOP 0 * FROM sys.sysreferences
SELECT TOP 0 * FROM sys.syslockinfo
SELECT TOP 0 * FROM sys.syscacheobjects
SELECT TOP 0 * FROM sys.sysdepends
GO
--> name nvarchar(128), of_table nvarchar(128), other nvarchar(128), keycnt smallint, fkey1 smallint, fkey2 smallint, fkey3 smallint, rkey1 smallint, rkey2 smallint, rkey16 smallint
--> 'fk_b' | 'b' | 'a' | 2 | 2 | 1 | 0 | 1 | 2 | 0
--> object nvarchar(128), grantee nvarchar(128), action tinyint, protecttype tinyint, columns varbinary(8000), grantor nvarchar(128)
--> NULL | 'reader' | 198 | 205 | NULL | 'dbo'
--> NULL | 'reader' | 224 | 206 | NULL | 'dbo'
--> 'a' | 'reader' | 193 | 205 | 0x01 | 'dbo'
--> 'b' | 'reader' | 197 | 204 | 0x08 | 'dbo'
--> object nvarchar(128), used nvarchar(128), deptype tinyint!, selall bit!, readobj bit!
--> 'v' | 'a' | 0 | 0 | 0
--> groupid smallint, status int, groupname nvarchar(128)!
--> 1 | 16 | 'PRIMARY'
--> fileid smallint, groupid smallint, name nvarchar(128)!
--> 1 | 1 | 'golden'
--> 2 | 0 | 'golden_log'
--> srvid smallint, srvproduct nvarchar(128)!, isremote bit, rpc bit!, rpcout bit!, dataaccess bit!
--> 0 | 'SQL Server' | 1 | 1 | 1 | 0
--> name nvarchar(128)!, description nvarchar(255)
--> 'iso_1' | 'ISO 8859-1 (Latin-1) - Western European 8-bit character set.'
--> 'cp1250' | 'Code Page 1250 (Eastern European) character set.'
--> 'cp932' | 'Code Page 932 (Japanese) character set.'
--> name nvarchar(128)!, csid tinyint!
--> 'nocase_iso' | 1
--> me int
--> 1
--> value int
--> 1
--> value int
--> 1
--> rsc_type tinyint!, req_mode tinyint!, req_status tinyint!
--> counter nvarchar(128)
--> 'User Connections'
--> n int
--> 0
--> n int
--> 0
--> n int
--> 0
--> n int
--> 0
--> n int
--> 0
--> n int
--> 0
--> n int
--> 0
--> srvid smallint, srvstatus smallint, srvname nvarchar(128)!, srvproduct nvarchar(128)!, providername nvarchar(128)!, datasource nvarchar(4000), location nvarchar(4000), providerstring nvarchar(4000), schemadate datetime!, topologyx int, topologyy int, catalog nvarchar(128), srvcollation nvarchar(128), connecttimeout int, querytimeout int, srvnetname char(30), isremote bit, rpc bit!, pub bit!, sub bit, dist bit, dpub bit, rpcout bit!, dataaccess bit!, collationcompatible bit!, system bit!, useremotecollation bit!, lazyschemavalidation bit!, collation nvarchar(128), nonsqlsub bit
--> constid int!, fkeyid int!, rkeyid int, rkeyindid smallint, keycnt smallint, forkeys varbinary(32), refkeys varbinary(32), fkeydbid smallint, rkeydbid smallint, fkey1 smallint, fkey2 smallint, fkey3 smallint, fkey4 smallint, fkey5 smallint, fkey6 smallint, fkey7 smallint, fkey8 smallint, fkey9 smallint, fkey10 smallint, fkey11 smallint, fkey12 smallint, fkey13 smallint, fkey14 smallint, fkey15 smallint, fkey16 smallint, rkey1 smallint, rkey2 smallint, rkey3 smallint, rkey4 smallint, rkey5 smallint, rkey6 smallint, rkey7 smallint, rkey8 smallint, rkey9 smallint, rkey10 smallint, rkey11 smallint, rkey12 smallint, rkey13 smallint, rkey14 smallint, rkey15 smallint, rkey16 smallint
--> rsc_text nchar(32)!, rsc_bin binary(16)!, rsc_valblk binary(16)!, rsc_dbid smallint!, rsc_indid smallint!, rsc_objid int!, rsc_type tinyint!, rsc_flag tinyint!, req_mode tinyint!, req_status tinyint!, req_refcnt smallint!, req_cryrefcnt smallint!, req_lifetime int!, req_spid int!, req_ecid int!, req_ownertype smallint!, req_transactionID bigint, req_transactionUOW uniqueidentifier
--> bucketid int, cacheobjtype nvarchar(17)!, objtype nvarchar(8)!, objid int, dbid smallint, dbidexec smallint, uid smallint, refcounts int, usecounts int, pagesused int, setopts int, langid smallint, dateformat smallint, status int, lasttime bigint, maxexectime bigint, avgexectime bigint, lastreads bigint, lastwrites bigint, sqlbytes int, sql nvarchar(3900)
--> id int!, depid int!, number smallint, depnumber smallint, status smallint, deptype tinyint!, depdbid smallint, depsiteid smallint, selall bit!, resultobj bit!, readobj bit!
