-- Official documents: bytes by their hash, issuing bodies with their numbers, drafts and what was issued.
create table document_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  bytes bytea not null
);

-- Several names make a joint issue. Numbers are counted by word and year.
create table document_issuer (
  id uuid primary key,
  names jsonb not null check (jsonb_array_length(names) between 1 and 10),
  word text not null unique check (length(word) between 1 and 20),
  imprint text not null default '',
  revision integer not null default 1,
  kept_by text not null,
  kept_at timestamptz not null
);

create table official_document (
  id uuid primary key,
  year integer not null references cycle (year),
  kind text not null,
  unit text,
  edits jsonb not null default '{}',
  corrects uuid references official_document (id),
  reason text not null default '',
  revision integer not null default 1,
  drafted_by text not null,
  drafted_at timestamptz not null,
  -- From here on: what it says once it is issued.
  issuer uuid references document_issuer (id),
  word text,
  number_year integer,
  number integer check (number > 0),
  title text,
  issued_on text check (issued_on ~ '^\d{4}-\d{2}-\d{2}$'),
  issued_by text,
  issued_at timestamptz,
  seal integer,
  results text,
  data jsonb,
  template text,
  hash text references document_file (hash),
  unique (word, number_year, number),
  foreign key (year, seal) references seal (year, number),
  check (num_nulls(issuer, word, number_year, number, title, issued_on, issued_by, issued_at, seal, results, data, template, hash) in (0, 13))
);
create index official_document_by_year on official_document (year, kind);
-- One draft of a kind for a unit; one correction of a document.
create unique index official_document_draft on official_document (year, kind, coalesce(unit, '')) where hash is null;
create unique index official_document_correction on official_document (corrects);

create function keep_official_documents() returns trigger language plpgsql as $$
begin
  if old.hash is not null then
    raise exception 'an issued document is kept as it is';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger official_document_kept before update or delete on official_document for each row execute function keep_official_documents();

create function keep_document_files() returns trigger language plpgsql as $$
begin
  raise exception 'the file of a document is kept';
end $$;
create trigger document_file_kept before update or delete on document_file for each row execute function keep_document_files();
