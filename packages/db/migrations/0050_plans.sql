-- What the planner reads beside holdings and courses, and what people keep of its answers.

-- What a course costs whoever does not own it, between which days it can be finished, and the card that it gives.
alter table courses
  add column price_thousandths integer not null default 0 check (price_thousandths >= 0),
  add column available_from date,
  add column available_until date,
  add column card_type text,
  add column card_months integer check (card_months > 0),
  add constraint courses_available check (available_from <= available_until),
  add constraint courses_card check ((card_type is null) = (card_months is null));

-- How somebody wants to learn; without a row the product's defaults hold.
create table plan_settings (
  org_id uuid not null,
  person_id uuid not null,
  hours_per_week integer not null check (hours_per_week between 250 and 168000),
  most_a_day integer check (most_a_day between 250 and 24000),
  days_off integer[] not null,
  holidays date[] not null,
  days_between_finishes integer not null check (days_between_finishes between 0 and 365),
  reserve_days integer not null check (reserve_days between 0 and 365),
  keeps_cards boolean not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id)
);
-- The plan on the table, with the steps back; `revision` tells two tabs apart.
create table plan_drafts (
  org_id uuid not null,
  person_id uuid not null,
  revision integer not null default 1,
  body jsonb not null,
  past jsonb not null default '[]',
  updated_at timestamptz not null default now(),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id)
);
-- Plans that were adopted or proposed; their choice never changes, only what became of them.
create table plans (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  version integer not null,
  status text not null check (status in ('proposed', 'adopted', 'replaced', 'declined', 'withdrawn', 'undone')),
  proposed_by uuid,
  note text,
  as_of date not null,
  until date not null,
  minimise text[] not null,
  outcome jsonb not null,
  bound jsonb not null,
  optimal boolean not null,
  pinned jsonb not null default '[]',
  excluded jsonb not null default '[]',
  -- The cycles that were to be renewed: what "no longer feasible" is measured by.
  promised jsonb not null,
  previous_id uuid,
  adopted_on date,
  created_at timestamptz not null default clock_timestamp(),
  laid_out_on date,
  primary key (org_id, id),
  unique (org_id, person_id, version),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, previous_id) references plans (org_id, id)
);
create unique index plans_one_adopted on plans (org_id, person_id) where status = 'adopted';
create unique index plans_one_proposed on plans (org_id, person_id) where status = 'proposed';
create table plan_items (
  org_id uuid not null,
  plan_id uuid not null,
  line integer not null,
  person_id uuid not null,
  course_id uuid not null,
  name text not null,
  hours_thousandths integer not null,
  price_thousandths integer not null,
  owned boolean not null,
  day date not null,
  finish_from date not null,
  finish_by date not null,
  start_by date,
  serves jsonb not null,
  primary key (org_id, plan_id, line),
  foreign key (org_id, plan_id) references plans (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id)
);
-- The weeks of an adopted plan, laid out again when its person falls behind.
create table study_blocks (
  org_id uuid not null,
  plan_id uuid not null,
  day date not null,
  line integer not null,
  person_id uuid not null,
  hours_thousandths integer not null check (hours_thousandths > 0),
  primary key (org_id, plan_id, day, line),
  foreign key (org_id, plan_id, line) references plan_items (org_id, plan_id, line)
);
-- The first layout, for planned against done: hours that were to be done by the end of each week.
create table plan_pace (
  org_id uuid not null,
  plan_id uuid not null,
  by_day date not null,
  person_id uuid not null,
  hours_thousandths integer not null,
  primary key (org_id, plan_id, by_day),
  foreign key (org_id, plan_id) references plans (org_id, id)
);

-- A unit planned in the background. What is done is in its results: a run that was interrupted goes on with the rest.
create table unit_plan_runs (
  org_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  unit_path text not null,
  status text not null check (status in ('waiting', 'running', 'done', 'cancelled')),
  as_of date not null,
  total integer not null,
  started_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, unit_id) references units (org_id, id)
);
create index unit_plan_runs_latest on unit_plan_runs (org_id, created_at desc);
create table unit_plan_results (
  org_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('feasible', 'infeasible', 'nothing-to-plan')),
  optimal boolean not null,
  price_thousandths bigint not null,
  hours_thousandths bigint not null,
  waste_minutes_thousandths bigint not null,
  unmet jsonb not null default '[]',
  primary key (org_id, run_id, person_id),
  foreign key (org_id, run_id) references unit_plan_runs (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create index unit_plan_results_outcome on unit_plan_results (org_id, run_id, outcome, person_id);

do $$
declare
  t text;
  seen text;
begin
  foreach t in array array['plan_settings', 'plan_drafts', 'plans', 'plan_items', 'study_blocks', 'plan_pace',
    'unit_plan_runs', 'unit_plan_results']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if t = 'unit_plan_runs' then
      seen := 'org_id = (select app.org()) and ((select app.whole()) or unit_path ^@ any ((select app.reach())::text[]))';
    else
      seen := format('org_id = (select app.org()) and (person_id = (select app.person()) or (select app.whole())'
        ' or exists (select 1 from people p where p.org_id = %1$I.org_id and p.id = %1$I.person_id))', t);
    end if;
    execute format('create policy seen on %I for select using (%s)', t, seen);
    execute format('create policy added on %I for insert with check (%s)', t, seen);
    execute format('create policy changed on %I for update using (%s) with check (%s)', t, seen, seen);
    execute format('create policy removed on %I for delete using (%s)', t, seen);
    execute format('grant select, insert on %I to gs_app', t);
  end loop;
end $$;
grant update on plan_settings, plan_drafts, plans, unit_plan_runs to gs_app;
grant delete on study_blocks, plan_drafts to gs_app;
