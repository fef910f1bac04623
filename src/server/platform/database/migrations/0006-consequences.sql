-- The notice of a consequence: served once on an approved result, replied to once.
create table consequence_notice (
  year int not null,
  seal int not null,
  unit text not null,
  rule text not null,
  name text not null,
  addressee text not null check (length(addressee) between 1 and 200),
  served_on text not null check (served_on ~ '^\d{4}-\d{2}-\d{2}$'),
  text text not null,
  served_by text not null,
  served_at timestamptz not null,
  reply text,
  replied_by text,
  replied_at timestamptz,
  revision int not null default 1,
  primary key (year, unit, rule),
  foreign key (year, seal) references seal (year, number),
  check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null))
);
