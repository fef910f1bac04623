-- One debrief before the superior organisation and members at once, where a scheme rules so. (R38)
alter table dual_debrief add column together jsonb not null default '{}';
