-- 日常管理: the lead units' boards, the occasions at which somebody was absent or late, lead duty.

-- A board: one lead unit grades its members in one component.
create table routine_board (
  id uuid primary key,
  year int not null references cycle (year),
  component text not null,
  lead_unit text not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  -- moves with its state.
  revision int not null default 1,
  opened_at timestamptz not null,
  unique (year, component, lead_unit),
  unique (id, lead_unit)
);

-- How many of each grade this board may give.
create table routine_quota (
  board uuid not null references routine_board (id),
  grade text not null,
  place_count int not null check (place_count >= 0),
  primary key (board, grade)
);

-- One member on the board. A lead unit is never on its own.
create table routine_grade (
  board uuid not null,
  lead_unit text not null,
  unit text not null check (unit <> lead_unit),
  grade text,
  reason text not null default '' check (length(reason) <= 2000),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  revision int not null default 1,
  -- the fact that an accepted grade became.
  fact_place bigint,
  primary key (board, unit),
  foreign key (board, lead_unit) references routine_board (id, lead_unit),
  foreign key (board, grade) references routine_quota (board, grade) deferrable initially deferred
);
create index routine_grade_by_grade on routine_grade (board, grade);

-- No grade beyond its places, looked at when the change is about to be kept; the quota's row is held, so that of two the second counts the first.
create function refuse_over_quota() returns trigger language plpgsql as $$
declare
  allowed int;
  given int;
begin
  if new.grade is null then
    return null;
  end if;
  select place_count into allowed from routine_quota where board = new.board and grade = new.grade for update;
  select count(*)::int into given from routine_grade where board = new.board and grade = new.grade;
  if given > coalesce(allowed, 0) then
    raise exception 'routine_over_quota: % of % places', given, coalesce(allowed, 0) using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger routine_grade_quota after insert or update on routine_grade
  deferrable initially deferred for each row execute function refuse_over_quota();
create constraint trigger routine_quota_kept after update on routine_quota
  deferrable initially deferred for each row execute function refuse_over_quota();

-- What was handed in, returned and accepted, with the grades of that moment.
create table routine_step (
  id bigint generated always as identity primary key,
  board uuid not null references routine_board (id),
  step text not null check (step in ('submitted', 'returned', 'accepted')),
  reason text not null default '',
  grades jsonb not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null
);
create index routine_step_by_board on routine_step (board, id);

-- The day by which boards are to be handed in.
create table routine_due (
  year int primary key references cycle (year),
  due text not null check (due ~ '^\d{4}-\d{2}-\d{2}$'),
  by_name text not null,
  at timestamptz not null
);

-- A meeting or a return of one day. keeper: the committee (null) or the lead unit that held it.
create table routine_occasion (
  id uuid primary key,
  year int not null references cycle (year),
  keeper text,
  kind text not null check (kind in ('meeting', 'return')),
  name text not null check (length(name) between 1 and 200),
  held_on text not null check (held_on ~ '^\d{4}-\d{2}-\d{2}$'),
  by_name text not null,
  at timestamptz not null
);
create index routine_occasion_by_year on routine_occasion (year, held_on);

-- One unit's fault at an occasion. A withdrawn one stays and no longer counts.
create table routine_record (
  id uuid primary key,
  occasion uuid not null references routine_occasion (id),
  year int not null,
  unit text not null,
  counter text not null,
  note text not null default '' check (length(note) <= 2000),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  revision int not null default 1,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  -- the finding that a lead unit's own record became.
  fact_id uuid,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create unique index routine_record_once on routine_record (occasion, unit, counter) where withdrawn_at is null;
create index routine_record_by_unit on routine_record (year, unit);

-- The count that the ledger has of a unit's records in a month, and its fact.
create table routine_count (
  year int not null references cycle (year),
  unit text not null,
  counter text not null,
  period text not null,
  fact_place bigint not null,
  primary key (year, unit, counter, period)
);

-- Lead duty that went through the motions: an amount with its reason.
create table routine_lead_duty (
  id uuid primary key,
  year int not null references cycle (year),
  unit text not null,
  rubric_row text not null,
  rule text not null,
  amount int not null check (amount > 0),
  reason text not null check (length(reason) between 1 and 2000),
  found_on text not null check (found_on ~ '^\d{4}-\d{2}-\d{2}$'),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  revision int not null default 1,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  fact_id uuid not null,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index routine_lead_duty_by_year on routine_lead_duty (year, unit);
