-- What follows a consequence that people carry out (五（四）): a talk by the leader in charge with its record and promised steps, or a proposal for reassignment with its outcome. One of them for each consequence.
create table follow_up (
  year int not null,
  unit text not null,
  rule text not null,
  seal int not null,
  kind text not null check (kind in ('talk', 'proposal')),
  -- Who talks, or to whom it is proposed.
  who text not null check (length(who) between 1 and 200),
  authority text check (authority in ('own', 'superior')),
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  place text not null default '',
  held_on text check (held_on ~ '^\d{4}-\d{2}-\d{2}$'),
  present text not null default '',
  record text not null default '',
  signed_on text check (signed_on >= held_on),
  steps jsonb not null default '[]',
  outcome text check (outcome in ('adopted', 'other', 'declined')),
  outcome_on text check (outcome_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answer text not null default '',
  revision int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (year, unit, rule),
  foreign key (year, seal) references seal (year, number),
  check ((kind = 'proposal') = (authority is not null)),
  check ((outcome is null) = (outcome_on is null))
);
