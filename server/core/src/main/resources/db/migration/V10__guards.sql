-- What protects gateways and other tenants from one organization, and public booking from one visitor.

-- The batch of claims in which the guards looked at a message; NULL: they have not, or are to look again. -1: released.
ALTER TABLE message ADD COLUMN guard_fence BIGINT;

-- What an organization has sent, and the row that is locked while that is decided. minute_no: since 1970, the last
-- minute in which a place was given away; day_no: since 1970, in the organization's zone; usual: messages on a usual
-- day; month_no: year * 12 + month; amounts in milli-credits, in the row of SMS.
CREATE TABLE guard_count (
  organization_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  minute_no BIGINT NOT NULL,
  minute_used BIGINT NOT NULL,
  day_no BIGINT NOT NULL,
  day_used BIGINT NOT NULL,
  usual BIGINT NOT NULL,
  day_spent BIGINT NOT NULL,
  month_no BIGINT NOT NULL,
  month_spent BIGINT NOT NULL,
  PRIMARY KEY (organization_id, channel)
) ${table_options};

-- How much went out on the days before.
CREATE TABLE guard_day (
  organization_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  day_no BIGINT NOT NULL,
  sent BIGINT NOT NULL,
  PRIMARY KEY (organization_id, channel, day_no)
) ${table_options};

-- subject: a hash of organization, channel, address and day.
CREATE TABLE guard_recipient (
  subject BINARY(32) NOT NULL PRIMARY KEY,
  used BIGINT NOT NULL,
  expires_at DATETIME(6) NOT NULL
) ${table_options};
CREATE INDEX guard_recipient_by_end ON guard_recipient (expires_at);

-- What the operator decided for an organization; NULL keeps the server's limit, 0 means none.
CREATE TABLE guard_limits (
  organization_id BIGINT NOT NULL PRIMARY KEY,
  sms_per_minute BIGINT,
  sms_per_day BIGINT,
  sms_per_recipient BIGINT,
  email_per_minute BIGINT,
  email_per_day BIGINT,
  email_per_recipient BIGINT,
  spend_per_day BIGINT,
  spend_per_month BIGINT,
  usual_multiple BIGINT,
  usual_floor BIGINT,
  sms_prefixes VARCHAR(1000),
  CONSTRAINT guard_limits_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};

-- Messages held since the operators were told last.
CREATE TABLE guard_news (
  organization_id BIGINT NOT NULL,
  guard VARCHAR(16) NOT NULL,
  untold BIGINT NOT NULL,
  PRIMARY KEY (organization_id, guard)
) ${table_options};
CREATE INDEX guard_news_untold ON guard_news (untold);

-- When the operators were told last: the row over which nodes contend.
CREATE TABLE guard_alert (
  id SMALLINT NOT NULL PRIMARY KEY,
  alerted_at DATETIME(6) NOT NULL
) ${table_options};
INSERT INTO guard_alert (id, alerted_at) VALUES (1, TIMESTAMP '2000-01-01 00:00:00');

-- What visitors did, for some hours. subject: a hash of what was done and by which network, number or e-mail address.
CREATE TABLE booking_try (
  id BIGINT NOT NULL PRIMARY KEY,
  subject BINARY(32) NOT NULL,
  tried_at DATETIME(6) NOT NULL
) ${table_options};
CREATE INDEX booking_try_by_subject ON booking_try (subject, tried_at);
CREATE INDEX booking_try_by_age ON booking_try (tried_at);
