-- Describes the error that a CATCH block is handling, as one line of text; call it there. Returns the error's number, 0 outside of a CATCH.
--
--     BEGIN TRY
--         SELECT 1 / 0;
--     END TRY
--     BEGIN CATCH
--         DECLARE @Text nvarchar(2048);
--         EXEC ReportError @Text OUTPUT;
--         PRINT @Text;
--     END CATCH;

CREATE OR ALTER PROCEDURE ReportError
    @Text nvarchar(2048) = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    IF ERROR_NUMBER() IS NULL
        RETURN 0;

    SET @Text = CONCAT(
        N'Error ', ERROR_NUMBER(), N', severity ', ERROR_SEVERITY(), N', state ', ERROR_STATE(),
        N' in ', ISNULL(ERROR_PROCEDURE(), N'the batch'), N', line ', ERROR_LINE(), N': ', ERROR_MESSAGE(),
        CASE XACT_STATE() WHEN -1 THEN N' (the transaction is doomed)' WHEN 1 THEN N' (a transaction is open)' ELSE N'' END
    );

    RETURN ERROR_NUMBER();
END;
