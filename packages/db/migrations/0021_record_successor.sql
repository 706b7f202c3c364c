-- Which record replaced another; whoever checks the old one is told that there is a newer.
alter table record_events add column successor_id uuid;
alter table record_events add foreign key (org_id, successor_id) references records (org_id, id);
alter table record_events add check (successor_id is null or (kind = 'superseded' and successor_id <> record_id));
-- "What befell this record?"
create index record_events_of_record on record_events (org_id, record_id);
-- A record is replaced once: whoever wants another replaces the newest.
create unique index record_events_one_successor on record_events (org_id, record_id) where kind = 'superseded';
