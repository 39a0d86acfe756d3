-- What became of the attempts of each hour, counted again as long as receipts may change it. destination: a country's
-- calling code such as +41, '' for e-mail; network and code as receipts and answers name them, '' where they do not.
CREATE TABLE evidence (
  hour_at DATETIME(6) NOT NULL,
  gateway VARCHAR(101) NOT NULL,
  destination VARCHAR(60) NOT NULL,
  network VARCHAR(60) NOT NULL,
  code VARCHAR(60) NOT NULL,
  state VARCHAR(12) NOT NULL,
  attempts BIGINT NOT NULL,
  charged BIGINT NOT NULL,
  PRIMARY KEY (hour_at, gateway, destination, network, code, state)
) ${table_options};

-- due_at: when an hour is counted again.
CREATE TABLE evidence_hour (
  hour_at DATETIME(6) NOT NULL PRIMARY KEY,
  counted_at DATETIME(6),
  due_at DATETIME(6) NOT NULL
) ${table_options};
CREATE INDEX evidence_hour_due ON evidence_hour (due_at);
