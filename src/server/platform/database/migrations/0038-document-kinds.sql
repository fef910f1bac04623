-- Documents about something else than a unit or the year (a meeting, a draw, a sheet, a survey), and documents from before the seal.
alter table official_document add column subject text not null default '';
alter table official_document add column about text not null default '';
drop index official_document_draft;
create unique index official_document_draft on official_document (year, kind, coalesce(unit, ''), subject) where hash is null;
alter table official_document drop constraint official_document_check;
alter table official_document add constraint official_document_whole
  check (num_nulls(issuer, word, number_year, number, title, issued_on, issued_by, issued_at, data, template, hash) in (0, 11));
alter table official_document add constraint official_document_sealed
  check ((seal is null) = (results is null) and (seal is null or hash is not null));
