-- Each step of a year from phase to phase, with who decided it and why.
create table phase_move (
  id bigint generated always as identity primary key,
  year int not null references cycle (year),
  from_phase text,
  to_phase text not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null
);
create index phase_move_by_year on phase_move (year, id);

alter table cycle add constraint cycle_phase_known check (
  phase in ('prepared', 'running', 'debriefed', 'scored', 'sealed', 'approved', 'fedBack', 'rectifying', 'published', 'closed')
);
