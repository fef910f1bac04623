-- Debrief reports: one for each appraised unit of a year; `content` is the draft as it was typed last.
create table report (
  year int not null references cycle (year),
  unit text not null,
  state text not null check (state in ('draft', 'handedIn', 'returned', 'vetted')),
  content jsonb not null,
  slides jsonb,
  waiver jsonb,
  revision int not null default 1,
  -- the version that was handed in last; 0 while there is none
  handed_nth int not null default 0,
  first_handed_on text check (first_handed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (year, unit),
  check ((handed_nth = 0) = (first_handed_on is null)),
  check (state = 'draft' or handed_nth > 0)
);

-- Kept texts of a report: what was handed in, and drafts that another text replaced. None of them changes.
create table report_version (
  year int not null,
  unit text not null,
  nth int not null check (nth > 0),
  kind text not null check (kind in ('draft', 'handedIn')),
  content jsonb not null,
  words int not null check (words >= 0),
  handed_on text check (handed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  behalf text check (behalf in ('mail', 'stick', 'paper')),
  share_reason text not null default '',
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (year, unit, nth),
  foreign key (year, unit) references report (year, unit),
  check ((kind = 'handedIn') = (handed_on is not null)),
  check (kind = 'handedIn' or behalf is null)
);
create function keep_report_version() returns trigger language plpgsql as $$
begin
  raise exception 'a kept report never changes' using errcode = 'check_violation', constraint = 'report_version_kept';
end $$;
create trigger report_version_kept before update or delete on report_version
  for each row execute function keep_report_version();

-- What those who vet did with a version, each for itself: signed with its day, or returned with reasons.
create table report_step (
  id uuid primary key,
  year int not null,
  unit text not null,
  nth int not null,
  vetter text not null,
  kind text not null check (kind in ('signed', 'returned')),
  reason text not null default '',
  by_id text not null,
  by_name text not null,
  on_day text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  at timestamptz not null,
  foreign key (year, unit, nth) references report_version (year, unit, nth),
  check (kind = 'signed' or length(trim(reason)) > 0)
);
create unique index report_signed_once on report_step (year, unit, nth, vetter) where kind = 'signed';

create table report_comment (
  id uuid primary key,
  year int not null,
  unit text not null,
  nth int not null,
  vetter text not null,
  paragraph text,
  quote text not null default '',
  text text not null check (length(text) between 1 and 2000),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (year, unit, nth) references report_version (year, unit, nth)
);
create index report_comment_by_report on report_comment (year, unit);

-- What the committee decided on a report that came late or not at all: recorded in the ledger, or not, with the reason.
create table report_lateness (
  year int not null references cycle (year),
  unit text not null,
  kind text not null check (kind in ('late', 'missing')),
  recorded boolean not null,
  reason text not null default '',
  by_name text not null,
  at timestamptz not null,
  primary key (year, unit, kind),
  check (recorded or length(trim(reason)) > 0)
);
