-- Publication: its plan, what the site shows of each unit, comments, notice boards.
create table publication (
  year integer primary key references cycle (year),
  parts jsonb not null,
  from_day text not null check (from_day ~ '^\d{4}-\d{2}-\d{2}$'),
  to_day text not null check (to_day >= from_day),
  comments text not null check (comments in ('off', 'held', 'shown')),
  released boolean not null default false,
  released_by text,
  released_on text,
  seal integer,
  hash text,
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null
);

-- The site reads these rows and nothing else of a year.
create table published_unit (
  year integer not null references publication (year),
  unit text not null,
  place integer not null,
  name text not null,
  page jsonb not null,
  primary key (year, unit)
);

-- No address and no time below the day is kept of whoever writes.
create table public_comment (
  id uuid primary key,
  year integer not null references publication (year),
  unit text not null,
  number integer generated always as identity,
  day text not null,
  wrote text not null,
  hash text not null,
  name text,
  way text not null check (way in ('site', 'paper', 'phone')),
  standing text not null check (standing in ('held', 'shown', 'withheld', 'destroyed')),
  reason text,
  judged_by text,
  reply text,
  replied_by text,
  replied_on text,
  abuse integer not null default 0,
  revision integer not null default 1,
  -- Who in the office changed it last.
  changed_by text,
  changed_at timestamptz
);
create index public_comment_by_unit on public_comment (year, unit, number);

create table notice_board (
  year integer not null references publication (year),
  unit text not null,
  place text not null,
  up_day text not null,
  down_day text check (down_day >= up_day),
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (year, unit)
);
