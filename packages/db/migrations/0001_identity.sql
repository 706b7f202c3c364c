-- Accounts, sessions and secrets live apart from the organisations; only `auth` comes here, as role gs_auth.
create schema identity;

create table identity.accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text,
  locale text not null default 'en' check (locale in ('en', 'es')),
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table identity.memberships (
  account_id uuid not null references identity.accounts (id),
  org_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (account_id, org_id),
  unique (org_id, person_id)
);

create table identity.sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references identity.accounts (id),
  app text not null check (app in ('web', 'admin')),
  org_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  idle_seconds integer not null,
  revoked_at timestamptz,
  user_agent text not null default ''
);
-- "My sessions" and sign-out everywhere.
create index sessions_by_account on identity.sessions (account_id) where revoked_at is null;

create table identity.password_resets (
  token_hash bytea primary key,
  account_id uuid not null references identity.accounts (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
