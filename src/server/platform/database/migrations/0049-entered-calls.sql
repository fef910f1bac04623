-- A call leaves nothing here while it lasts: cases on desks, and calls that have ended, lie in files until all of a band of hours are entered together.
update survey_case set state = case when due_at is null then 'waiting' else 'appointment' end, holder = null where state = 'calling';
drop index survey_case_held;
alter table survey_case drop column holder, drop column held_until, drop constraint survey_case_state_check;
alter table survey_case add constraint survey_case_state_check check (state in ('read', 'listed', 'waiting', 'appointment', 'answered', 'ended'));

-- Calls of an interviewer by day and result; beside a case they would tell how many calls had time that day.
create table survey_work (
  survey uuid not null references survey (id) on delete cascade,
  interviewer text not null,
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  disposition text not null,
  calls integer not null check (calls > 0),
  primary key (survey, interviewer, on_day, disposition)
);
create index survey_work_by_day on survey_work (interviewer, on_day);
insert into survey_work (survey, interviewer, on_day, disposition, calls)
  select survey, interviewer, on_day, disposition, count(*) from survey_attempt group by 1, 2, 3, 4;
drop index survey_attempt_by_survey, survey_attempt_by_day;
alter table survey_attempt drop column interviewer;
create index survey_attempt_by_survey on survey_attempt (survey);
