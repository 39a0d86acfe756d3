-- In which order gateways are tried; organization_id = 0 is the server's order. prefix: the beginning of an E.164 number
-- such as +41, or '' for every address.
CREATE TABLE route (
  organization_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  prefix VARCHAR(16) NOT NULL,
  position SMALLINT NOT NULL,
  gateway VARCHAR(40) NOT NULL,
  PRIMARY KEY (organization_id, channel, prefix, position)
) ${table_options};
