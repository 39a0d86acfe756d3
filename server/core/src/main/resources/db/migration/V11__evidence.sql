-- Canaries: test messages that an operator has sent over a gateway, to a phone or a mailbox of the operator's.
-- due_at: when the next one goes.
CREATE TABLE canary (
  gateway VARCHAR(40) NOT NULL PRIMARY KEY,
  address VARCHAR(254) NOT NULL,
  due_at DATETIME(6) NOT NULL
) ${table_options};

-- Each of them; the message (kind CANARY, of the server) tells what became of it.
CREATE TABLE canary_flight (
  message_id BIGINT NOT NULL PRIMARY KEY,
  gateway VARCHAR(40) NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  CONSTRAINT canary_flight_message FOREIGN KEY (message_id) REFERENCES message (id)
) ${table_options};
CREATE INDEX canary_flight_by_gateway ON canary_flight (gateway, sent_at);

-- How many canaries were missed in a row since the sums were last zero.
ALTER TABLE gateway_standing ADD COLUMN run_canaries INT DEFAULT 0 NOT NULL;
