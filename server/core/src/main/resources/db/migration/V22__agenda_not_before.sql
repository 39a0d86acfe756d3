-- What was due before is not planned: the server that the organization came from may have sent it. NULL: it came from none.
ALTER TABLE agenda_settings ADD COLUMN not_before DATETIME(6);
