-- Those who hold a dual debrief (双述双评) before the superior organisation and before members, with both reviews. (六（四）)
create table dual_debrief (
  id uuid primary key,
  place bigint not null generated always as identity,
  year int not null,
  unit text not null,
  name text not null check (length(name) between 1 and 100),
  post text not null check (post in ('committee', 'deputy', 'generalBranch', 'branch')),
  branch text not null check (length(branch) between 1 and 200),
  -- What is planned and recorded of each: days, before whom, voters, marks, the entry of the ledger.
  superior jsonb not null default '{}',
  members jsonb not null default '{}',
  guidance text not null default '',
  guided_by text,
  guided_on text check (guided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  withdrawn_reason text,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  check ((guidance = '') = (guided_by is null) and (guidance = '') = (guided_on is null))
);
create index dual_debrief_year on dual_debrief (year, unit);
create unique index dual_debrief_once on dual_debrief (year, unit, name, branch) where withdrawn_reason is null;

-- Whether an entry of the look-back (回头看) follows the problem it looks back upon, instead of being kept by hand. (六（一）)
alter table remedy add column follows boolean not null default false;

-- A problem may be proposed from what an inspection found, before the seal.
alter table problem drop constraint problem_origin_check;
alter table problem add constraint problem_origin_check
  check (origin in ('lost', 'inspection', 'ledger', 'routine', 'survey', 'ballot', 'lastYear', 'comment', 'byHand'));
