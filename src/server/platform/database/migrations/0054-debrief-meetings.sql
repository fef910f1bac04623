-- A small meeting of a unit at which its branch secretaries hold their dual debriefs (双述双评): which of the debriefs it is, and before whom. The unit stands where a lead unit would. (六（四）)
alter table meeting add column dual jsonb;
alter table meeting add constraint meeting_dual_check check (dual is null or lead_unit is not null and not rehearsal and not elsewhere);

-- A unit holds several of them.
drop index meeting_once;
create unique index meeting_once on meeting (year, kind, coalesce(lead_unit, '')) where phase <> 'brokenOff' and not rehearsal and dual is null;
