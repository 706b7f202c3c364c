-- What the last laying out of an adopted plan moved, so that its person is told; and who proposed a plan, by the name of
-- then: its person need not reach that person.
alter table plans add column moved jsonb not null default '[]', add column proposed_by_name text;
