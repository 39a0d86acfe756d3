-- Secret addresses of calendars. subject_id: the staff member or client whose appointments it shows, 0 for everybody's.
-- version: raised when the secret is changed. fetched_by: the name of a program, never an address.
CREATE TABLE feed (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  kind VARCHAR(12) NOT NULL,
  subject_id BIGINT NOT NULL,
  token_hash BINARY(32) NOT NULL,
  version INT NOT NULL,
  detail VARCHAR(8) NOT NULL,
  alarms BOOLEAN NOT NULL,
  days_back SMALLINT NOT NULL,
  days_ahead SMALLINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  revoked_at DATETIME(6),
  fetched_at DATETIME(6),
  fetched_by VARCHAR(40),
  CONSTRAINT feed_token UNIQUE (token_hash),
  CONSTRAINT feed_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
CREATE INDEX feed_by_organization ON feed (organization_id);
