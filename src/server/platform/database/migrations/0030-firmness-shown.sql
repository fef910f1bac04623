-- Whether units see how firm their own place is. What was computed before lacks who depends on what, and is computed again.
delete from firmness;
alter table firmness add column shown boolean not null default false;
