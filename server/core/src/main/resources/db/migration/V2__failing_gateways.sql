-- What receipts tell of gateways. destination: a country's calling code such as +41, or the domain of an e-mail address.
ALTER TABLE attempt ADD COLUMN destination VARCHAR(60);
ALTER TABLE attempt ADD COLUMN settled_at DATETIME(6);
ALTER TABLE attempt ADD COLUMN judged BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX attempt_to_judge ON attempt (judged, gateway, state, submitted_at);

-- How a gateway does, over all destinations (destination = '') and over each.
CREATE TABLE gateway_standing (
  gateway VARCHAR(40) NOT NULL,
  destination VARCHAR(60) NOT NULL,
  degraded_at DATETIME(6),
  judged DOUBLE PRECISION NOT NULL,
  missed DOUBLE PRECISION NOT NULL,
  ban_sum DOUBLE PRECISION NOT NULL,
  decline_sum DOUBLE PRECISION NOT NULL,
  run_judged INT NOT NULL,
  run_missed INT NOT NULL,
  run_from DATETIME(6),
  recovery DOUBLE PRECISION NOT NULL,
  p95_millis BIGINT,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (gateway, destination)
) ${table_options};
