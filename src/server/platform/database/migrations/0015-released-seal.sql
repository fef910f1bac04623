-- A release belongs to a seal: a corrected result is shown to units only after a release of its own.
alter table cycle add column released_seal int;
update cycle set released_seal =
  (select max(number) from seal where seal.year = cycle.year and seal.state in ('approved', 'superseded'))
  where released_at is not null;
