-- Decisions about a meeting, each with its reason: somebody taken off the agenda, the close of voting moved, the meeting broken off. They stand in the minutes and are never changed.
create table meeting_decision (
  id uuid primary key,
  meeting uuid not null references meeting (id),
  kind text not null check (kind in ('removed', 'closeMoved', 'brokenOff')),
  unit_name text,
  until timestamptz,
  reason text not null check (length(reason) between 1 and 2000),
  decided_by text not null,
  decided_at timestamptz not null,
  check ((kind = 'removed') = (unit_name is not null)),
  check ((kind = 'closeMoved') = (until is not null))
);
create index meeting_decision_by_meeting on meeting_decision (meeting);

create function keep_meeting_decisions() returns trigger language plpgsql as $$
begin
  raise exception 'a decision about a meeting is kept';
end $$;
create trigger meeting_decision_kept before update or delete on meeting_decision for each row execute function keep_meeting_decisions();
