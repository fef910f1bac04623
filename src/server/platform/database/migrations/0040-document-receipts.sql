-- The receipt (回执) of an issued document: who received it and when, entered once.
create table document_receipt (
  document uuid primary key references official_document (id),
  receiver text not null check (length(receiver) between 1 and 200),
  received_on text not null check (received_on ~ '^\d{4}-\d{2}-\d{2}$'),
  note text not null default '',
  kept_by text not null,
  kept_at timestamptz not null
);
