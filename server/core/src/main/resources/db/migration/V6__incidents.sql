-- Outages as told on the status page. closed_at is empty while it lasts.
CREATE TABLE incident (
  id BIGINT NOT NULL PRIMARY KEY,
  gateway VARCHAR(40) NOT NULL,
  destination VARCHAR(60) NOT NULL,
  suspect_from DATETIME(6) NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  opened_told_at DATETIME(6),
  closed_told_at DATETIME(6)
) ${table_options};
CREATE INDEX incident_by_end ON incident (closed_at, opened_at);
CREATE INDEX incident_by_start ON incident (opened_at);

CREATE TABLE incident_word (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL,
  words VARCHAR(1000) NOT NULL,
  said_at DATETIME(6) NOT NULL,
  CONSTRAINT incident_word_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
) ${table_options};
CREATE INDEX incident_word_by_incident ON incident_word (incident_id, id);

-- Whose messages the failing gateway took without proof.
CREATE TABLE incident_organization (
  incident_id BIGINT NOT NULL,
  organization_id BIGINT NOT NULL,
  affected INT NOT NULL,
  opened_told_at DATETIME(6),
  closed_told_at DATETIME(6),
  PRIMARY KEY (incident_id, organization_id),
  CONSTRAINT incident_organization_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
) ${table_options};
CREATE INDEX incident_organization_by_organization ON incident_organization (organization_id);

-- The operators are told too, who belong to no organization (0).
ALTER TABLE message DROP CONSTRAINT message_organization;
