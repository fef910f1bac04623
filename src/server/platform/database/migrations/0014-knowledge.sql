-- The question bank; each change keeps what it was.
create table question (
  id uuid primary key,
  kind text not null check (kind in ('single', 'multiple', 'judge')),
  topic text not null,
  stem text not null check (length(stem) between 1 and 1000),
  options jsonb not null,
  answer jsonb not null,
  retired boolean not null default false,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null
);
create unique index question_by_stem on question (md5(stem)) where not retired;

create table question_past (
  question uuid not null references question (id),
  revision int not null,
  body jsonb not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (question, revision)
);

-- One test a quarter; its papers, one a person drawn, each with its own questions and a slip of its own.
create table knowledge_test (
  id uuid primary key,
  year int not null references cycle (year),
  quarter int not null check (quarter between 1 and 4),
  name text not null,
  minutes int not null check (minutes between 3 and 60),
  pass_percent int not null check (pass_percent between 1 and 100),
  counts jsonb not null,
  state text not null check (state in ('open', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  unique (year, quarter),
  check ((state = 'closed') = (closed_at is not null))
);

create table knowledge_paper (
  id uuid primary key,
  test uuid not null references knowledge_test (id),
  unit text not null,
  seat int not null,
  person text,
  code text not null unique,
  questions jsonb not null,
  state text not null check (state in ('made', 'started', 'submitted', 'void')),
  medium text check (medium in ('phone', 'paper')),
  started_at timestamptz,
  answers jsonb not null default '{}',
  saved int not null default 0,
  submitted_at timestamptz,
  keyed jsonb,
  keyed_by text,
  right_count int,
  passed boolean,
  reason text,
  unique (test, unit, seat),
  check ((state = 'submitted') = (submitted_at is not null)),
  check ((state = 'submitted') = (right_count is not null and passed is not null))
);
create index knowledge_paper_by_test on knowledge_paper (test, unit);
