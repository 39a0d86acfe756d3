-- What the watchdog of any node raised, so that each alarm is told once; a row goes when its trouble is over.
CREATE TABLE alarm (
  trouble VARCHAR(20) NOT NULL PRIMARY KEY,
  raised_at DATETIME(6) NOT NULL,
  told_at DATETIME(6) NOT NULL
) ${table_options};
