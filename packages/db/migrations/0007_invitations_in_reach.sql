-- An invitation holds the name and address of somebody who is not here yet: it is seen where its unit is reached, also
-- by a query that forgets to ask.
do $$
declare
  seen constant text := 'org_id = (select app.org()) and ((select app.whole()) or exists (select 1 from units u'
    ' where u.org_id = invitations.org_id and u.id = invitations.unit_id and u.path ^@ any ((select app.reach())::text[])))';
begin
  execute 'alter policy seen on invitations using (' || seen || ')';
  execute 'alter policy added on invitations with check (' || seen || ')';
  execute 'alter policy changed on invitations using (' || seen || ') with check (' || seen || ')';
  execute 'alter policy removed on invitations using (' || seen || ')';
end $$;
