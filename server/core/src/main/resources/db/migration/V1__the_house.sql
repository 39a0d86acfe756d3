-- Instants are UTC in DATETIME(6); ids are time-ordered TSIDs made by the application; organization_id = 0 means "the server's".

CREATE TABLE node (
  id SMALLINT NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  boot_id VARCHAR(36) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL
) ${table_options};

CREATE TABLE lease (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  node_id SMALLINT NOT NULL,
  fence BIGINT NOT NULL,
  expires_at DATETIME(6) NOT NULL
) ${table_options};

CREATE TABLE organization (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(60) NOT NULL,
  name VARCHAR(120) NOT NULL,
  zone VARCHAR(50) NOT NULL,
  locale VARCHAR(20) NOT NULL,
  country VARCHAR(2) NOT NULL,
  phone VARCHAR(20),
  email VARCHAR(254),
  sms_sender VARCHAR(16),
  quiet_from_minute SMALLINT NOT NULL,
  quiet_to_minute SMALLINT NOT NULL,
  late_booking VARCHAR(20) NOT NULL,
  consent_text VARCHAR(500) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT organization_slug UNIQUE (slug)
) ${table_options};

CREATE TABLE member (
  id BIGINT NOT NULL PRIMARY KEY,
  email VARCHAR(254) NOT NULL,
  name VARCHAR(120) NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  operator BOOLEAN NOT NULL,
  locale VARCHAR(20) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  disabled_at DATETIME(6),
  version BIGINT NOT NULL,
  CONSTRAINT member_email UNIQUE (email)
) ${table_options};

CREATE TABLE membership (
  member_id BIGINT NOT NULL,
  organization_id BIGINT NOT NULL,
  member_role VARCHAR(10) NOT NULL,
  staff_id BIGINT,
  PRIMARY KEY (member_id, organization_id),
  CONSTRAINT membership_member FOREIGN KEY (member_id) REFERENCES member (id),
  CONSTRAINT membership_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
CREATE INDEX membership_by_organization ON membership (organization_id);

CREATE TABLE member_session (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  member_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  CONSTRAINT member_session_member FOREIGN KEY (member_id) REFERENCES member (id)
) ${table_options};
CREATE INDEX member_session_by_expiry ON member_session (expires_at);

CREATE TABLE sign_in_failure (
  subject_hash BINARY(32) NOT NULL,
  failed_at DATETIME(6) NOT NULL,
  id BIGINT NOT NULL PRIMARY KEY
) ${table_options};
CREATE INDEX sign_in_failure_by_subject ON sign_in_failure (subject_hash, failed_at);

CREATE TABLE api_token (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  scopes VARCHAR(200) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6),
  revoked_at DATETIME(6),
  CONSTRAINT api_token_hash UNIQUE (token_hash),
  CONSTRAINT api_token_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT api_token_member FOREIGN KEY (member_id) REFERENCES member (id)
) ${table_options};
CREATE INDEX api_token_by_organization ON api_token (organization_id);

CREATE TABLE idempotency (
  organization_id BIGINT NOT NULL,
  caller VARCHAR(64) NOT NULL,
  request_key VARCHAR(100) NOT NULL,
  body_hash BINARY(32) NOT NULL,
  answer_status SMALLINT NOT NULL,
  answer ${long_text},
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (organization_id, caller, request_key)
) ${table_options};
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE audit (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  actor_kind VARCHAR(10) NOT NULL,
  actor_id BIGINT NOT NULL,
  action VARCHAR(60) NOT NULL,
  object_type VARCHAR(40) NOT NULL,
  object_id BIGINT NOT NULL,
  detail VARCHAR(1000) NOT NULL,
  happened_at DATETIME(6) NOT NULL
) ${table_options};
CREATE INDEX audit_by_organization ON audit (organization_id, id);
CREATE INDEX audit_by_object ON audit (organization_id, object_type, object_id);

CREATE TABLE location (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  address VARCHAR(300),
  at_client BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT location_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};

