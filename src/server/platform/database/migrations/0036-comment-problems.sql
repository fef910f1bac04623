-- A problem may come from a comment of the public site.
alter table problem drop constraint problem_origin_check;
alter table problem add constraint problem_origin_check
  check (origin in ('lost', 'ledger', 'routine', 'survey', 'ballot', 'lastYear', 'comment', 'byHand'));
