-- kind: what fails; gateway and destination are '' where it is about no gateway. code: why it refuses, where it does.
-- withdrawn: it is over because the gateway is used no more, not because it works again.
-- open_key: what it is about, while it lasts, so that of several nodes one opens it.
ALTER TABLE incident ADD COLUMN kind VARCHAR(12) DEFAULT 'FAIL_OVER' NOT NULL;
ALTER TABLE incident ADD COLUMN code VARCHAR(60);
ALTER TABLE incident ADD COLUMN withdrawn BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE incident ADD COLUMN open_key VARCHAR(180);
CREATE UNIQUE INDEX incident_open_once ON incident (open_key);

-- Gateways of the server that refuse what others take; a row goes when its gateway takes messages again.
CREATE TABLE gateway_refusal (
  gateway VARCHAR(101) NOT NULL PRIMARY KEY,
  code VARCHAR(60) NOT NULL,
  refused_from DATETIME(6) NOT NULL,
  found_at DATETIME(6) NOT NULL
) ${table_options};
