-- Functions that no other script calls, with their values.
SELECT CEILING(1.2) AS ceil_dec, CEILING(-1.2e0) AS ceil_float, COS(0) AS cos0, LOG10(1000) AS log10, SIN(0) AS sin0, ATN2(1, 1) AS atn2, PI() AS pi, DEGREES(PI()) AS deg, DEGREES(1) AS deg_int
SELECT RAND(5) AS seeded, CASE WHEN RAND() BETWEEN 0 AND 1 THEN 1 END AS in_range
SELECT GREATEST(1, 2.5, 2) AS g, LEAST('b', 'A', NULL) AS l, ISNUMERIC('1e5') AS n1, ISNUMERIC('x') AS n2, ISNUMERIC('$1,000') AS n3, ISNUMERIC('-') AS n4
SELECT CASE WHEN CURRENT_DATE = CAST(GETDATE() AS date) THEN 1 END AS today, DATETIMEOFFSETFROMPARTS(2024, 2, 29, 12, 30, 15, 5, 2, 30, 1) AS dto, CAST('2024-07-01T12:00:00' AS datetime2(0)) AT TIME ZONE 'UTC' AS utc, CAST('2024-07-01T12:00:00' AS datetime2(0)) AT TIME ZONE 'Central European Standard Time' AS summer
SELECT CASE WHEN LEN(CURRENT_TIMEZONE()) > 0 THEN 1 END AS zone, CASE WHEN LEN(CURRENT_TIMEZONE_ID()) > 0 THEN 1 END AS zone_id
SELECT TRY_PARSE('12/31/2024' AS date USING 'en-US') AS d, TRY_PARSE('x' AS int) AS n, TRY_PARSE('1.234,5' AS decimal(10, 2) USING 'de-DE') AS m
SELECT CASE WHEN BINARY_CHECKSUM('a') = BINARY_CHECKSUM('A') THEN 'same' ELSE 'different' END AS b, CASE WHEN CHECKSUM('a') = CHECKSUM('A') THEN 'same' ELSE 'different' END AS c
SELECT CHECKSUM_AGG(n) AS c, APPROX_PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY n) AS cont, APPROX_PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY n) AS disc FROM (VALUES (1), (2), (4), (7)) AS v(n)
SELECT PWDCOMPARE('secret', PWDENCRYPT('secret')) AS right_one, PWDCOMPARE('other', PWDENCRYPT('secret')) AS wrong_one
SELECT COLLATIONPROPERTY('Latin1_General_CI_AS', 'CodePage') AS page, COLLATIONPROPERTY('Latin1_General_CI_AS', 'LCID') AS lcid, COLLATIONPROPERTY('nothing', 'LCID') AS none
SELECT sys.fn_varbintohexstr(0x01ABff) AS hex, sys.fn_varbintohexsubstring(0, 0x01ABff, 2, 2) AS part
GO
--> ceil_dec numeric(2,0)!, ceil_float float!, cos0 float, log10 float, sin0 float, atn2 float, pi float!, deg float, deg_int int
--> 2 | -1 | 1 | 3 | 0 | 0.7853981633974483 | 3.141592653589793 | 180 | 57
--> seeded float!, in_range int
--> 0.7136665250979564 | 1
--> g numeric(2,1)!, l varchar(1), n1 int!, n2 int!, n3 int!, n4 int!
--> 2.5 | 'A' | 1 | 0 | 1 | 1
--> today int, dto datetimeoffset(1)!, utc datetimeoffset(0), summer datetimeoffset(0)
--> 1 | 2024-02-29 12:30:15.5 +02:30 | 2024-07-01 12:00:00 +00:00 | 2024-07-01 12:00:00 +02:00
--> zone int, zone_id int
--> 1 | 1
--> d date, n int, m decimal(10,2)
--> 2024-12-31 | NULL | 1234.50
--> b varchar(9)!, c varchar(9)!
--> 'different' | 'same'
--> c int, cont float, disc int
--> 0 | 3 | 2
--> right_one int, wrong_one int
--> 1 | 0
--> page sql_variant, lcid sql_variant, none sql_variant
--> 1252::int | 1033::int | NULL
--> hex nvarchar(max), part nvarchar(max)
--> '0x01abff' | 'abff'

-- About the server and the session.
SELECT @@SERVERNAME AS name, @@MAX_CONNECTIONS AS connections, @@TIMETICKS AS ticks, @@DEF_SORTORDER_ID AS sort_order, CASE WHEN @@CONNECTIONS >= 0 AND @@CPU_BUSY >= 0 AND @@IDLE >= 0 AND @@IO_BUSY >= 0 AND @@PACK_RECEIVED >= 0 AND @@PACK_SENT >= 0 AND @@PACKET_ERRORS >= 0 AND @@TOTAL_ERRORS >= 0 AND @@TOTAL_READ >= 0 AND @@TOTAL_WRITE >= 0 THEN 1 END AS counters
SELECT CASE WHEN @@DBTS >= 0x0 THEN 1 END AS dbts, CASE WHEN MIN_ACTIVE_ROWVERSION() > 0x0 THEN 1 END AS active
SELECT CONNECTIONPROPERTY('net_transport') AS transport, CONNECTIONPROPERTY('auth_scheme') AS scheme, CONNECTIONPROPERTY('nothing') AS none
SELECT CURRENT_REQUEST_ID() AS request, CASE WHEN CURRENT_TRANSACTION_ID() > 0 THEN 1 END AS tran_id, CASE WHEN LEN(HOST_ID()) > 0 THEN 1 END AS host
SELECT LOGINPROPERTY('sa', 'IsLocked') AS locked, LOGINPROPERTY('sa', 'DefaultDatabase') AS db, LOGINPROPERTY('nobody', 'IsLocked') AS none
SELECT SUSER_SID('sa') AS sid, SUSER_SNAME(SUSER_SID('sa')) AS name, SID_BINARY('nothing') AS none
SELECT ASSEMBLYPROPERTY('nothing', 'CultureInfo') AS a, FULLTEXTCATALOGPROPERTY('nothing', 'ItemCount') AS f, FILEPROPERTY('golden', 'IsPrimaryFile') AS is_primary, FILEPROPERTY('nothing', 'IsPrimaryFile') AS none
SELECT CASE WHEN PERMISSIONS() & 1 = 1 THEN 1 END AS may_create
CREATE TABLE dbo.t (id int PRIMARY KEY)
SELECT STATS_DATE(OBJECT_ID('dbo.t'), 99) AS none
SELECT COUNT(*) AS n FROM sys.server_sql_modules
GO
--> name nvarchar(128), connections int!, ticks int!, sort_order int!, counters int
--> 'GOLDEN' | 32767 | 31250 | 52 | 1
--> dbts int, active int
--> 1 | 1
--> transport sql_variant, scheme sql_variant, none sql_variant
--> 'TCP'::nvarchar(40) | 'SQL'::nvarchar(40) | NULL
--> request smallint!, tran_id int, host int
--> 0 | 1 | 1
--> locked sql_variant, db sql_variant, none sql_variant
--> 0::int | 'master'::nvarchar(128) | NULL
--> sid varbinary(85), name nvarchar(128), none varbinary(85)
--> 0x01 | 'sa' | NULL
--> a sql_variant, f int, is_primary int, none int
--> NULL | NULL | 1 | NULL
--> may_create int
--> 1
--> none datetime
--> NULL
--> n int
--> 0
