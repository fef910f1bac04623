-- An attachment's bytes lie in data/files (or an S3 store) under their SHA-256; here is what they are. A picture is kept without its metadata but for the day.
create table file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size int not null check (size > 0),
  type text not null check (type in ('pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png')),
  name text not null check (length(name) between 1 and 255),
  taken_on text check (taken_on ~ '^\d{4}-\d{2}-\d{2}$'),
  -- the perceptual hash of a picture that has something to see: 64 bits as hex, and its eight bytes with their places, to find near ones by
  phash text check (phash ~ '^[0-9a-f]{16}$'),
  phash_parts int[],
  by_name text not null,
  stored_at timestamptz not null,
  -- moved by each upload: what was never attached is swept when this is old
  offered_at timestamptz not null,
  check ((phash is null) = (phash_parts is null))
);
create index file_by_phash on file using gin (phash_parts) where phash_parts is not null;
create index file_by_offer on file (offered_at);

-- Who sent which file: only they may attach it. `sent` is the hash of what arrived, before a picture was cleared of its metadata.
create table file_sent (
  account text not null,
  file text not null references file (hash) on delete cascade,
  sent text not null check (sent ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (account, file, sent)
);
create index file_sent_by_sent on file_sent (sent);
create index file_sent_by_file on file_sent (file);

-- A file at a record of some room (`owner` and its id). Taken off, the line stays.
create table attachment (
  id uuid primary key,
  file text not null references file (hash),
  owner text not null,
  owner_id text not null,
  year int not null references cycle (year),
  unit text not null,
  name text not null check (length(name) between 1 and 255),
  at timestamptz not null,
  by_name text not null,
  removed_at timestamptz,
  removed_by text,
  check ((removed_at is null) = (removed_by is null))
);
create unique index attachment_once on attachment (owner, owner_id, file) where removed_at is null;
create index attachment_by_file on attachment (file);
create index attachment_by_unit on attachment (year, unit, file) where removed_at is null;
