-- Credit for SMS, in integer milli-credits. Without a price nothing costs anything and no account is moved.

-- entries counts the organization's entries, so that they are numbered without a gap; crossed_at is set until the
-- owners are told that the balance fell below low_below.
CREATE TABLE credit_account (
  organization_id BIGINT NOT NULL PRIMARY KEY,
  balance BIGINT NOT NULL,
  reserved BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  at_zero VARCHAR(14) NOT NULL,
  low_below BIGINT,
  is_low BOOLEAN NOT NULL,
  crossed_at DATETIME(6),
  CONSTRAINT credit_account_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
CREATE INDEX credit_account_crossed ON credit_account (crossed_at);

-- Append-only. An attempt is charged once and refunded once; a reservation of a message begins once and ends once.
CREATE TABLE credit_entry (
  organization_id BIGINT NOT NULL,
  entry_no BIGINT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  amount BIGINT NOT NULL,
  balance BIGINT NOT NULL,
  message_id BIGINT,
  reservation INT,
  attempt_id BIGINT,
  segments SMALLINT,
  window_id BIGINT,
  reference VARCHAR(100),
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (organization_id, entry_no),
  CONSTRAINT credit_entry_attempt UNIQUE (attempt_id, kind),
  CONSTRAINT credit_entry_reservation UNIQUE (message_id, reservation, kind),
  CONSTRAINT credit_entry_reference UNIQUE (organization_id, reference)
) ${table_options};
CREATE INDEX credit_entry_by_time ON credit_entry (organization_id, created_at);

-- What a message costs at the moment: reserved before it is sent, charged for at most one of its attempts.
CREATE TABLE credit_bill (
  message_id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  price BIGINT NOT NULL,
  reserved BIGINT NOT NULL,
  reservations INT NOT NULL,
  charged BIGINT NOT NULL,
  attempt_id BIGINT,
  gateway VARCHAR(40),
  submitted_at DATETIME(6)
) ${table_options};
CREATE INDEX credit_bill_charged ON credit_bill (submitted_at);

CREATE TABLE sms_price (
  prefix VARCHAR(16) NOT NULL PRIMARY KEY,
  milli_credits BIGINT NOT NULL
) ${table_options};

-- organization_id = 0 means every organization, no gateway every gateway; swept says that earlier charges are refunded.
CREATE TABLE no_charge_window (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  gateway VARCHAR(40),
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6),
  reason VARCHAR(200) NOT NULL,
  automatic BOOLEAN NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  swept BOOLEAN NOT NULL
) ${table_options};
CREATE INDEX no_charge_window_by_start ON no_charge_window (starts_at);
CREATE INDEX no_charge_window_unswept ON no_charge_window (swept);

-- billed_state: the state up to which a message with a bill is settled, OPEN while it is on its way. The index leads to
-- what has reached another end since, and to nothing else.
ALTER TABLE message ADD COLUMN billed_state VARCHAR(12);
ALTER TABLE message ADD COLUMN unsettled SMALLINT GENERATED ALWAYS AS (
  CASE WHEN billed_state IS NOT NULL AND billed_state <> state AND (
    state IN ('REFUSED', 'UNKNOWN', 'SUSPECT', 'UNDELIVERED', 'SKIPPED', 'TOO_LATE', 'CANCELLED', 'DELIVERED')
    OR (state = 'ACCEPTED' AND try_at > TIMESTAMP '9000-01-01 00:00:00')
  ) THEN 1 END
) ${stored};
CREATE INDEX message_unsettled ON message (unsettled, id);
