-- The organisations and everything that belongs to one: org_id leads every key.
create extension if not exists btree_gist;
create schema app;

create function app.org() returns uuid language sql stable
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
create function app.person() returns uuid language sql stable
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
-- The unit paths that the actor reaches for the work at hand: '*' for the whole organisation, else paths joined by '|'.
create function app.whole() returns boolean language sql stable
  as $$ select coalesce(current_setting('app.reach', true), '') = '*' $$;
create function app.reach() returns text[] language sql stable
  as $$ select string_to_array(coalesce(current_setting('app.reach', true), ''), '|') $$;

-- area: organizations
create table organizations (
  org_id uuid primary key,
  name text not null,
  slug text not null unique,
  is_demo boolean not null default false,
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);
create table units (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  parent_id uuid,
  name text not null,
  path text not null,
  primary key (org_id, id),
  unique (org_id, path),
  foreign key (org_id, parent_id) references units (org_id, id)
);
create table people (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  account_id uuid,
  given_name text not null,
  family_name text not null,
  email text not null,
  unit_id uuid not null,
  unit_path text not null,
  status text not null default 'active' check (status in ('active', 'suspended')),
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, email),
  foreign key (org_id, unit_id) references units (org_id, id)
);
create index people_by_name on people (org_id, family_name, given_name, id);
create table role_grants (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('registrar', 'staff', 'author', 'auditor', 'administrator')),
  unit_id uuid not null,
  unit_path text not null,
  granted_by uuid,
  granted_at timestamptz not null default clock_timestamp(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, unit_id) references units (org_id, id)
);
create unique index role_grants_held on role_grants (org_id, person_id, role, unit_id) where withdrawn_at is null;
create table invitations (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  email text not null,
  given_name text not null default '',
  family_name text not null default '',
  unit_id uuid not null,
  role text check (role in ('registrar', 'staff', 'author', 'auditor', 'administrator')),
  secret_hash bytea not null,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  person_id uuid,
  primary key (org_id, id),
  unique (org_id, secret_hash),
  foreign key (org_id, unit_id) references units (org_id, id)
);

-- area: audit-trail
create table audit_events (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  action text not null,
  actor_id uuid,
  person_id uuid,
  subject_kind text not null,
  subject_id text not null,
  reason text,
  before jsonb,
  after jsonb,
  request_id text,
  known_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id)
);
create index audit_events_latest on audit_events (org_id, recorded_at desc, id);
create index audit_events_of_person on audit_events (org_id, person_id, recorded_at desc);
create table command_keys (
  org_id uuid not null references organizations (org_id),
  key text not null,
  name text not null,
  body_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, key)
);

-- area: files
create table files (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('evidence', 'card')),
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);

-- area: rules
create table rule_packs (
  org_id uuid not null references organizations (org_id),
  pack_id text not null,
  version integer not null,
  effective_from date not null,
  effective_to date,
  body jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid,
  primary key (org_id, pack_id, version)
);
create table credentials (
  org_id uuid not null references organizations (org_id),
  code text not null,
  kind text not null check (kind in ('certification', 'specialization')),
  name text not null,
  body text not null,
  pack_id text not null,
  primary key (org_id, code)
);

