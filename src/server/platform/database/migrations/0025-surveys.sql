-- A role: the interviewer of a telephone survey.
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in ('committee', 'leadUnit', 'inspector', 'unit', 'secretary', 'surveyor', 'interviewer', 'leadingGroup', 'auditor', 'systemAdmin', 'securityAdmin', 'auditAdmin'));

-- Telephone surveys. Numbers and answers lie here only under keys that are kept outside the database.
create table survey (
  id uuid primary key,
  year integer not null references cycle (year),
  component text not null,
  stage text not null check (stage in ('drafted', 'commissioned', 'drawn', 'calling', 'closed', 'separated', 'handedOver', 'accepted', 'returned')),
  commission jsonb not null,
  questionnaire jsonb not null,
  version integer not null default 1,
  revision integer not null default 1,
  seed text,
  seed_parts jsonb,
  fingerprint text,
  drawn_by text,
  drawn_at timestamptz,
  method text not null default '',
  handed_over_at timestamptz,
  decided_at timestamptz,
  returned text not null default '',
  -- The facts of the year that its acceptance wrote, by their ids.
  facts jsonb not null default '[]',
  deleted_on text check (deleted_on ~ '^\d{4}-\d{2}-\d{2}$'),
  deleted_by text,
  changed_by text not null,
  changed_at timestamptz not null
);
create index survey_by_year on survey (year);

-- Imports of a frame: read in the background, kept or dropped by a person.
create table survey_import (
  id uuid primary key,
  survey uuid not null references survey (id) on delete cascade,
  file text not null,
  state text not null check (state in ('reading', 'read', 'kept', 'dropped', 'failed')),
  progress real not null default 0,
  row_count integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  refused_rows jsonb not null default '[]',
  notices jsonb not null default '[]',
  fault text,
  by_name text not null,
  at timestamptz not null
);
create index survey_import_by_survey on survey_import (survey);

-- The frame and the sample: one person each. number and name as one ciphertext, duplicates by a keyed hash; both go on the day of deletion.
create table survey_case (
  id uuid primary key,
  survey uuid not null references survey (id) on delete cascade,
  import uuid not null references survey_import (id) on delete cascade,
  nth integer not null,
  unit text not null,
  grp text not null,
  stratum text not null default '',
  sealed_number bytea,
  number_hash bytea,
  -- Place in the drawn order of its unit and group; sampled cases are called, the others wait in reserve.
  lot integer,
  state text not null default 'read' check (state in ('read', 'listed', 'waiting', 'appointment', 'calling', 'answered', 'ended')),
  disposition text,
  attempts integer not null default 0,
  -- Days and bands of the attempts so far, so that the next is at another hour.
  tried jsonb not null default '[]',
  -- Office time, e.g. 2018-11-20T19:30.
  due_at text check (due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
  holder text,
  held_until timestamptz,
  asked_again boolean not null default false,
  check ((state = 'calling') = (holder is not null))
);
create unique index survey_case_number on survey_case (survey, number_hash) where state <> 'read';
create index survey_case_by_import on survey_case (import);
create index survey_case_by_unit on survey_case (survey, unit, grp, lot);
create index survey_case_waiting on survey_case (survey, due_at, lot) where state in ('waiting', 'appointment');
-- An interviewer has one case on the desk.
create unique index survey_case_held on survey_case (holder) where state = 'calling';

-- Calls made: no time below the day, and of an interview no length.
create table survey_attempt (
  id uuid primary key,
  survey uuid not null references survey (id) on delete cascade,
  case_id uuid not null references survey_case (id) on delete cascade,
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  band integer not null,
  interviewer text not null,
  disposition text not null
);
create index survey_attempt_by_case on survey_attempt (case_id);
create index survey_attempt_by_survey on survey_attempt (survey, interviewer);

-- Answers before separation, under the key of their unit, all of one size. One row a case.
create table survey_sealed (
  case_id uuid primary key references survey_case (id) on delete cascade,
  survey uuid not null references survey (id) on delete cascade,
  unit text not null,
  grp text not null,
  final boolean not null,
  sheet bytea not null
);
create index survey_sealed_by_unit on survey_sealed (survey, unit, grp) where final;

-- How far a unit's calls are, and which key its answers are under.
create table survey_unit (
  survey uuid not null references survey (id) on delete cascade,
  unit text not null,
  state text not null check (state in ('calling', 'checking', 'ready', 'separated')),
  key_id uuid not null,
  primary key (survey, unit)
);

-- Interviews drawn to be checked by calling back.
create table survey_check (
  case_id uuid primary key references survey_case (id) on delete cascade,
  survey uuid not null references survey (id) on delete cascade,
  unit text not null,
  interviewer text not null,
  result text check (result in ('confirmed', 'differs', 'notReached')),
  by_name text
);

-- Answers after separation: nothing here leads back to a case. Written in a shuffled order with random ids.
create table survey_answer (
  id uuid primary key default gen_random_uuid(),
  survey uuid not null references survey (id) on delete cascade,
  unit text not null,
  grp text not null,
  answers jsonb not null,
  -- A tally from a bureau's file stands for so many equal answers.
  times integer not null default 1 check (times > 0)
);
create index survey_answer_by_unit on survey_answer (survey, unit, grp);
