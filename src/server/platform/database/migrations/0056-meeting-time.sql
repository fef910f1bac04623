-- A meeting may say at what time of day it begins.
alter table meeting add column starts_at text check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$');
