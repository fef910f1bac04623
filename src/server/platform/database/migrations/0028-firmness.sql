-- How firm the ranking of a year is, as computed last; `basis` names the state of the year that it was computed from.
create table firmness (
  year integer primary key references cycle (year),
  basis text not null,
  figures jsonb not null,
  computed_by text not null,
  computed_at timestamptz not null
);
