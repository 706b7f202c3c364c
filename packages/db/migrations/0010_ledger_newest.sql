-- The ledger of everybody, newest first.
create index ledger_entries_newest on ledger_entries (org_id, recorded_at desc, id desc);
