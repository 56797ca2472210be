-- Certificates may be old, new or never valid; encryption does not ask.
CREATE CERTIFICATE past ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'x', START_DATE = '20010101', EXPIRY_DATE = '20020101'
CREATE CERTIFICATE future ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'x', START_DATE = '20550101', EXPIRY_DATE = '20560101'
SELECT name, start_date, expiry_date FROM sys.certificates WHERE name IN ('past', 'future') ORDER BY name
CREATE CERTIFICATE backwards ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'x', START_DATE = '20550101', EXPIRY_DATE = '20020101'
GO
--> info 15214: Warning: The certificate you created is expired.
--> info 15215: Warning: The certificate you created is not yet valid; its start date is in the future.
--> name nvarchar(128)!, start_date datetime, expiry_date datetime
--> 'future' | 2055-01-01 00:00:00.000 | 2056-01-01 00:00:00.000
--> 'past' | 2001-01-01 00:00:00.000 | 2002-01-01 00:00:00.000
--> info 15213: Warning: The certificate you created has an invalid validity period; its expiration date precedes its start date.
