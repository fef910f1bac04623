-- Minutes after the time of a test in which answers given without a signal still count.
alter table knowledge_test add column grace_minutes int not null default 10 check (grace_minutes between 0 and 60);
alter table knowledge_test alter column grace_minutes drop default;

-- The phone that holds a paper, and whether its last answers came in the grace.
alter table knowledge_paper add column holder text;
alter table knowledge_paper add column late boolean not null default false;
