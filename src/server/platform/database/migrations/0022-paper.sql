-- Paper sheets of a meeting. A sheet is known by its class and the number it got when the pile was counted, never by its voter.
create table paper_style (
  meeting uuid primary key references meeting (id),
  style text not null check (style in ('boxes', 'figures'))
);

-- Two people key a sheet apart, or decide the doubtful cells of a scanned one apart; it counts once both agree.
create table paper_sheet (
  id uuid primary key,
  meeting uuid not null references meeting (id),
  voter_class text not null,
  number int not null check (number >= 1),
  way text not null check (way in ('keyed', 'scanned')),
  first jsonb,
  first_by text,
  first_name text,
  second jsonb,
  second_by text,
  second_name text,
  settled boolean not null default false,
  foreign key (meeting, voter_class) references meeting_class (meeting, class),
  unique (meeting, voter_class, number),
  check ((first is null) = (first_by is null) and (second is null) = (second_by is null)),
  check (second is null or first is not null),
  check (first_by <> second_by),
  check (not settled or way = 'scanned' or second is not null)
);

-- What was read on a scanned page, and its picture in the file store until that is destroyed.
create table paper_page (
  sheet uuid not null references paper_sheet (id) on delete cascade,
  page int not null check (page >= 1),
  rows jsonb not null,
  picture text unique,
  primary key (sheet, page)
);

-- Sheets are entered between the end of voting and the count, when a meeting is no longer broken off; afterwards none is changed.
create function keep_counted_paper() returns trigger language plpgsql as $$
declare
  held meeting;
begin
  select * into held from meeting where id = coalesce(new.meeting, old.meeting);
  if held.phase = 'closed' then
    return coalesce(new, old);
  end if;
  raise exception 'paper sheets are entered after voting and before the count';
end $$;
create trigger paper_sheet_kept before insert or update or delete on paper_sheet for each row execute function keep_counted_paper();
