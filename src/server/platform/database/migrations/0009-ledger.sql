-- The ledger: entries never change. A correction is another entry in the place of the first, a withdrawal its end; both leave it readable.
create table ledger_entry (
  id uuid primary key,
  place bigint not null generated always as identity,
  year int not null references cycle (year),
  unit text not null,
  kind text not null,
  counter text,
  title text not null check (length(title) between 1 and 200),
  happened_on text not null check (happened_on ~ '^\d{4}-\d{2}-\d{2}$'),
  period text not null check (period ~ '^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  counted_in text not null check (counted_in ~ '^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  participants int check (participants >= 0),
  note text not null,
  cited text[] not null default '{}',
  late boolean not null,
  late_reason text,
  entered_on text not null check (entered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  entered_at timestamptz not null,
  entered_by text not null,
  corrects uuid unique references ledger_entry (id),
  state text not null default 'inForce' check (state in ('inForce', 'replaced', 'withdrawn')),
  ended_reason text,
  ended_by text,
  ended_at timestamptz,
  check (corrects <> id),
  check ((state = 'inForce') = (ended_at is null) and (ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null))
);
create index ledger_entry_by_unit on ledger_entry (year, unit, place);
create index ledger_entry_counted on ledger_entry (year, unit, counter, counted_in) where state = 'inForce' and counter is not null;

create function keep_ledger_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a ledger entry is kept';
  end if;
  if old.state <> 'inForce' or (to_jsonb(old) - '{state,ended_reason,ended_by,ended_at}'::text[])
    is distinct from (to_jsonb(new) - '{state,ended_reason,ended_by,ended_at}'::text[]) then
    raise exception 'a ledger entry is not changed';
  end if;
  return new;
end $$;
create trigger ledger_entry_kept before update or delete on ledger_entry for each row execute function keep_ledger_entry();
create trigger ledger_entry_sealed_insert after insert on ledger_entry referencing new table as touched
  for each statement execute function refuse_sealed_change();
create trigger ledger_entry_sealed_update after update on ledger_entry referencing old table as touched
  for each statement execute function refuse_sealed_change();

-- The fact that entries of one unit, counter and period come to: one in force, its number in `fact`, and what was imported before in its place.
create table ledger_count (
  year int not null,
  unit text not null,
  counter text not null,
  period text not null,
  count int not null check (count >= 1),
  fact bigint not null,
  replaced jsonb not null default '[]',
  primary key (year, unit, counter, period)
);

-- Counts in force, for boards of all units.
create index fact_ledger on fact (year, unit) where kind = 'ledger' and withdrawn_at is null;

-- When periods close: so many days after their end, or by the committee's word.
create table ledger_closing (
  year int primary key references cycle (year),
  grace_days int not null check (grace_days between 0 and 366),
  revision int not null
);
create table ledger_word (
  year int not null references cycle (year),
  period text not null check (period ~ '^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  state text not null check (state in ('open', 'closed')),
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (year, period)
);

-- A file of entries, or of last year's problems (then without a unit), between preview and commit.
create table ledger_import (
  id uuid primary key,
  year int not null references cycle (year),
  unit text,
  file text not null,
  rows jsonb not null,
  state text not null default 'shown' check (state in ('shown', 'entered')),
  made_by text not null,
  made_at timestamptz not null
);
create index ledger_import_by_age on ledger_import (made_at);

-- Self-check and last year's problems.
create table remedy (
  id uuid primary key,
  place bigint not null generated always as identity,
  year int not null references cycle (year),
  unit text not null,
  origin text not null check (origin in ('lastYear', 'committee', 'self')),
  row_id text,
  problem text not null check (length(problem) between 1 and 2000),
  measure text not null,
  deadline text check (deadline ~ '^\d{4}-\d{2}-\d{2}$'),
  state text not null check (state in ('notStarted', 'inHand', 'done', 'kept')),
  result text not null,
  entries uuid[] not null default '{}',
  withdrawn_reason text,
  revision int not null default 1,
  made_by text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
create index remedy_by_unit on remedy (year, unit, place);
create unique index remedy_of_last_year on remedy (year, unit, row_id) where origin = 'lastYear' and withdrawn_reason is null;
