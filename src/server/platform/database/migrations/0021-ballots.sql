-- The ballots of a meeting. No table here holds a time, a person, an address or a running number.
create table ballot_box (
  meeting uuid primary key references meeting (id),
  state text not null default 'sealed' check (state in ('sealed', 'opened', 'counted', 'published')),
  -- The public half of the key that sheets are sealed to, how a copy is tried, and who has tried one.
  seal_to text,
  trials jsonb,
  tried jsonb not null default '[]',
  risk_reason text,
  count jsonb,
  count_file text,
  published_file text
);

-- The key that signs the credentials of a class; its private half goes when the sheets are opened.
create table ballot_signer (
  meeting uuid not null references meeting (id),
  voter_class text not null,
  modulus text not null,
  private_key text,
  primary key (meeting, voter_class)
);

-- Slips, by a hash of what a phone sends for one; `blinded` is the hash of what was signed for it.
create table ballot_slip (
  slip text primary key,
  meeting uuid not null references meeting (id),
  voter_class text not null,
  blinded text
);
create index ballot_slip_by_meeting on ballot_slip (meeting, voter_class);

create table ballot_issue (
  meeting uuid not null references meeting (id),
  voter_class text not null,
  medium text not null check (medium in ('phone', 'paper')),
  printed int not null default 0,
  handed_out int not null default 0,
  given_back int not null default 0,
  spoilt int not null default 0,
  primary key (meeting, voter_class, medium)
);

-- Sheets that nobody can read while voting is open; the token of the credential admits one.
create table ballot_sealed (
  token text primary key,
  meeting uuid not null references meeting (id),
  voter_class text not null,
  sealed text not null,
  hash text not null
);
create index ballot_sealed_by_meeting on ballot_sealed (meeting);

-- Opened sheets, under new random ids, written once in a shuffled order.
create table ballot_sheet (
  id uuid primary key,
  meeting uuid not null references meeting (id),
  voter_class text not null,
  nonce text not null,
  body text not null
);
create index ballot_sheet_by_meeting on ballot_sheet (meeting);