-- area: holdings
create table holdings (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  credential_code text not null,
  pack_id text not null,
  issued_on date not null,
  facts jsonb not null default '{}',
  source text not null check (source in ('confirmed', 'declared')),
  known_on date not null,
  ended_on date,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, credential_code) references credentials (org_id, code)
);
create index holdings_of_person on holdings (org_id, person_id);
-- A cycle is one term of a holding; no two of one credential overlap for one person.
create table cycles (
  org_id uuid not null,
  person_id uuid not null,
  credential_code text not null,
  valid daterange not null,
  holding_id uuid not null,
  number integer not null,
  starts_on date not null,
  expires_on date,
  renewal_id uuid,
  known_on date not null,
  primary key (org_id, person_id, credential_code, valid without overlaps),
  unique (org_id, holding_id, number),
  foreign key (org_id, holding_id) references holdings (org_id, id),
  check (valid = daterange(starts_on, expires_on, '[]'))
);
create table cards (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  type text not null,
  issuer text not null,
  issued_on date not null,
  valid_through date,
  hands_on boolean not null,
  known_on date not null,
  submission_id uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index cards_of_person on cards (org_id, person_id);

-- area: ledger
create table ledger_heads (
  org_id uuid not null,
  person_id uuid not null,
  seq integer not null default 0,
  head_hash bytea not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create table ledger_entries (
  org_id uuid not null,
  person_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  kind text not null check (kind in ('award', 'reversal')),
  enrollment_id uuid,
  submission_id uuid,
  activity text not null,
  activity_type text not null,
  completed_on date not null,
  filed_on date,
  approved_on date,
  known_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  reason text,
  reverses_id uuid,
  idempotency_key text not null,
  payload bytea not null,
  payload_format smallint not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (org_id, person_id, seq),
  unique (org_id, id),
  unique (org_id, idempotency_key),
  unique (org_id, reverses_id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, reverses_id) references ledger_entries (org_id, id)
);
create index ledger_entries_of_enrollment on ledger_entries (org_id, enrollment_id) where enrollment_id is not null;
create table ledger_credits (
  org_id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  pack_id text not null,
  category text not null default '',
  amount_thousandths integer not null,
  primary key (org_id, entry_id, pack_id, category),
  foreign key (org_id, entry_id) references ledger_entries (org_id, id)
);
create index ledger_credits_of_person on ledger_credits (org_id, person_id);

-- area: renewals
create table renewals (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  holding_id uuid not null,
  cycle_number integer not null,
  status text not null check (status in ('applied', 'approved', 'refused', 'withdrawn')),
  applied_on date not null,
  decided_on date,
  arithmetic jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, holding_id) references holdings (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create unique index renewals_one_open on renewals (org_id, holding_id, cycle_number) where status in ('applied', 'approved');
create table allocations (
  org_id uuid not null,
  renewal_id uuid not null,
  line integer not null,
  person_id uuid not null,
  entry_id uuid,
  card_id uuid,
  pack_id text not null,
  requirement text not null,
  amount_thousandths integer not null check (amount_thousandths > 0),
  primary key (org_id, renewal_id, line),
  foreign key (org_id, renewal_id) references renewals (org_id, id),
  foreign key (org_id, entry_id) references ledger_entries (org_id, id),
  foreign key (org_id, card_id) references cards (org_id, id),
  check ((entry_id is null) <> (card_id is null))
);
create index allocations_of_entry on allocations (org_id, entry_id);

-- area: reviews
create table submissions (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('activity', 'card')),
  status text not null check (status in ('waiting', 'approved', 'partly-approved', 'refused', 'withdrawn')),
  title text not null,
  provider text not null default '',
  completed_on date not null,
  filed_on date not null,
  details jsonb not null,
  file_id uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, file_id) references files (org_id, id)
);
create index submissions_waiting on submissions (org_id, filed_on, id) where status = 'waiting';
create table decisions (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  subject_kind text not null check (subject_kind in ('submission', 'renewal', 'record', 'award')),
  subject_id uuid not null,
  outcome text not null,
  reason_code text,
  note text,
  facts jsonb not null default '{}',
  decided_by uuid,
  decided_on date not null,
  decided_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index decisions_of_subject on decisions (org_id, subject_id);

-- area: courses
create table courses (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('specialization', 'course')),
  credential_code text,
  owned_by_default boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, code),
  foreign key (org_id, credential_code) references credentials (org_id, code)
);
create table course_drafts (
  org_id uuid not null,
  course_id uuid not null,
  revision integer not null default 1,
  body jsonb not null,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (org_id, course_id),
  foreign key (org_id, course_id) references courses (org_id, id)
);
create table course_versions (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  version integer not null,
  body jsonb not null,
  note text not null default '',
  published_by uuid,
  published_on date not null,
  published_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, course_id, version),
  foreign key (org_id, course_id) references courses (org_id, id)
);
-- What a course is worth to a body, in that body's unit, on completion dates inside the approval.
create table course_credits (
  org_id uuid not null,
  course_id uuid not null,
  pack_id text not null,
  category text not null default '',
  amount_thousandths integer not null check (amount_thousandths > 0),
  approved_from date not null,
  approved_to date,
  is_demo_value boolean not null default false,
  source text not null default '',
  primary key (org_id, course_id, pack_id, category, approved_from),
  foreign key (org_id, course_id) references courses (org_id, id)
);
-- Courses that a person already owns (bought, given), whether begun or not.
create table course_ownerships (
  org_id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  since date not null,
  primary key (org_id, person_id, course_id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id)
);

