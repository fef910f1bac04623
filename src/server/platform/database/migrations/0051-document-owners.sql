-- Who drafts and issues a document, and whose register its number comes from: 'committee', 'surveyor', or 'unit:' with a unit's id.
alter table document_issuer add column owner text not null default 'committee' check (owner ~ '^(committee|surveyor|unit:.+)$');
alter table official_document add column owner text not null default 'committee' check (owner ~ '^(committee|surveyor|unit:.+)$');
drop index official_document_draft;
create unique index official_document_draft on official_document (owner, year, kind, coalesce(unit, ''), subject) where hash is null;
