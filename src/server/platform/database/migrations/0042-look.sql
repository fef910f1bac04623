-- What a phone's picture shows is looked at after the phone has its answer.
alter table file add column look text not null default 'done' check (look in ('waiting', 'done', 'damaged'));
create index file_look_waiting on file (stored_at) where look = 'waiting';
