-- When an organization wants agendas; who has no row wants none. Minutes of the local day, NULL: none at that time of the
-- day. addresses: who gets the one about everybody, '' for owners and managers. look_at: when to look whether one is due.
CREATE TABLE agenda_settings (
  organization_id BIGINT NOT NULL PRIMARY KEY,
  evening_minute SMALLINT,
  morning_minute SMALLINT,
  days_ahead SMALLINT NOT NULL,
  to_staff BOOLEAN NOT NULL,
  addresses VARCHAR(3000) NOT NULL,
  look_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT agenda_settings_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
CREATE INDEX agenda_settings_by_look ON agenda_settings (look_at);

-- Each agenda, once: its message tells what became of it. local_day: the day it is due, as 2026-12-01, on which at_minute
-- is the local time in zone. mailbox: the address where recipient_id names nobody, else ''.
CREATE TABLE agenda (
  message_id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  recipient_kind VARCHAR(8) NOT NULL,
  recipient_id BIGINT NOT NULL,
  mailbox VARCHAR(254) NOT NULL,
  zone VARCHAR(50) NOT NULL,
  local_day VARCHAR(10) NOT NULL,
  at_minute SMALLINT NOT NULL,
  days_ahead SMALLINT NOT NULL,
  CONSTRAINT agenda_once UNIQUE (organization_id, recipient_kind, recipient_id, mailbox, zone, local_day, at_minute),
  CONSTRAINT agenda_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
