-- "What is only declared in these units", beside the figures of compliance.
create index standings_declared on standings (org_id, expires_on, holding_id) where source = 'declared';
