-- A row for whoever made own choices: it is locked by a change of them, and counts the changes.
CREATE TABLE contact_choices (
  organization_id BIGINT NOT NULL,
  recipient_kind VARCHAR(8) NOT NULL,
  recipient_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (organization_id, recipient_kind, recipient_id)
) ${table_options};
