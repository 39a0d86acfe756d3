-- Gateways of organizations are named <slug>.<name>, so that each may have its own "twilio": 60 + 1 + 40 characters.
ALTER TABLE gateway ${modify} name VARCHAR(101) NOT NULL;
ALTER TABLE gateway_hook ${modify} gateway VARCHAR(101) NOT NULL;
ALTER TABLE gateway_standing ${modify} gateway VARCHAR(101) NOT NULL;
ALTER TABLE route ${modify} gateway VARCHAR(101) NOT NULL;
ALTER TABLE message ${modify} gateway VARCHAR(101);
ALTER TABLE attempt ${modify} gateway VARCHAR(101) NOT NULL;
ALTER TABLE receipt ${modify} gateway VARCHAR(101) NOT NULL;
ALTER TABLE reply ${modify} gateway VARCHAR(101) NOT NULL;
ALTER TABLE credit_bill ${modify} gateway VARCHAR(101);
ALTER TABLE no_charge_window ${modify} gateway VARCHAR(101);
ALTER TABLE incident ${modify} gateway VARCHAR(101) NOT NULL;
CREATE INDEX gateway_by_organization ON gateway (organization_id);

-- Over which channels an organization uses no gateways but its own, also while these are off or missing.
CREATE TABLE own_gateways_only (
  organization_id BIGINT NOT NULL,
  channel VARCHAR(8) NOT NULL,
  PRIMARY KEY (organization_id, channel),
  CONSTRAINT own_gateways_only_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
