-- Two people key a paper sheet: two accounts, for two colleagues may bear one name.
alter table knowledge_paper add column keyed_account text;
