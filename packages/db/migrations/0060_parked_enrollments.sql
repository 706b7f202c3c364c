-- A course that is kept for a later cycle is parked: planned no longer, with all that was done in it, and with the first
-- day from which its credit serves in full (null where none was known).
alter table enrollments drop constraint enrollments_status_check;
alter table enrollments add constraint enrollments_status_check check (status in ('active', 'completed', 'withdrawn', 'parked'));
alter table enrollments add column parked_until date;
alter table enrollments add constraint enrollments_parked_until check (parked_until is null or status = 'parked');
create unique index enrollments_one_parked on enrollments (org_id, person_id, course_id) where status = 'parked';
