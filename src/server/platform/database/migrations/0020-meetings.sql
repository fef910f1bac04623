-- Debrief meetings: plan, agenda, classes of voters as numbers, and how far the meeting is. Instants, so that a restart in mid-speech loses nothing.
create table meeting (
  id uuid primary key,
  year int not null references cycle (year),
  kind text not null,
  lead_unit text,
  component text not null,
  name text not null check (length(name) between 1 and 200),
  held_on text not null check (held_on ~ '^\d{4}-\d{2}-\d{2}$'),
  place text not null,
  minutes int not null check (minutes between 1 and 60),
  convenor text not null,
  teller text not null,
  scrutineer text not null,
  supervisors jsonb not null default '[]',
  review_after_each boolean not null,
  phones boolean not null,
  rehearsal boolean not null,
  draw_seed text,
  draw_fingerprint text,
  phase text not null check (phase in ('planned', 'issued', 'running', 'closed', 'counted', 'reported', 'accepted', 'returned', 'brokenOff')),
  voting text not null default 'notYet' check (voting in ('notYet', 'open', 'closed')),
  voting_until timestamptz,
  speaking text,
  speech_spent bigint not null default 0 check (speech_spent >= 0),
  speech_since timestamptz,
  -- What sheets are marked and counted by; fixed when the first slip or sheet is issued.
  form jsonb,
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  check ((draw_seed is null) = (draw_fingerprint is null)),
  check (phase not in ('closed', 'counted', 'reported', 'accepted', 'returned') or voting = 'closed'),
  check (voting = 'notYet' or phase not in ('planned', 'issued'))
);
create index meeting_by_year on meeting (year);
-- One meeting of a kind and lead unit at a time; one broken off or rehearsed makes room.
create unique index meeting_once on meeting (year, kind, coalesce(lead_unit, '')) where phase <> 'brokenOff' and not rehearsal;

create table meeting_speaker (
  meeting uuid not null references meeting (id),
  unit text not null,
  unit_name text not null,
  secretary text not null,
  place int not null check (place >= 1),
  speaks boolean not null,
  spoken boolean not null default false,
  seconds int check (seconds >= 0),
  removed_why text,
  primary key (meeting, unit)
);

create table meeting_class (
  meeting uuid not null references meeting (id),
  class text not null,
  name text not null,
  place int not null,
  expected int not null check (expected between 0 and 2000),
  present int check (present between 0 and expected),
  primary key (meeting, class)
);

-- A screen or remote opened without an account, by the hash of its code.
create table meeting_pairing (
  hash text primary key,
  meeting uuid not null references meeting (id),
  screen text not null check (screen in ('hall', 'remote')),
  made_by text not null,
  until timestamptz not null
);

-- After the first slip or sheet nothing about classes, rules, weights or subjects changes, except a speaker taken off before voting opens.
create function keep_issued_meeting() returns trigger language plpgsql as $$
declare
  free text[] := '{phase,voting,voting_until,speaking,speech_spent,speech_since,place,held_on,convenor,teller,scrutineer,supervisors,reported_on,accepted_on,facts,revision,changed_by,changed_at}';
begin
  if tg_op = 'DELETE' then
    raise exception 'a meeting is kept';
  end if;
  if old.phase <> 'planned' and (to_jsonb(old) - free) is distinct from (to_jsonb(new) - free) then
    raise exception 'a meeting that issued slips or sheets is not changed';
  end if;
  if old.phase <> 'planned' and new.phase = 'planned' then
    raise exception 'a meeting that issued slips or sheets is not planned anew';
  end if;
  if old.phase in ('accepted', 'brokenOff') and new.phase <> old.phase then
    raise exception 'a meeting that ended stays ended';
  end if;
  return new;
end $$;
create trigger meeting_kept before update or delete on meeting for each row execute function keep_issued_meeting();

create function keep_issued_speakers() returns trigger language plpgsql as $$
declare
  held meeting;
  free text[] := '{spoken,seconds,removed_why}';
begin
  select * into held from meeting where id = coalesce(new.meeting, old.meeting);
  if held.phase = 'planned' then
    return coalesce(new, old);
  end if;
  if tg_op <> 'UPDATE' or (to_jsonb(old) - free) is distinct from (to_jsonb(new) - free) then
    raise exception 'the agenda of a meeting that issued slips or sheets is not changed';
  end if;
  if new.removed_why is distinct from old.removed_why and (held.voting <> 'notYet' or old.removed_why is not null) then
    raise exception 'nobody is taken off the agenda once voting has opened';
  end if;
  return new;
end $$;
create trigger meeting_speaker_kept before insert or update or delete on meeting_speaker for each row execute function keep_issued_speakers();

create function keep_issued_classes() returns trigger language plpgsql as $$
declare
  held meeting;
begin
  select * into held from meeting where id = coalesce(new.meeting, old.meeting);
  if held.phase = 'planned' then
    return coalesce(new, old);
  end if;
  if tg_op <> 'UPDATE' or (to_jsonb(old) - '{expected,present}'::text[]) is distinct from (to_jsonb(new) - '{expected,present}'::text[]) then
    raise exception 'the classes of a meeting that issued slips or sheets are not changed';
  end if;
  if held.voting = 'closed' then
    raise exception 'the numbers of voters are not changed after voting';
  end if;
  return new;
end $$;
create trigger meeting_class_kept before insert or update or delete on meeting_class for each row execute function keep_issued_classes();
