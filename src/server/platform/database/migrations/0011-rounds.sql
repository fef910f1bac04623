-- Inspectors: who inspects, where they belong, and the account they sign in with. A lead unit's own people inspect its members.
create table inspector (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  account text references account (id),
  home_unit text,
  lead_group text,
  serves text not null default 'committee' check (serves in ('committee', 'leadUnit')),
  active boolean not null default true,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null
);
create unique index inspector_by_account on inspector (account) where account is not null;
create index inspector_by_home on inspector (home_unit);

create table round (
  id uuid primary key,
  year int not null references cycle (year),
  quarter int not null check (quarter between 1 and 4),
  name text not null check (length(name) between 1 and 100),
  from_day text not null check (from_day ~ '^\d{4}-\d{2}-\d{2}$'),
  to_day text not null check (to_day ~ '^\d{4}-\d{2}-\d{2}$'),
  state text not null default 'drafted' check (state in ('drafted', 'issued', 'ended')),
  team_size int not null default 2 check (team_size in (2, 3)),
  per_day int not null default 2 check (per_day between 1 and 20),
  overlap int not null default 2 check (overlap between 0 and 50),
  seed text not null default '',
  issued_at timestamptz,
  issued_by text,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  unique (year, name),
  check (from_day <= to_day),
  check (state = 'drafted' or issued_at is not null)
);
create index round_by_year on round (year, quarter);

-- One unit to be inspected once: in a round of the committee, or by its lead unit at another time.
create table assignment (
  id uuid primary key,
  year int not null references cycle (year),
  round uuid references round (id) on delete cascade,
  kind text not null check (kind in ('committee', 'leadUnit')),
  lead_unit text,
  quarter int not null check (quarter between 1 and 4),
  unit text not null,
  team int check (team between 1 and 1000),
  planned_on text check (planned_on ~ '^\d{4}-\d{2}-\d{2}$'),
  state text not null default 'planned' check (state in ('planned', 'done', 'cancelled')),
  done_on text check (done_on ~ '^\d{4}-\d{2}-\d{2}$'),
  note text not null default '',
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  unique (round, unit),
  check ((kind = 'committee') = (round is not null)),
  check ((kind = 'leadUnit') = (lead_unit is not null)),
  check (lead_unit <> unit),
  check ((state = 'done') = (done_on is not null))
);
create index assignment_by_unit on assignment (year, unit);

create table assignment_inspector (
  assignment uuid not null references assignment (id) on delete cascade,
  inspector uuid not null references inspector (id),
  nth int not null check (nth between 1 and 20),
  primary key (assignment, inspector)
);
create index assignment_by_inspector on assignment_inspector (inspector);

-- Where somebody belongs: the home unit, a lead group given, and the units that the account stands for.
create view inspector_home as
  select id as inspector, home_unit as unit from inspector where home_unit is not null
  union select id, lead_group from inspector where lead_group is not null
  union select inspector.id, role_grant.unit from inspector join role_grant on role_grant.account = inspector.account where role_grant.unit is not null;

-- Nobody inspects their own unit; and in the committee's rounds nobody inspects a unit of their own lead group.
create view assignment_conflict as
  select assignment.id as assignment, assignment_inspector.inspector, inspector_home.unit as home, assignment.state
  from assignment
    join assignment_inspector on assignment_inspector.assignment = assignment.id
    join inspector_home on inspector_home.inspector = assignment_inspector.inspector
    left join roster_unit as inspected on inspected.year = assignment.year and inspected.id = assignment.unit
    left join roster_unit as home on home.year = assignment.year and home.id = inspector_home.unit
  where inspector_home.unit = assignment.unit
    or (assignment.kind = 'committee'
      and coalesce(home.lead_unit, inspector_home.unit) = coalesce(inspected.lead_unit, assignment.unit));

create function refuse_own_inspection() returns trigger language plpgsql as $$
begin
  if exists (select 1 from added join assignment_conflict using (assignment, inspector)) then
    raise exception 'nobody inspects their own unit or lead group' using errcode = 'check_violation', constraint = 'own_inspection';
  end if;
  return null;
end $$;
create trigger assignment_inspector_added after insert on assignment_inspector referencing new table as added
  for each statement execute function refuse_own_inspection();
create trigger assignment_inspector_changed after update on assignment_inspector referencing new table as added
  for each statement execute function refuse_own_inspection();

create function keep_assignment_apart() returns trigger language plpgsql as $$
begin
  if (new.unit, new.year, new.kind) is distinct from (old.unit, old.year, old.kind) then
    raise exception 'an assignment keeps its unit' using errcode = 'check_violation', constraint = 'assignment_unit_fixed';
  end if;
  return new;
end $$;
create trigger assignment_unit_fixed before update on assignment for each row execute function keep_assignment_apart();

-- Somebody who moves to a unit that they are still to inspect: first the plan, then the move.
create function refuse_moving_to_inspected() returns trigger language plpgsql as $$
begin
  if exists (select 1 from assignment_conflict where inspector = new.id and state = 'planned') then
    raise exception 'an inspector is still to inspect a unit of this group' using errcode = 'check_violation', constraint = 'own_inspection';
  end if;
  return null;
end $$;
create trigger inspector_moved after update of home_unit, lead_group, account on inspector
  for each row execute function refuse_moving_to_inspected();
