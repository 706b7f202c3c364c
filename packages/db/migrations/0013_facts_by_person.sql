-- The facts that a standing is judged by are read by person.
create index allocations_of_person on allocations (org_id, person_id);
create index cycles_of_person on cycles (org_id, person_id);
