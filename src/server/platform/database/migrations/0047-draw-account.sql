-- A second draw is held by another person than the one who prepared it: by account, for two colleagues may bear one name.
alter table draw_session add column prepared_account text;

create or replace function keep_draw_session() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'prepared' then raise exception 'the seed comes after the lists are frozen'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then raise exception 'a draw is kept'; end if;
  if old.state <> 'prepared'
    or (old.id, old.year, old.quarter, old.round, old.takes, old.units, old.digest, old.reason, old.prepared_by, old.prepared_account, old.prepared_at)
      is distinct from (new.id, new.year, new.quarter, new.round, new.takes, new.units, new.digest, new.reason, new.prepared_by, new.prepared_account, new.prepared_at) then
    raise exception 'a draw is held once and never changed';
  end if;
  return new;
end $$;
