-- Facts are read in pages by their place: one number each, in the order in which they were written.
alter table fact add column place bigint generated always as identity;
create unique index fact_by_place on fact (year, place) where withdrawn_at is null;
