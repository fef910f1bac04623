-- A unit has its sheet on its notice board, its pages on a web site of its own, or both.
alter table notice_board add column kind text not null default 'board' check (kind in ('board', 'site'));
alter table notice_board drop constraint notice_board_pkey;
alter table notice_board add primary key (year, unit, kind);
