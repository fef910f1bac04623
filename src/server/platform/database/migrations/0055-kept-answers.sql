-- Answers of a bureau's file are stored as they are read, and are the result once a person keeps it: keeping moves none of them, so that nobody waits.
alter table survey_answer add column import uuid references survey_import (id) on delete cascade;
create index survey_answer_by_import on survey_answer (import) where import is not null;
insert into survey_answer (survey, unit, grp, answers, times, import)
  select i.survey, one.unit, one."group", one.answers, one.times, i.id
  from survey_staged s join survey_import i on i.id = s.import,
    jsonb_to_recordset(s.answers) as one(unit text, "group" text, answers jsonb, times int);
drop table survey_staged;

-- What counts: answers of our own calls, and those of the file that was kept.
create view kept_answer as
  select id, survey, unit, grp, answers, times from survey_answer
  where import is null or import in (select id from survey_import where state = 'kept');