-- area: enrollments
create table enrollments (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  version_id uuid not null,
  status text not null check (status in ('active', 'completed', 'withdrawn')),
  started_on date not null,
  completed_on date,
  last_lesson text,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, version_id) references course_versions (org_id, id)
);
create unique index enrollments_one_open on enrollments (org_id, person_id, course_id) where status = 'active';
create index enrollments_of_person on enrollments (org_id, person_id);
create table lesson_progress (
  org_id uuid not null,
  enrollment_id uuid not null,
  lesson_key text not null,
  person_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (org_id, enrollment_id, lesson_key),
  foreign key (org_id, enrollment_id) references enrollments (org_id, id)
);
create table practice_entries (
  org_id uuid not null,
  id uuid not null,
  enrollment_id uuid not null,
  person_id uuid not null,
  lesson_key text not null,
  practised_on date not null,
  what text not null,
  how_it_went text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, enrollment_id) references enrollments (org_id, id)
);
create index practice_of_enrollment on practice_entries (org_id, enrollment_id);

-- area: quizzes
create table attempts (
  org_id uuid not null,
  id uuid not null,
  enrollment_id uuid not null,
  person_id uuid not null,
  number integer not null,
  status text not null check (status in ('open', 'submitted')),
  form jsonb not null,
  started_at timestamptz not null default clock_timestamp(),
  deadline_at timestamptz not null,
  submitted_at timestamptz,
  last_seq integer not null default 0,
  score_points integer,
  max_points integer,
  passed boolean,
  answers_hash bytea,
  outcome text check (outcome in ('awarded', 'refused', 'under-review', 'not-passed')),
  primary key (org_id, id),
  unique (org_id, enrollment_id, number),
  foreign key (org_id, enrollment_id) references enrollments (org_id, id)
);
create unique index attempts_one_open on attempts (org_id, enrollment_id) where status = 'open';
create table attempt_answers (
  org_id uuid not null,
  attempt_id uuid not null,
  question_key text not null,
  person_id uuid not null,
  choice jsonb not null,
  seq integer not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (org_id, attempt_id, question_key),
  foreign key (org_id, attempt_id) references attempts (org_id, id)
);

-- area: issuance
create table records (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('certification', 'specialization', 'course')),
  credential_code text,
  number text not null,
  code_hash bytea not null,
  code text not null,
  title text not null,
  holder_name text not null,
  issued_on date not null,
  expires_on date,
  cause_kind text not null check (cause_kind in ('course-version', 'decision')),
  cause_id uuid not null,
  enrollment_id uuid,
  decided_by uuid,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, number),
  unique (org_id, code_hash),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index records_of_person on records (org_id, person_id);
create table record_events (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('revoked', 'superseded')),
  reason text not null,
  actor_id uuid,
  known_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  foreign key (org_id, record_id) references records (org_id, id)
);

-- area: standings
create table standings (
  org_id uuid not null,
  holding_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  unit_path text not null,
  credential_code text not null,
  pack_id text not null,
  status text not null,
  in_force boolean,
  required integer,
  counted integer,
  needed integer,
  wasted integer not null,
  missing text[] not null,
  can_renew boolean,
  cycle_number integer not null,
  cycle_from date,
  expires_on date,
  as_of date not null,
  next_change_on date,
  computed_at timestamptz not null default clock_timestamp(),
  primary key (org_id, holding_id),
  foreign key (org_id, holding_id) references holdings (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index standings_due on standings (next_change_on) where next_change_on is not null;
create index standings_list on standings (org_id, status, expires_on, holding_id);
create index standings_by_expiry on standings (org_id, expires_on, holding_id);
create index standings_by_name on standings (org_id, person_name, holding_id);
create index standings_of_person on standings (org_id, person_id);

-- area: notifications
create table kept_mails (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  recipient text not null,
  kind text not null,
  event_key text not null,
  subject_line text not null,
  body_text text not null,
  body_html text not null default '',
  sent_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  unique (org_id, kind, event_key, recipient)
);
