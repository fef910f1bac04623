-- Problems (问题清单) of a unit and year, from draft to confirmed. A problem once sent is never deleted.
create table problem (
  id uuid primary key,
  place bigint not null generated always as identity,
  year integer not null references cycle (year),
  unit text not null,
  standing text not null check (standing in ('drafted', 'reviewed', 'sent', 'handedIn', 'planReturned', 'inProgress', 'claimed', 'confirmed', 'dropped')),
  origin text not null check (origin in ('lost', 'ledger', 'routine', 'survey', 'ballot', 'lastYear', 'byHand')),
  -- Names the proposal it was taken from, within its unit.
  source_key text,
  source text not null default '',
  seal integer,
  row_id text,
  rule_id text,
  citation text not null default '',
  lost integer,
  text text not null,
  -- Earlier years with the same problem.
  again jsonb not null default '[]',
  drafted_by_id text not null,
  drafted_by text not null,
  reviews jsonb not null default '[]',
  sent_on text check (sent_on ~ '^\d{4}-\d{2}-\d{2}$'),
  object_until text check (object_until ~ '^\d{4}-\d{2}-\d{2}$'),
  plan_by text check (plan_by ~ '^\d{4}-\d{2}-\d{2}$'),
  received_on text check (received_on ~ '^\d{4}-\d{2}-\d{2}$'),
  objection text not null default 'none' check (objection in ('none', 'open', 'answered')),
  cause text not null default '',
  remedy text not null default '',
  owner text not null default '',
  deadline text check (deadline ~ '^\d{4}-\d{2}-\d{2}$'),
  vets jsonb not null default '[]',
  extension_until text check (extension_until ~ '^\d{4}-\d{2}-\d{2}$'),
  claimed_by_id text,
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  check (standing in ('drafted', 'reviewed', 'dropped') or sent_on is not null)
);
create index problem_by_unit on problem (year, unit);
-- A proposal is taken once; what was left out is not proposed again.
create unique index problem_once on problem (year, unit, source_key);

-- What happened to a problem; only added to.
create table problem_step (
  id uuid primary key,
  place bigint not null generated always as identity,
  problem uuid not null references problem (id),
  kind text not null,
  body text not null default '',
  by_id text not null,
  by_name text not null,
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  at timestamptz not null,
  text text not null default '',
  until_day text check (until_day ~ '^\d{4}-\d{2}-\d{2}$'),
  entries uuid[] not null default '{}'
);
create index problem_step_by_problem on problem_step (problem);
