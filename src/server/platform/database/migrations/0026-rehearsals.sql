-- A rehearsal leaves nothing: it may be deleted with all that belongs to it; of a real meeting nothing is, but what its phase allows.
create function keep_unless_rehearsed() returns trigger language plpgsql as $$
begin
  if (select rehearsal or phase = tg_argv[0] from meeting where id = old.meeting) then
    return old;
  end if;
  raise exception 'what belongs to a meeting that issued slips or sheets is not changed';
end $$;

drop trigger meeting_kept on meeting;
create trigger meeting_kept before update on meeting for each row execute function keep_issued_meeting();
create trigger meeting_stays before delete on meeting for each row when (not old.rehearsal) execute function keep_issued_meeting();

drop trigger meeting_speaker_kept on meeting_speaker;
create trigger meeting_speaker_kept before insert or update on meeting_speaker for each row execute function keep_issued_speakers();
create trigger meeting_speaker_stays before delete on meeting_speaker for each row execute function keep_unless_rehearsed('planned');

drop trigger meeting_class_kept on meeting_class;
create trigger meeting_class_kept before insert or update on meeting_class for each row execute function keep_issued_classes();
create trigger meeting_class_stays before delete on meeting_class for each row execute function keep_unless_rehearsed('planned');

drop trigger meeting_decision_kept on meeting_decision;
create trigger meeting_decision_kept before update on meeting_decision for each row execute function keep_meeting_decisions();
create trigger meeting_decision_stays before delete on meeting_decision for each row execute function keep_unless_rehearsed('never');

drop trigger paper_sheet_kept on paper_sheet;
create trigger paper_sheet_kept before insert or update on paper_sheet for each row execute function keep_counted_paper();
create trigger paper_sheet_stays before delete on paper_sheet for each row execute function keep_unless_rehearsed('closed');
