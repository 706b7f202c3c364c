-- What a page asks for one person must not read everybody's rows.
create index renewals_person on renewals (org_id, person_id);
create index renewals_waiting on renewals (org_id, applied_on, id) where status = 'applied';
create index submissions_person on submissions (org_id, person_id);
create index record_events_record on record_events (org_id, record_id);
