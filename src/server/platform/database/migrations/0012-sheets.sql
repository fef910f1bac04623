-- Where a fact came from, as a record of the room that wrote it: `sheet:<id>`.
alter table fact add column origin text;

-- Inspection sheets: what an inspector's phone sent, once for each draft. `id` is the phone's own number for the draft, so that a repetition meets its own row.
create table sheet (
  id uuid primary key,
  year int not null references cycle (year),
  assignment uuid not null references assignment (id),
  unit text not null,
  quarter int not null check (quarter between 1 and 4),
  kind text not null check (kind in ('committee', 'leadUnit')),
  state text not null check (state in ('sent', 'beside', 'inForce', 'setAside')),
  sent_by text references account (id),
  sent_by_name text not null,
  inspectors text[] not null,
  visited_on text not null check (visited_on ~ '^\d{4}-\d{2}-\d{2}$'),
  received_at timestamptz not null,
  signed_on text check (signed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  due text check (due ~ '^\d{4}-\d{2}-\d{2}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  photos text[] not null,
  content jsonb not null,
  visit_fact uuid references fact (id),
  chosen jsonb,
  receipt jsonb,
  revision int not null default 1,
  check (state not in ('inForce', 'beside') or signed_on is not null),
  check (state <> 'inForce' or due is not null)
);
-- Of two sheets for one assignment one at most counts.
create unique index sheet_in_force on sheet (assignment) where state = 'inForce';
create index sheet_by_assignment on sheet (assignment);
create index sheet_by_year on sheet (year, quarter);
create index sheet_by_unit on sheet (year, unit);

-- One finding of a sheet; `body` in the shape of the domain. `fact` is the record of the year that holds it now.
create table sheet_finding (
  id uuid primary key,
  sheet uuid not null references sheet (id),
  nth int not null,
  year int not null,
  unit text not null,
  body jsonb not null,
  photos text[] not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'objected', 'upheld', 'changed', 'dropped')),
  fact uuid references fact (id),
  taken_from uuid references sheet_finding (id),
  reason text not null default '',
  replied_by text,
  replied_at timestamptz,
  ruling_reason text,
  decided_by text references account (id),
  decided_by_name text,
  decided_at timestamptz,
  before text,
  revision int not null default 1,
  unique (sheet, nth),
  check (state in ('open', 'accepted') or length(trim(reason)) > 0),
  check ((state = 'open') = (replied_at is null)),
  check ((state in ('upheld', 'changed', 'dropped')) = (decided_at is not null)),
  check ((decided_at is null) = (decided_by_name is null) and (decided_at is null) = (coalesce(ruling_reason, '') = '')),
  check (state <> 'dropped' or fact is null)
);
create index sheet_finding_by_unit on sheet_finding (year, unit);
create index sheet_finding_objected on sheet_finding (year) where state not in ('open', 'accepted');

-- Nobody sends a sheet on the unit where they belong.
create function refuse_own_sheet() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from added join role_grant on role_grant.account = added.sent_by and role_grant.unit = added.unit
    union all
    select 1 from added join inspector on inspector.account = added.sent_by join inspector_home on inspector_home.inspector = inspector.id
      where inspector_home.unit = added.unit
  ) then
    raise exception 'nobody inspects their own unit' using errcode = 'check_violation', constraint = 'own_sheet';
  end if;
  return null;
end $$;
create trigger sheet_added after insert on sheet referencing new table as added for each statement execute function refuse_own_sheet();

-- Nobody decides over a finding that they made: neither who sent the sheet nor who was of the team.
create function refuse_own_ruling() returns trigger language plpgsql as $$
begin
  if new.decided_by is not null and exists (
    select 1 from sheet where sheet.id = new.sheet and (sheet.sent_by = new.decided_by or exists (
      select 1 from assignment_inspector join inspector on inspector.id = assignment_inspector.inspector
        where assignment_inspector.assignment = sheet.assignment and inspector.account = new.decided_by))
  ) then
    raise exception 'nobody decides over their own finding' using errcode = 'check_violation', constraint = 'own_ruling';
  end if;
  return new;
end $$;
create trigger finding_decided before update of decided_by on sheet_finding for each row execute function refuse_own_ruling();
