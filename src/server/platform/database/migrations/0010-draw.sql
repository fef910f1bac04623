-- Lists to draw from: each saving is a version of its own; a version is frozen once, and nothing else of it ever changes.
create table draw_list (
  year int not null,
  unit text not null,
  purpose text not null check (purpose in ('branch', 'member')),
  version int not null check (version >= 1),
  lines jsonb not null check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) > 0),
  count int not null check (count > 0),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  saved_by text not null,
  saved_at timestamptz not null,
  frozen_by text,
  frozen_at timestamptz,
  primary key (year, unit, purpose, version),
  unique (year, unit, purpose, version, fingerprint),
  check ((frozen_by is null) = (frozen_at is null))
);

create function keep_draw_list() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.frozen_at is not null then raise exception 'a list is saved before it is frozen'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then raise exception 'a list is kept'; end if;
  if old.frozen_at is not null
    or (old.year, old.unit, old.purpose, old.version, old.lines, old.count, old.fingerprint, old.saved_by, old.saved_at)
      is distinct from (new.year, new.unit, new.purpose, new.version, new.lines, new.count, new.fingerprint, new.saved_by, new.saved_at) then
    raise exception 'a version of a list is frozen once and never changed';
  end if;
  return new;
end $$;
create trigger draw_list_kept before insert or update or delete on draw_list for each row execute function keep_draw_list();

-- A draw of one quarter: units, lists and numbers are settled first, then the seed comes, once.
create table draw_session (
  id uuid primary key,
  year int not null references cycle (year),
  quarter int not null check (quarter between 1 and 4),
  round text,
  state text not null check (state in ('prepared', 'drawn', 'abandoned')),
  takes jsonb not null,
  units int not null check (units > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reason text,
  prepared_by text not null,
  prepared_at timestamptz not null,
  seed_kind text check (seed_kind in ('dice', 'parties')),
  seed_parts jsonb,
  seed text,
  ended_by text,
  ended_at timestamptz,
  end_reason text,
  check ((state = 'prepared') = (ended_at is null) and (ended_by is null) = (ended_at is null)),
  check ((state = 'drawn') = (seed is not null) and (seed is null) = (seed_parts is null) and (seed is null) = (seed_kind is null)),
  check ((state = 'abandoned') = (end_reason is not null))
);
create index draw_session_by_year on draw_session (year, quarter, prepared_at);

create function keep_draw_session() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'prepared' then raise exception 'the seed comes after the lists are frozen'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then raise exception 'a draw is kept'; end if;
  if old.state <> 'prepared'
    or (old.id, old.year, old.quarter, old.round, old.takes, old.units, old.digest, old.reason, old.prepared_by, old.prepared_at)
      is distinct from (new.id, new.year, new.quarter, new.round, new.takes, new.units, new.digest, new.reason, new.prepared_by, new.prepared_at) then
    raise exception 'a draw is held once and never changed';
  end if;
  return new;
end $$;
create trigger draw_session_kept before insert or update or delete on draw_session for each row execute function keep_draw_session();

-- One unit's part of it. `standing`: it waits for its seed or has it; of an abandoned one it is null, so that the number is free again.
create table draw (
  id uuid primary key,
  session uuid not null references draw_session (id),
  year int not null,
  quarter int not null check (quarter between 1 and 4),
  unit text not null,
  purpose text not null,
  list_version int not null,
  fingerprint text not null,
  take int not null check (case purpose when 'branch' then take between 1 and 2 else take between 5 and 10 end),
  number int not null check (number >= 1),
  reason text,
  state text not null check (state in ('prepared', 'drawn', 'abandoned')),
  result jsonb,
  foreign key (year, unit, purpose, list_version, fingerprint) references draw_list (year, unit, purpose, version, fingerprint),
  check (number = 1 or length(reason) > 0),
  check ((state = 'drawn') = (result is not null))
);
create unique index draw_numbered on draw (year, unit, purpose, quarter, number) where state <> 'abandoned';
create index draw_by_session on draw (session);

create function keep_draw() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'prepared' then raise exception 'the seed comes after the lists are frozen'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then raise exception 'a draw is kept'; end if;
  if old.state <> 'prepared'
    or (old.id, old.session, old.year, old.quarter, old.unit, old.purpose, old.list_version, old.fingerprint, old.take, old.number, old.reason)
      is distinct from (new.id, new.session, new.year, new.quarter, new.unit, new.purpose, new.list_version, new.fingerprint, new.take, new.number, new.reason) then
    raise exception 'a draw is held once and never changed';
  end if;
  return new;
end $$;
create trigger draw_kept before insert or update or delete on draw for each row execute function keep_draw();

create function check_new_draws() returns trigger language plpgsql as $$
begin
  if exists (select 1 from touched t join draw_list l on (l.year, l.unit, l.purpose, l.version) = (t.year, t.unit, t.purpose, t.list_version)
    where l.frozen_at is null) then
    raise exception 'a list is drawn from only after it is frozen';
  end if;
  if exists (select 1 from touched t join draw_session s on s.id = t.session where s.state <> 'prepared' or (s.year, s.quarter) <> (t.year, t.quarter)) then
    raise exception 'the seed comes after the lists are frozen';
  end if;
  return null;
end $$;
create trigger draw_checked after insert on draw referencing new table as touched for each statement execute function check_new_draws();
