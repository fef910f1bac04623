-- Rows of a frame are in it as soon as their import is kept: keeping writes none of them. Numbers are compared with every row that is there.
delete from survey_case where state = 'read';
update survey_import set state = 'failed', fault = '程序升级，读取中断；请重新上传' where kind = 'frame' and state in ('reading', 'read');
alter table survey_case alter column state set default 'listed', drop constraint survey_case_state_check;
alter table survey_case add constraint survey_case_state_check check (state in ('listed', 'waiting', 'appointment', 'answered', 'ended'));
drop index survey_case_number;
create unique index survey_case_number on survey_case (survey, number_hash);

-- How many people an import has of each unit, group and stratum.
alter table survey_import add column strata jsonb not null default '[]';
update survey_import i set strata = counted.strata
  from (select import, jsonb_agg(jsonb_build_object('unit', unit, 'group', grp, 'stratum', stratum, 'frame', people)) as strata
    from (select import, unit, grp, stratum, count(*) as people from survey_case group by 1, 2, 3, 4) as one group by 1) as counted
  where counted.import = i.id;
