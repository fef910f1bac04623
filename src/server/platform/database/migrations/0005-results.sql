-- A sealed year takes no change: the database itself refuses, whatever asks. Only a correction, or the leading group's return, opens it again.
alter table cycle add column sealed boolean not null default false;

-- A seal stores inputs, outcome and hashes as the results document that `hengping verify` recomputes. It is never changed; only its judgement is added.
create table seal (
  year int not null references cycle (year),
  number int not null check (number >= 1),
  state text not null check (state in ('sealed', 'returned', 'approved', 'superseded')),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  revision bigint not null,
  scheme_version uuid not null references scheme_version (id),
  units int not null,
  hashes jsonb not null,
  engine text not null,
  note text not null,
  correction uuid,
  judged_at timestamptz,
  judged_by text,
  opinion text not null default '',
  primary key (year, number)
);
create unique index seal_pending on seal (year) where state = 'sealed';
create unique index seal_in_force on seal (year) where state = 'approved';

-- `document` is the results document, `history` the earlier years as they were sealed, `places` the numbers of the facts: gzip, cut into pieces.
create table seal_part (
  year int not null,
  number int not null,
  kind text not null check (kind in ('document', 'history', 'places')),
  part int not null,
  bytes bytea not null,
  primary key (year, number, kind, part),
  foreign key (year, number) references seal (year, number)
);

create table correction (
  id uuid primary key,
  year int not null references cycle (year),
  seal int not null,
  phase text not null,
  reason text not null check (length(trim(reason)) > 0),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  revision bigint not null,
  closed_at timestamptz,
  foreign key (year, seal) references seal (year, number)
);
create unique index correction_open on correction (year) where closed_at is null;
alter table seal add foreign key (correction) references correction (id);

create function keep_seal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a seal is kept';
  end if;
  if (old.year, old.number, old.at, old.by_id, old.by_name, old.revision, old.scheme_version, old.units, old.hashes, old.engine, old.note)
    is distinct from
    (new.year, new.number, new.at, new.by_id, new.by_name, new.revision, new.scheme_version, new.units, new.hashes, new.engine, new.note) then
    raise exception 'what was sealed is not changed';
  end if;
  return new;
end $$;
create trigger seal_kept before update or delete on seal for each row execute function keep_seal();

create function keep_seal_part() returns trigger language plpgsql as $$
begin
  raise exception 'what was sealed is not changed';
end $$;
create trigger seal_part_kept before update or delete or truncate on seal_part for each statement execute function keep_seal_part();

create function refuse_sealed_change() returns trigger language plpgsql as $$
declare
  sealed_year int;
begin
  select cycle.year into sealed_year from cycle where cycle.sealed and exists (select 1 from touched where touched.year = cycle.year) limit 1;
  if sealed_year is not null then
    raise exception 'the year % is sealed', sealed_year using errcode = 'HP001';
  end if;
  return null;
end $$;
create trigger fact_sealed_insert after insert on fact referencing new table as touched
  for each statement execute function refuse_sealed_change();
create trigger fact_sealed_update after update on fact referencing old table as touched
  for each statement execute function refuse_sealed_change();
create trigger fact_sealed_delete after delete on fact referencing old table as touched
  for each statement execute function refuse_sealed_change();
create trigger roster_sealed_insert after insert on roster_unit referencing new table as touched
  for each statement execute function refuse_sealed_change();
create trigger roster_sealed_update after update on roster_unit referencing old table as touched
  for each statement execute function refuse_sealed_change();
create trigger roster_sealed_delete after delete on roster_unit referencing old table as touched
  for each statement execute function refuse_sealed_change();
create trigger holder_sealed_insert after insert on holder referencing new table as touched
  for each statement execute function refuse_sealed_change();
create trigger holder_sealed_update after update on holder referencing old table as touched
  for each statement execute function refuse_sealed_change();
create trigger holder_sealed_delete after delete on holder referencing old table as touched
  for each statement execute function refuse_sealed_change();

create function keep_sealed_cycle() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.sealed then raise exception 'the year % is sealed', old.year using errcode = 'HP001'; end if;
    return old;
  end if;
  if old.sealed and new.sealed
    and (old.year, old.revision, old.scheme_version) is distinct from (new.year, new.revision, new.scheme_version) then
    raise exception 'the year % is sealed', old.year using errcode = 'HP001';
  end if;
  if old.sealed and not new.sealed
    and exists (select 1 from seal where seal.year = old.year and seal.state in ('sealed', 'approved'))
    and not exists (select 1 from correction where correction.year = old.year and correction.closed_at is null) then
    raise exception 'the year % is opened by a correction only', old.year using errcode = 'HP001';
  end if;
  return new;
end $$;
create trigger cycle_sealed before update or delete on cycle for each row execute function keep_sealed_cycle();

-- What is made in the background. Its file is kept in pieces until it expires, so that any process can hand it out.
create table job (
  id uuid primary key,
  kind text not null,
  name text not null,
  year int,
  owner text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  stage text not null,
  progress real not null default 0,
  file_name text,
  file_type text,
  file_bytes bigint,
  fault text,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz
);
create index job_by_owner on job (owner, started_at);
create table job_part (
  job uuid not null references job (id) on delete cascade,
  part int not null,
  bytes bytea not null,
  primary key (job, part)
);
