-- A faulty question is voided for everybody: right, or out of the total; a paper keeps how many of its questions were left out.
alter table question add column voided text check (voided in ('right', 'out'));
alter table knowledge_paper add column out_count int not null default 0;

-- OFD (GB/T 33190) is evidence like PDF.
alter table file drop constraint file_type_check;
alter table file add constraint file_type_check check (type in ('pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'jpg', 'png'));
