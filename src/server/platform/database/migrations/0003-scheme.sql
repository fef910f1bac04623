-- A promulgated version never changes, and a draft never rests on nothing.
create function keep_promulgated_scheme() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' or old.state = 'promulgated' then
    raise exception 'a promulgated scheme never changes';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger scheme_promulgated_stays before update or delete on scheme_version
  for each row execute function keep_promulgated_scheme();

alter table scheme_version add constraint scheme_promulgated_by_whom
  check ((state = 'promulgated') = (promulgated_by is not null) and (state = 'promulgated') = (promulgated_at is not null));
create index scheme_version_based_on on scheme_version (based_on) where based_on is not null;
-- The same content is promulgated once.
create unique index scheme_promulgated_once on scheme_version (scheme, hash) where state = 'promulgated';
-- All at once neither.
create trigger scheme_versions_stay before truncate on scheme_version
  for each statement execute function keep_promulgated_scheme();

-- Text rather than jsonb: the order in which an office wrote its tables is kept.
alter table scheme_version alter column document type json;
