-- A round may be an extra one for the units under key supervision (重点督促检查) alone.
alter table round add column supervised boolean not null default false;
