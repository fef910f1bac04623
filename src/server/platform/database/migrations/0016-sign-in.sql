-- Failed sign-ins are counted by name and place, so that nobody locks a name for everybody; `name` finds all of one name.
drop table sign_in_guard;
create table sign_in_guard (
  key text primary key,
  name text not null,
  failures int not null default 0,
  failed_at timestamptz,
  locked_until timestamptz
);
create index sign_in_guard_by_age on sign_in_guard (failed_at);
create index sign_in_guard_by_name on sign_in_guard (name);
-- The thirty seconds of the last one-time code used: no earlier code counts after it.
alter table second_factor add column last_step bigint;
