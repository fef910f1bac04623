-- An acceptance may be taken back by a decision with its reason: the meeting is returned, its paper is mended and it is counted anew.
alter table meeting_decision drop constraint meeting_decision_kind_check;
alter table meeting_decision add constraint meeting_decision_kind_check check (kind in ('removed', 'closeMoved', 'brokenOff', 'returned', 'accepted', 'takenBack'));

create or replace function keep_issued_meeting() returns trigger language plpgsql as $$
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
  if old.phase = 'brokenOff' and new.phase <> old.phase or old.phase = 'accepted' and new.phase not in ('accepted', 'returned') then
    raise exception 'a meeting that ended stays ended';
  end if;
  return new;
end $$;

create or replace function keep_counted_paper() returns trigger language plpgsql as $$
declare
  held meeting;
begin
  select * into held from meeting where id = new.meeting;
  if held.phase in ('closed', 'returned') then
    return new;
  end if;
  raise exception 'paper sheets are entered after voting and before the count';
end $$;

create or replace function keep_unless_rehearsed() returns trigger language plpgsql as $$
begin
  if (select rehearsal or phase = any (tg_argv) from meeting where id = old.meeting) then
    return old;
  end if;
  raise exception 'what belongs to a meeting that issued slips or sheets is not changed';
end $$;
drop trigger paper_sheet_stays on paper_sheet;
create trigger paper_sheet_stays before delete on paper_sheet for each row execute function keep_unless_rehearsed('closed', 'returned');
