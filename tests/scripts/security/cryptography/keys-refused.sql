-- What statements about keys refuse.
CREATE SYMMETRIC KEY by_password WITH ALGORITHM = AES_128 ENCRYPTION BY PASSWORD = 'one'
OPEN SYMMETRIC KEY by_password DECRYPTION BY PASSWORD = 'one'
CREATE SYMMETRIC KEY inner_key WITH ALGORITHM = AES_192 ENCRYPTION BY SYMMETRIC KEY by_password
CREATE ASYMMETRIC KEY pair WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'pair'
CREATE SYMMETRIC KEY by_pair WITH ALGORITHM = AES_256 ENCRYPTION BY ASYMMETRIC KEY pair
GO
OPEN SYMMETRIC KEY by_password DECRYPTION BY PASSWORD = 'three'
GO
--> Msg 15313, Level 16, State 1, Line 1: The key is not encrypted using the specified decryptor.
OPEN SYMMETRIC KEY by_pair DECRYPTION BY PASSWORD = 'one'
GO
--> Msg 15313, Level 16, State 1, Line 1: The key is not encrypted using the specified decryptor.
OPEN SYMMETRIC KEY by_pair DECRYPTION BY ASYMMETRIC KEY pair
GO
--> Msg 15334, Level 16, State 1, Line 1: The asymmetric key has a private key that is protected by a user defined password. That password needs to be provided to enable the use of the private key.
OPEN SYMMETRIC KEY by_pair DECRYPTION BY ASYMMETRIC KEY pair WITH PASSWORD = 'wrong'
GO
--> Msg 15466, Level 16, State 1, Line 1: An error occurred during decryption.
OPEN SYMMETRIC KEY nothing DECRYPTION BY PASSWORD = 'one'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the symmetric key 'nothing', because it does not exist or you do not have permission.
CLOSE SYMMETRIC KEY nothing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the symmetric key 'nothing', because it does not exist or you do not have permission.
CREATE SYMMETRIC KEY by_password WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15282, Level 16, State 1, Line 1: A key with name 'by_password' or user defined unique identifier already exists or you do not have permissions to create it.
CREATE SYMMETRIC KEY nobody WITH ALGORITHM = AES_256
GO
--> Msg 15542, Level 16, State 1, Line 1: Cannot create a key without specifying an encryptor.
CREATE SYMMETRIC KEY nobody WITH ALGORITHM = AES_512 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15314, Level 16, State 1, Line 1: Either no algorithm has been specified or the bitlength and the algorithm specified for the key are not available in this installation of Windows.
CREATE SYMMETRIC KEY nobody WITH ALGORITHM = TRIPLE_DES ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 33128, Level 16, State 1, Line 1: Encryption failed. Key uses deprecated algorithm 'TRIPLE_DES' which is no longer supported at this db compatibility level. If you still need to use this key switch to a lower db compatibility level.
CREATE SYMMETRIC KEY nobody WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE nothing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the certificate 'nothing', because it does not exist or you do not have permission.
CREATE SYMMETRIC KEY ##shared WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15316, Level 16, State 1, Line 1: Global temporary keys are not allowed. You can only use local temporary keys.
CREATE ASYMMETRIC KEY pair WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15396, Level 16, State 1, Line 1: An asymmetric key with name 'pair' already exists or this asymmetric key already has been added to the database.
CREATE ASYMMETRIC KEY short_pair WITH ALGORITHM = RSA_1024 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 33128, Level 16, State 1, Line 1: Encryption failed. Key uses deprecated algorithm 'RSA_1024' which is no longer supported at this db compatibility level. If you still need to use this key switch to a lower db compatibility level.
CREATE ASYMMETRIC KEY other WITH ALGORITHM = RSA_2048
GO
--> Msg 15581, Level 16, State 3, Line 1: Please create a master key in the database or open the master key in the session before performing this operation.
CREATE ASYMMETRIC KEY other WITH ALGORITHM = DSA ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15314, Level 16, State 1, Line 1: Either no algorithm has been specified or the bitlength and the algorithm specified for the key are not available in this installation of Windows.
CREATE ASYMMETRIC KEY other FROM FILE = 'a.snk'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'CREATE ASYMMETRIC KEY … FROM' is not supported in this version of Sprocket.
DROP SYMMETRIC KEY by_password
GO
--> Msg 15580, Level 16, State 1, Line 1: Cannot drop symmetric key because symmetric key 'inner_key' is encrypted by it.
DROP ASYMMETRIC KEY pair
GO
--> Msg 15352, Level 16, State 1, Line 1: The asymmetric key cannot be dropped because one or more entities are either signed or encrypted using it.
DROP ASYMMETRIC KEY nothing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the asymmetric key 'nothing', because it does not exist or you do not have permission.
