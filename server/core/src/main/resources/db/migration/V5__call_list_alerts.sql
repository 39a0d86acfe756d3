-- What an organization decided about its call list; where nothing stands the server's settings hold.
CREATE TABLE call_settings (
  organization_id BIGINT NOT NULL PRIMARY KEY,
  unknown_policy VARCHAR(16),
  alert_addresses VARCHAR(2600) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT call_settings_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};

-- When an organization was last told of new calls: the row over which nodes contend.
CREATE TABLE call_alert (
  organization_id BIGINT NOT NULL PRIMARY KEY,
  alerted_at DATETIME(6) NOT NULL,
  CONSTRAINT call_alert_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};

-- Calls that were on the list before anybody was told by e-mail count as told.
ALTER TABLE call_list ADD COLUMN alerted_at DATETIME(6);
UPDATE call_list SET alerted_at = created_at;
CREATE INDEX call_list_not_alerted ON call_list (alerted_at, organization_id, created_at);

-- Each time a person sent the message of a call again.
CREATE TABLE call_resend (
  id BIGINT NOT NULL PRIMARY KEY,
  call_id BIGINT NOT NULL,
  message_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  resent_at DATETIME(6) NOT NULL,
  resent_by BIGINT NOT NULL,
  CONSTRAINT call_resend_call FOREIGN KEY (call_id) REFERENCES call_list (id),
  CONSTRAINT call_resend_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
CREATE INDEX call_resend_by_call ON call_resend (call_id, id);
CREATE INDEX call_resend_by_message ON call_resend (message_id);

-- Numbers that no text message reaches, as one organization found out.
CREATE TABLE failing_number (
  organization_id BIGINT NOT NULL,
  address VARCHAR(20) NOT NULL,
  failing_since DATETIME(6) NOT NULL,
  reason_code VARCHAR(60) NOT NULL,
  noted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (organization_id, address),
  CONSTRAINT failing_number_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};

-- Problems that members reported; alert_at is when an operator is reminded next, NULL once it is answered.
CREATE TABLE problem_report (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  message_id BIGINT NOT NULL,
  reported_by BIGINT NOT NULL,
  note VARCHAR(500),
  history ${long_text} NOT NULL,
  reported_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6),
  seen_by BIGINT,
  answered_at DATETIME(6),
  answered_by BIGINT,
  answer VARCHAR(1000),
  alert_at DATETIME(6),
  CONSTRAINT problem_report_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
  CONSTRAINT problem_report_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
CREATE INDEX problem_report_by_message ON problem_report (message_id, id);
CREATE INDEX problem_report_by_answer ON problem_report (answered_at, id);
CREATE INDEX problem_report_by_alert ON problem_report (alert_at);
