-- Outside calendars of staff; their busy times are the time blocks with this source. The address is a sealed secret.
CREATE TABLE busy_calendar (
  id BIGINT NOT NULL PRIMARY KEY,
  organization_id BIGINT NOT NULL,
  staff_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  address VARCHAR(4000) NOT NULL,
  shown VARCHAR(300) NOT NULL,
  state VARCHAR(10) NOT NULL,
  fault VARCHAR(300),
  failures INT NOT NULL,
  failing_since DATETIME(6),
  told_at DATETIME(6),
  entity_tag VARCHAR(200),
  last_modified VARCHAR(200),
  created_at DATETIME(6) NOT NULL,
  fetched_at DATETIME(6),
  good_at DATETIME(6),
  read_at DATETIME(6),
  next_fetch_at DATETIME(6) NOT NULL,
  not_before DATETIME(6),
  claim BIGINT NOT NULL,
  claimed_until DATETIME(6),
  CONSTRAINT busy_calendar_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ${table_options};
CREATE INDEX busy_calendar_by_due ON busy_calendar (next_fetch_at);
CREATE INDEX busy_calendar_by_organization ON busy_calendar (organization_id);

ALTER TABLE time_block ADD COLUMN source_id BIGINT;
CREATE INDEX time_block_by_source ON time_block (source_id, starts_at);
