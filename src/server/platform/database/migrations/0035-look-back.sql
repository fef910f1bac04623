-- A problem of last year, looked back upon (回头看) in this year's ledger: one entry each, settled together with the problem.
alter table remedy add column problem_id uuid references problem (id);
create unique index remedy_of_problem on remedy (problem_id) where withdrawn_reason is null;
