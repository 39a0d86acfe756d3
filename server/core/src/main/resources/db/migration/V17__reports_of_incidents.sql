-- The incident that a reported problem belongs to; what is empty was sent to the operators at once.
ALTER TABLE problem_report ADD COLUMN incident_id BIGINT;
CREATE INDEX problem_report_by_incident ON problem_report (incident_id, answered_at);
