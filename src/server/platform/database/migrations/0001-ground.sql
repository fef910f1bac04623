-- The trail: append-only, each line carries the hash of the one before it. trail_head is its last line, locked while one is added.
create table trail (
  seq bigint primary key,
  at text not null,
  actor text not null,
  actor_name text not null,
  kind text not null,
  year int,
  unit text,
  values jsonb not null,
  prev text not null,
  hash text not null unique
);
create index trail_by_kind on trail (kind, seq);
create index trail_by_unit on trail (unit, seq) where unit is not null;
create index trail_by_actor on trail (actor, seq);

create table trail_head (
  one int primary key default 1 check (one = 1),
  seq bigint not null,
  hash text not null
);
insert into trail_head (seq, hash) values (0, repeat('0', 64));

create function refuse_trail_change() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is append-only';
end $$;
create trigger trail_append_only before update or delete or truncate on trail
  for each statement execute function refuse_trail_change();

create function keep_trail_head() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or new.seq < old.seq then
    raise exception 'the head of the trail moves forward only';
  end if;
  return new;
end $$;
create trigger trail_head_forward before update or delete on trail_head
  for each row execute function keep_trail_head();

-- Answers of writes by their key, for 30 days.
create table idempotency (
  key text not null,
  actor text not null,
  fingerprint text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_by_age on idempotency (at);

create table setting (
  key text primary key,
  value jsonb not null,
  revision int not null default 1
);

-- The scheme: each version by content; a promulgated one never changes.
create table scheme_version (
  id uuid primary key,
  scheme text not null,
  number int not null,
  name text not null,
  cycle int not null,
  state text not null check (state in ('draft', 'promulgated')),
  document jsonb not null,
  hash text not null,
  based_on uuid references scheme_version (id),
  revision int not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  promulgated_by text,
  promulgated_at timestamptz,
  unique (scheme, number)
);

-- The cycle. `revision` moves with each change to roster, facts or history of the year.
create table cycle (
  year int primary key check (year between 1949 and 2999),
  scheme_version uuid references scheme_version (id),
  phase text not null,
  revision bigint not null default 1,
  released_at timestamptz,
  opened_by text not null,
  opened_at timestamptz not null
);

create table roster_unit (
  year int not null references cycle (year),
  id text not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  level text not null,
  tier text not null,
  lead_unit text,
  cohort text,
  affiliated boolean not null,
  headed_by_leader boolean not null,
  opens_on text,
  closes_on text,
  succeeds text[],
  former_names jsonb,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (year, id),
  foreign key (year, lead_unit) references roster_unit (year, id) deferrable initially deferred,
  check (lead_unit <> id)
);
create index roster_unit_by_lead on roster_unit (year, lead_unit);

create table holder (
  id uuid primary key,
  year int not null,
  unit text not null,
  person text not null,
  name text not null,
  post text not null,
  rank int,
  from_day text,
  to_day text,
  revision int not null default 1,
  foreign key (year, unit) references roster_unit (year, id) deferrable initially deferred
);
create index holder_by_unit on holder (year, unit);

-- Facts of a year, one a row, body in the shape of the domain (points as whole thousandths). A withdrawn fact stays and no longer counts.
create table fact (
  id uuid primary key,
  year int not null references cycle (year),
  kind text not null check (kind in ('visits', 'findings', 'ledger', 'gradings', 'surveys', 'sheets', 'measures', 'knowledgeTests', 'vetoes', 'decisions', 'annualGrades')),
  unit text,
  body jsonb not null,
  source text not null,
  author text not null,
  at timestamptz not null,
  revision bigint not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index fact_by_revision on fact (year, revision);
create index fact_by_unit on fact (year, unit);

create table past_entry (
  cycle int not null,
  unit text not null,
  body jsonb not null,
  source text not null,
  primary key (cycle, unit)
);
