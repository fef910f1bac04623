-- A bureau's file is read in the background like a frame: what was read waits here until a person keeps or drops it.
alter table survey_import
  add column kind text not null default 'frame' check (kind in ('frame', 'answers', 'tallies')),
  -- Of a bureau's file, with what decides how it is read: the same one again changes nothing.
  add column hash text,
  -- When the process that reads it last said so.
  add column seen_at timestamptz,
  -- The columns looked for and the headings found, where a person has to match them.
  add column headings jsonb,
  -- What was read, by unit and group.
  add column counts jsonb not null default '[]';

-- Answers read and not yet kept, in no order: a thousand a row.
create table survey_staged (
  import uuid not null references survey_import (id) on delete cascade,
  part integer not null,
  answers jsonb not null,
  primary key (import, part)
);
