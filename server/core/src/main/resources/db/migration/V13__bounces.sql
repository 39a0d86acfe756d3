-- Why a message does not arrive, in the words of the SPI, where a receipt says so.
ALTER TABLE receipt ADD COLUMN reason VARCHAR(24);
ALTER TABLE attempt ADD COLUMN reason VARCHAR(24);

-- E-mail addresses fail too; one is told from a number by its @.
ALTER TABLE failing_number ${modify} address VARCHAR(254) NOT NULL;
