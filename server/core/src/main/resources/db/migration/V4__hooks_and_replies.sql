-- Receipts and replies are stored as they come and applied afterwards; applied_at and handle_at tell what still waits.
ALTER TABLE receipt ADD COLUMN named_attempt BIGINT;
ALTER TABLE receipt ADD COLUMN applied_at DATETIME(6);
UPDATE receipt SET applied_at = received_at;
CREATE INDEX receipt_to_apply ON receipt (applied_at, id);

-- What recipients answered. organization_id stays NULL where nobody knows whose it is, or more than one might be meant.
CREATE TABLE reply (
  id BIGINT NOT NULL PRIMARY KEY,
  fingerprint BINARY(32) NOT NULL,
  gateway VARCHAR(40) NOT NULL,
  address VARCHAR(20) NOT NULL,
  sender VARCHAR(40),
  body VARCHAR(1600) NOT NULL,
  provider_message_id VARCHAR(120),
  occurred_at DATETIME(6),
  received_at DATETIME(6) NOT NULL,
  raw VARCHAR(2000) NOT NULL,
  handle_at DATETIME(6),
  handled_at DATETIME(6),
  meaning VARCHAR(10),
  outcome VARCHAR(20),
  answered_at DATETIME(6),
  organization_id BIGINT,
  message_id BIGINT,
  client_id BIGINT,
  CONSTRAINT reply_once UNIQUE (fingerprint)
) ${table_options};
CREATE INDEX reply_to_handle ON reply (handle_at, id);
CREATE INDEX reply_by_organization ON reply (organization_id, id);
CREATE INDEX reply_by_message ON reply (message_id);
CREATE INDEX reply_by_address ON reply (address, received_at);

-- A reply belongs to the last message to its address.
CREATE INDEX message_by_address ON message (address);

-- The reply that asked for it, as its proof.
ALTER TABLE opt_out ADD COLUMN reply_id BIGINT;

-- Raised to make an address that was given away useless; a gateway without a row is at 0.
CREATE TABLE gateway_hook (
  gateway VARCHAR(40) NOT NULL PRIMARY KEY,
  token_version INT NOT NULL
) ${table_options};
