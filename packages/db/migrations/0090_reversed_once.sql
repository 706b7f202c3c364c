-- An entry is reversed once. Nearly every entry reverses none: those need no place in the index.
create unique index ledger_entries_reverses_id on ledger_entries (org_id, reverses_id) where reverses_id is not null;
alter table ledger_entries drop constraint ledger_entries_org_id_reverses_id_key;
