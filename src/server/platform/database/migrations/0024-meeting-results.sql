-- What follows the count: the report, its acceptance or return, notes of supervisors, requests for a recount.
alter table meeting add column elsewhere boolean not null default false;
alter table meeting add column reported_on text check (reported_on ~ '^\d{4}-\d{2}-\d{2}$');
alter table meeting add column accepted_on text check (accepted_on ~ '^\d{4}-\d{2}-\d{2}$');
-- The facts of the year that this meeting wrote, by their ids.
alter table meeting add column facts jsonb not null default '[]';
-- A meeting held by other means: its counts as entered from its count sheet.
alter table meeting add column entered jsonb;

create table meeting_note (
  id uuid primary key,
  meeting uuid not null references meeting (id),
  body text not null check (length(body) between 1 and 4000),
  noted_by text not null,
  noted_at timestamptz not null
);
create index meeting_note_by_meeting on meeting_note (meeting);

create table meeting_recount (
  id uuid primary key,
  meeting uuid not null references meeting (id),
  unit text not null,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by text not null,
  asked_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  unique (meeting, unit),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);

alter table meeting_decision drop constraint meeting_decision_kind_check;
alter table meeting_decision add check (kind in ('removed', 'closeMoved', 'brokenOff', 'returned', 'accepted'));

-- A request for a recount is kept; it is answered once.
create function keep_meeting_recounts() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.answer is not null or (to_jsonb(old) - '{answer,answered_by,answered_at}'::text[])
    is distinct from (to_jsonb(new) - '{answer,answered_by,answered_at}'::text[]) then
    raise exception 'a request for a recount is kept, and answered once';
  end if;
  return new;
end $$;
create trigger meeting_recount_kept before update or delete on meeting_recount for each row execute function keep_meeting_recounts();

-- A kind of fact: the counts of a meeting.
alter table fact drop constraint fact_kind_check;
alter table fact add constraint fact_kind_check check (kind in ('visits', 'findings', 'ledger', 'gradings', 'surveys', 'ballotCounts', 'sheets', 'measures', 'knowledgeTests', 'vetoes', 'decisions', 'annualGrades'));
