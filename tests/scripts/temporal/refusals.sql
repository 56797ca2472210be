-- What a table must not be or have to become the history of another, and what history tables refuse.
CREATE TABLE item (
  id int CONSTRAINT pk_item PRIMARY KEY,
  name varchar(20) COLLATE Latin1_General_CI_AS NULL,
  since datetime2 GENERATED ALWAYS AS ROW START NOT NULL,
  until datetime2 GENERATED ALWAYS AS ROW END NOT NULL,
  PERIOD FOR SYSTEM_TIME (since, until)
);
CREATE TABLE other (
  id int CONSTRAINT pk_other PRIMARY KEY,
  name varchar(20) NULL,
  since datetime2 GENERATED ALWAYS AS ROW START NOT NULL,
  until datetime2 GENERATED ALWAYS AS ROW END NOT NULL,
  PERIOD FOR SYSTEM_TIME (since, until)
) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.other_history));
GO
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.other_history));
GO
--> Msg 13514, Level 16, State 1, Line 1: History table 'golden.dbo.other_history' is already in use.
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.other));
GO
--> Msg 13566, Level 16, State 1, Line 1: Temporal table 'golden.dbo.other' is already in use.
ALTER TABLE other_history SET (SYSTEM_VERSIONING = ON);
GO
--> Msg 13566, Level 16, State 1, Line 1: Temporal table 'golden.dbo.other_history' is already in use.
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.#past));
GO
--> Msg 13567, Level 16, State 1, Line 1: Temporal history table 'dbo.#past' cannot be created in a 'tempdb' database.
CREATE TABLE past (id int NOT NULL, name varchar(20) COLLATE Latin1_General_CI_AS NULL, since datetime2 NOT NULL, until datetime2 NOT NULL);
GO
CREATE TRIGGER watch ON past AFTER INSERT AS RETURN;
GO
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.past));
GO
--> Msg 13522, Level 16, State 1, Line 1: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.past' has triggers defined. Consider dropping all triggers and trying again.
DROP TABLE past;
CREATE TABLE past (id int NOT NULL, name varchar(20) COLLATE Latin1_General_CS_AS NULL, since datetime2 NOT NULL, until datetime2 NOT NULL);
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.past));
GO
--> Msg 13526, Level 16, State 1, Line 3: Setting SYSTEM_VERSIONING to ON failed because column 'name' does not have the same collation in tables 'golden.dbo.item' and 'golden.dbo.past'.
DROP TABLE past;
CREATE TABLE past (id int NOT NULL, name varchar(20) COLLATE Latin1_General_CI_AS SPARSE NULL, since datetime2 NOT NULL, until datetime2 NOT NULL);
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.past));
GO
--> Msg 13533, Level 16, State 1, Line 3: Setting SYSTEM_VERSIONING to ON failed because column 'name' does not have the same sparse storage attribute in tables 'golden.dbo.item' and 'golden.dbo.past'.
DROP TABLE past;
CREATE TABLE past (id uniqueidentifier ROWGUIDCOL NOT NULL, name varchar(20), since datetime2 NOT NULL, until datetime2 NOT NULL);
ALTER TABLE item SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.past));
GO
--> Msg 13580, Level 16, State 1, Line 3: Setting SYSTEM_VERSIONING to ON failed because history table 'golden.dbo.past' has ROWGUID column specification. Consider dropping all ROWGUID column specifications and trying again.
ALTER TABLE other_history ADD CONSTRAINT uq_past UNIQUE (id);
GO
--> Msg 13583, Level 16, State 1, Line 1: Cannot add UNIQUE KEY constraint to a temporal history table 'golden.dbo.other_history'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE other_history ADD PERIOD FOR SYSTEM_TIME (since, until);
GO
--> Msg 13598, Level 16, State 1, Line 1: Temporal SYSTEM_TIME period cannot be defined on history table 'golden.dbo.other_history'.
CREATE VIEW all_of_other AS SELECT id FROM other FOR SYSTEM_TIME ALL;
GO
SELECT id FROM all_of_other;
GO
--> id int!
SELECT id FROM all_of_other FOR SYSTEM_TIME AS OF '2024-01-01';
GO
--> Msg 13590, Level 16, State 1, Procedure all_of_other, Line 1: Temporal FOR SYSTEM_TIME clause can only be set once per temporal table. 'other' has more than one temporal FOR SYSTEM_TIME clause.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'all_of_other' because of binding errors.
DROP VIEW all_of_other;
ALTER TABLE other SET (SYSTEM_VERSIONING = OFF);
DROP TABLE other, other_history, item, past;
GO
