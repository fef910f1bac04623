-- The next case is found by an index alone: parked cases are of a unit and group that has enough answers; the last band in which a number was tried, e.g. 2018-11-20/1, sorts with time.
alter table survey_case add column parked boolean not null default false;
alter table survey_case add column last_tried text collate "C";
update survey_case set last_tried = (tried -> -1 ->> 'on') || '/' || (tried -> -1 ->> 'band') where jsonb_array_length(tried) > 0;
alter table survey_case drop column tried;
drop index survey_case_waiting;
create index survey_case_due on survey_case (survey, due_at, id) where state = 'appointment' and not parked;
create index survey_case_fresh on survey_case (survey, asked_again desc, lot, id) where state = 'waiting' and attempts = 0 and not parked;
create index survey_case_again on survey_case (survey, last_tried, lot, id) where state = 'waiting' and attempts > 0 and not parked;
create index survey_attempt_by_day on survey_attempt (interviewer, on_day);
