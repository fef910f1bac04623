-- A deduction for lead duty (牵头职责) cites the signs it rests on; the lead unit objects to it once and is answered once. (六（四）)
alter table routine_lead_duty add column cited jsonb not null default '[]';
alter table routine_lead_duty add column objection text;
alter table routine_lead_duty add column objected_by text;
alter table routine_lead_duty add column objected_at timestamptz;
alter table routine_lead_duty add column answer text;
alter table routine_lead_duty add column answered_by text;
alter table routine_lead_duty add column upheld boolean;
alter table routine_lead_duty add check ((objection is null) = (objected_by is null) and (objection is null) = (objected_at is null));
alter table routine_lead_duty add check ((answer is null) = (answered_by is null) and (answer is null) = (upheld is null));
alter table routine_lead_duty add check (answer is null or objection is not null);
