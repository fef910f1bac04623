-- Rosters, earlier results and the state of a year as they stood: a row held from `since` until `until`. Facts carry their own times.
create table validity (
  part text not null,
  year integer not null,
  key text not null,
  body jsonb not null,
  since timestamptz not null,
  until timestamptz
);
create index validity_by_year on validity (part, year, since);
create index validity_open on validity (part, year, key) where until is null;

-- The moment of a change, by the program's clock where the change names it.
create function change_moment() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('hengping.moment', true), '')::timestamptz, now())
$$;

-- What is no content of a row: who touched it last, and counters.
create function content_of(whole jsonb) returns jsonb language sql immutable as $$
  select whole - '{revision,changed_by,changed_at,source}'::text[]
$$;

create function keep_validity() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    update validity v set until = greatest(change_moment(), v.since) from touched t
      where v.until is null and v.part = tg_table_name
        and v.year = (to_jsonb(t) ->> tg_argv[0])::int and v.key = to_jsonb(t) ->> tg_argv[1];
    return null;
  end if;
  update validity v set until = greatest(change_moment(), v.since) from touched t
    where v.until is null and v.part = tg_table_name
      and v.year = (to_jsonb(t) ->> tg_argv[0])::int and v.key = to_jsonb(t) ->> tg_argv[1]
      and v.body is distinct from content_of(to_jsonb(t));
  insert into validity (part, year, key, body, since)
    select tg_table_name, (to_jsonb(t) ->> tg_argv[0])::int, to_jsonb(t) ->> tg_argv[1], content_of(to_jsonb(t)), change_moment()
    from touched t
    where not exists (select 1 from validity v where v.until is null and v.part = tg_table_name
      and v.year = (to_jsonb(t) ->> tg_argv[0])::int and v.key = to_jsonb(t) ->> tg_argv[1]);
  return null;
end $$;

create trigger roster_unit_begins after insert on roster_unit referencing new table as touched
  for each statement execute function keep_validity('year', 'id');
create trigger roster_unit_changes after update on roster_unit referencing new table as touched
  for each statement execute function keep_validity('year', 'id');
create trigger roster_unit_ends after delete on roster_unit referencing old table as touched
  for each statement execute function keep_validity('year', 'id');
create trigger holder_begins after insert on holder referencing new table as touched
  for each statement execute function keep_validity('year', 'id');
create trigger holder_changes after update on holder referencing new table as touched
  for each statement execute function keep_validity('year', 'id');
create trigger holder_ends after delete on holder referencing old table as touched
  for each statement execute function keep_validity('year', 'id');
create trigger past_entry_begins after insert on past_entry referencing new table as touched
  for each statement execute function keep_validity('cycle', 'unit');
create trigger past_entry_changes after update on past_entry referencing new table as touched
  for each statement execute function keep_validity('cycle', 'unit');
create trigger past_entry_ends after delete on past_entry referencing old table as touched
  for each statement execute function keep_validity('cycle', 'unit');
create trigger cycle_begins after insert on cycle referencing new table as touched
  for each statement execute function keep_validity('year', 'year');
create trigger cycle_changes after update on cycle referencing new table as touched
  for each statement execute function keep_validity('year', 'year');

-- What is there already holds from now on: days before this are not kept.
insert into validity (part, year, key, body, since)
  select part, year, key, content_of(body), coalesce((select max(at)::timestamptz from trail), now()) from (
    select 'roster_unit' as part, year, id as key, to_jsonb(t) as body from roster_unit t
    union all select 'holder', year, id::text, to_jsonb(t) from holder t
    union all select 'past_entry', cycle, unit, to_jsonb(t) from past_entry t
    union all select 'cycle', year, year::text, to_jsonb(t) from cycle t) as present;
