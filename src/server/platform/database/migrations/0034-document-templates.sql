-- Templates of official documents: the latest version of a kind is in force; one without a file is that which ships.
create table document_template (
  kind text not null,
  version integer not null check (version > 0),
  hash text references document_file (hash),
  name text not null,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (kind, version)
);