CREATE TABLE client (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  email VARCHAR(254),
  mobile VARCHAR(20),
  phone VARCHAR(20),
  locale VARCHAR(20) NOT NULL,
  zone VARCHAR(50) NOT NULL,
  note VARCHAR(1000),
  search_text VARCHAR(400) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT client_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
CREATE INDEX client_by_organization ON client (organization_id, id);
CREATE INDEX client_by_email ON client (organization_id, email);
CREATE INDEX client_by_mobile ON client (organization_id, mobile);

CREATE TABLE consent (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  client_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  wording VARCHAR(500) NOT NULL,
  source VARCHAR(20) NOT NULL,
  given_at DATETIME(6) NOT NULL,
  withdrawn_at DATETIME(6),
  CONSTRAINT consent_client FOREIGN KEY (client_id) REFERENCES client (id)
) ${table_options};
CREATE INDEX consent_by_client ON consent (client_id, channel);

-- An opt-out belongs to an address; organization_id = 0 means for every organization.
CREATE TABLE opt_out (
  channel VARCHAR(8) NOT NULL,
  address VARCHAR(254) NOT NULL,
  organization_id BIGINT NOT NULL,
  source VARCHAR(20) NOT NULL,
  opted_out_at DATETIME(6) NOT NULL,
  PRIMARY KEY (channel, address, organization_id)
) ${table_options};

-- The own choices of clients and staff; a lead of NULL keeps the organization's.
CREATE TABLE contact_choice (
  organization_id BIGINT NOT NULL,
  recipient_kind VARCHAR(8) NOT NULL,
  recipient_id BIGINT NOT NULL,
  message_kind VARCHAR(16) NOT NULL,
  channel VARCHAR(8) NOT NULL,
  wanted BOOLEAN NOT NULL,
  hours_before SMALLINT,
  PRIMARY KEY (organization_id, recipient_kind, recipient_id, message_kind, channel)
) ${table_options};

-- One row to lock for whoever can be booked; its id is the staff member's or the resource's.
CREATE TABLE calendar (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT calendar_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
CREATE INDEX calendar_by_organization ON calendar (organization_id);

CREATE TABLE staff (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  email VARCHAR(254),
  mobile VARCHAR(20),
  zone VARCHAR(50) NOT NULL,
  locale VARCHAR(20) NOT NULL,
  active BOOLEAN NOT NULL,
  position SMALLINT NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT staff_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT staff_calendar FOREIGN KEY (id) REFERENCES calendar (id)
) ${table_options};
CREATE INDEX staff_by_organization ON staff (organization_id);

CREATE TABLE resource (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT resource_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT resource_calendar FOREIGN KEY (id) REFERENCES calendar (id)
) ${table_options};
CREATE INDEX resource_by_organization ON resource (organization_id);

CREATE TABLE service (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  description VARCHAR(1000),
  duration_minutes SMALLINT NOT NULL,
  gap_minutes SMALLINT NOT NULL,
  step_minutes SMALLINT NOT NULL,
  notice_minutes INT NOT NULL,
  window_days SMALLINT NOT NULL,
  price_text VARCHAR(80),
  location_id BIGINT,
  online BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  position SMALLINT NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT service_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT service_location FOREIGN KEY (location_id) REFERENCES location (id)
) ${table_options};
CREATE INDEX service_by_organization ON service (organization_id);

CREATE TABLE service_staff (
  service_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  PRIMARY KEY (service_id, staff_id),
  CONSTRAINT service_staff_service FOREIGN KEY (service_id) REFERENCES service (id),
  CONSTRAINT service_staff_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ${table_options};

-- Local times of the calendar's zone, in minutes after midnight; to_minute may be 1440.
CREATE TABLE weekly_hours (
  id BIGINT NOT NULL PRIMARY KEY,
  staff_id BIGINT NOT NULL,
  weekday SMALLINT NOT NULL,
  from_minute SMALLINT NOT NULL,
  to_minute SMALLINT NOT NULL,
  CONSTRAINT weekly_hours_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ${table_options};
CREATE INDEX weekly_hours_by_staff ON weekly_hours (staff_id);

CREATE TABLE time_block (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  calendar_id BIGINT NOT NULL,
  kind VARCHAR(14) NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  note VARCHAR(200),
  version BIGINT NOT NULL,
  CONSTRAINT time_block_calendar FOREIGN KEY (calendar_id) REFERENCES calendar (id)
) ${table_options};
CREATE INDEX time_block_by_calendar ON time_block (calendar_id, starts_at);

CREATE TABLE appointment (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  service_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  client_id BIGINT,
  status VARCHAR(10) NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  gap_minutes SMALLINT NOT NULL,
  zone VARCHAR(50) NOT NULL,
  note VARCHAR(1000),
  source VARCHAR(10) NOT NULL,
  occurrence SMALLINT NOT NULL,
  token_version SMALLINT NOT NULL,
  held_until DATETIME(6),
  ended_reason VARCHAR(200),
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT appointment_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT appointment_service FOREIGN KEY (service_id) REFERENCES service (id),
  CONSTRAINT appointment_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT appointment_client FOREIGN KEY (client_id) REFERENCES client (id)
) ${table_options};
CREATE INDEX appointment_by_organization ON appointment (organization_id, starts_at, id);
CREATE INDEX appointment_by_staff ON appointment (staff_id, starts_at);
CREATE INDEX appointment_by_client ON appointment (client_id, starts_at);
CREATE INDEX appointment_by_hold ON appointment (held_until);

-- Busy time of a calendar, the gap after included. CalendarLock is its only writer.
CREATE TABLE busy_time (
  calendar_id BIGINT NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  appointment_id BIGINT NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  held_until DATETIME(6),
  PRIMARY KEY (calendar_id, starts_at, appointment_id),
  CONSTRAINT busy_time_calendar FOREIGN KEY (calendar_id) REFERENCES calendar (id)
) ${table_options};
CREATE INDEX busy_time_by_appointment ON busy_time (appointment_id);

CREATE TABLE reminder_rule (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  service_id BIGINT,
  audience VARCHAR(8) NOT NULL,
  channel VARCHAR(8) NOT NULL,
  lead_unit VARCHAR(5) NOT NULL,
  lead_amount SMALLINT NOT NULL,
  lead_minute_of_day SMALLINT,
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT reminder_rule_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT reminder_rule_service FOREIGN KEY (service_id) REFERENCES service (id)
) ${table_options};
CREATE INDEX reminder_rule_by_organization ON reminder_rule (organization_id);

CREATE TABLE message_template (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  kind VARCHAR(16) NOT NULL,
  audience VARCHAR(8) NOT NULL,
  channel VARCHAR(8) NOT NULL,
  locale VARCHAR(20) NOT NULL,
  subject VARCHAR(200),
  body VARCHAR(4000) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT message_template_key UNIQUE (organization_id, kind, audience, channel, locale)
) ${table_options};

-- The ledger. occurrence counts the moves of the appointment, so that going back to an earlier start plans anew.
CREATE TABLE message (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  appointment_id BIGINT,
  occurrence SMALLINT NOT NULL,
  rule_id BIGINT NOT NULL,
  kind VARCHAR(16) NOT NULL,
  channel VARCHAR(8) NOT NULL,
  recipient_kind VARCHAR(8) NOT NULL,
  recipient_id BIGINT NOT NULL,
  address VARCHAR(254),
  appointment_start DATETIME(6),
  due_at DATETIME(6) NOT NULL,
  useful_until DATETIME(6) NOT NULL,
  try_at DATETIME(6) NOT NULL,
  state VARCHAR(12) NOT NULL,
  state_at DATETIME(6) NOT NULL,
  reason_code VARCHAR(40),
  reason VARCHAR(300),
  facts ${long_text} NOT NULL,
  revision INT NOT NULL,
  attempts SMALLINT NOT NULL,
  gateway VARCHAR(40),
  claim_node SMALLINT,
  claim_fence BIGINT,
  claimed_until DATETIME(6),
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT message_once UNIQUE (appointment_id, occurrence, rule_id, kind, channel, recipient_kind, recipient_id),
  CONSTRAINT message_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT message_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id)
) ${table_options};
CREATE INDEX message_due ON message (state, try_at);
CREATE INDEX message_by_organization ON message (organization_id, due_at, id);
CREATE INDEX message_by_state ON message (organization_id, state, due_at, id);
CREATE INDEX message_by_recipient ON message (organization_id, recipient_kind, recipient_id, due_at);

CREATE TABLE message_event (
  id BIGINT NOT NULL PRIMARY KEY,
  message_id BIGINT NOT NULL,
  state VARCHAR(12) NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  attempt_id BIGINT,
  detail VARCHAR(300),
  CONSTRAINT message_event_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
CREATE INDEX message_event_by_message ON message_event (message_id, id);

CREATE TABLE attempt (
  id BIGINT NOT NULL PRIMARY KEY,
  message_id BIGINT NOT NULL,
  attempt_no SMALLINT NOT NULL,
  gateway VARCHAR(40) NOT NULL,
  state VARCHAR(12) NOT NULL,
  submitted_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  provider_message_id VARCHAR(120),
  segments SMALLINT,
  code VARCHAR(60),
  detail VARCHAR(300),
  CONSTRAINT attempt_once UNIQUE (message_id, attempt_no),
  CONSTRAINT attempt_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
CREATE INDEX attempt_by_provider_id ON attempt (gateway, provider_message_id);
CREATE INDEX attempt_by_state ON attempt (state, submitted_at);

CREATE TABLE receipt (
  id BIGINT NOT NULL PRIMARY KEY,
  fingerprint BINARY(32) NOT NULL,
  gateway VARCHAR(40) NOT NULL,
  attempt_id BIGINT,
  provider_message_id VARCHAR(120),
  state VARCHAR(12) NOT NULL,
  occurred_at DATETIME(6),
  received_at DATETIME(6) NOT NULL,
  code VARCHAR(60),
  network VARCHAR(60),
  raw VARCHAR(2000),
  CONSTRAINT receipt_once UNIQUE (fingerprint)
) ${table_options};
CREATE INDEX receipt_by_attempt ON receipt (attempt_id);
CREATE INDEX receipt_by_provider_id ON receipt (gateway, provider_message_id);

CREATE TABLE call_list (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  message_id BIGINT NOT NULL,
  reason_code VARCHAR(40) NOT NULL,
  reason VARCHAR(300) NOT NULL,
  appointment_start DATETIME(6),
  created_at DATETIME(6) NOT NULL,
  handled_at DATETIME(6),
  handled_by BIGINT,
  handled_note VARCHAR(300),
  CONSTRAINT call_list_once UNIQUE (message_id),
  CONSTRAINT call_list_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
CREATE INDEX call_list_open ON call_list (organization_id, handled_at, appointment_start);

CREATE TABLE gateway (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  provider VARCHAR(40) NOT NULL,
  sender VARCHAR(254),
  settings ${long_text} NOT NULL,
  enabled BOOLEAN NOT NULL,
  position SMALLINT NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL
) ${table_options};
