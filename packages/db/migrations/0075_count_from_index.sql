-- The number of rows behind a page of the compliance list: whether a row is in reach and confirmed stands in the index
-- too, so that counting thousands of holdings of a status reads no holding.
drop index standings_list;
create index standings_list on standings (org_id, status, expires_on, holding_id) include (unit_path, person_id, source);
