-- The last complete download of each kind: kind is archive, or the name of an exporter.
CREATE TABLE download (
  organization_id BIGINT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  downloaded_at DATETIME(6) NOT NULL,
  actor_kind VARCHAR(10) NOT NULL,
  actor_id BIGINT NOT NULL,
  PRIMARY KEY (organization_id, kind),
  CONSTRAINT download_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ${table_options};
