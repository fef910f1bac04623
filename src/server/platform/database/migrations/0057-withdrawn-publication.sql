-- A publication taken off the site says who withdrew it, when and why, until it is released anew.
alter table publication add column withdrawn jsonb;
