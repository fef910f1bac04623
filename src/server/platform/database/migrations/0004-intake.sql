-- Facts are read in pages by their place: one number each, in the order in which they were written.
alter table fact add column place bigint generated always as identity;
create unique index fact_by_place on fact (year, place) where withdrawn_at is null;

-- An import: what was read of a file, what it would do to the year (the plan), and what became of it. The file itself is not kept.
create table intake (
  id uuid primary key,
  year int not null references cycle (year),
  file text not null check (length(file) between 1 and 255),
  bytes int not null,
  hash text not null,
  state text not null check (state in ('waiting', 'reading', 'planning', 'ready', 'failed', 'committed', 'discarded', 'expired')),
  medium text check (medium in ('workbook', 'text')),
  done int not null default 0,
  total int,
  -- moved every few seconds by the server that reads it; when it stands still, that server is gone
  beat_at timestamptz not null,
  reading jsonb,
  fault text,
  choice jsonb,
  plan jsonb,
  -- the year's revision that the plan was made against
  plan_revision bigint,
  written jsonb,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  check ((state in ('committed', 'discarded', 'expired')) = (settled_at is not null))
);
create index intake_by_year on intake (year, uploaded_at);
create index intake_by_hash on intake (year, hash);

-- Accepted rows in the shape of the domain, a few thousand to a part, till the import is settled. `places` are their rows in the file.
create table intake_part (
  intake uuid not null references intake (id) on delete cascade,
  kind text not null,
  nth int not null,
  count int not null,
  bodies text not null,
  places text not null,
  primary key (intake, kind, nth)
);

-- Refused rows, each reason one line: by reading the file, or by the plan against what the year holds.
create table intake_refusal (
  intake uuid not null references intake (id) on delete cascade,
  stage text not null check (stage in ('reading', 'planning')),
  nth int not null,
  sheet text not null,
  row int,
  column_name text,
  cell text,
  place text not null,
  reason text not null,
  primary key (intake, stage, nth)
);
