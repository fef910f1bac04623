-- What the public site may see: released pages, comments that were read, the name of the office. The site
-- reads and writes through these views alone, so that a role of its own needs rights to nothing else.
create view site_publication with (security_barrier) as
  select year, from_day, to_day, comments from publication where released;

create view site_unit with (security_barrier) as
  select year, unit, place, name, page from published_unit
  where exists (select from publication p where p.year = published_unit.year and p.released);

-- Of a comment that was withheld or destroyed, only the mark and its reason.
create view site_comment with (security_barrier) as
  select id, year, unit, number, day, way, standing, reason, abuse,
    case when standing = 'shown' then name end as name,
    case when standing = 'shown' then wrote else '' end as wrote,
    case when standing = 'shown' then reply end as reply,
    case when standing = 'shown' then replied_by end as replied_by,
    case when standing = 'shown' then replied_on end as replied_on
  from public_comment
  where standing <> 'held'
    and exists (select from publication p where p.year = public_comment.year and p.released);

-- A comment comes in under a page that is published, held or shown as the office decided.
create view site_new_comment with (security_barrier) as
  select id, year, unit, day, wrote, hash, name, way, standing from public_comment
  where way = 'site'
    and exists (select from publication p
      where p.year = public_comment.year and p.released and p.comments = public_comment.standing)
    and exists (select from published_unit u
      where u.year = public_comment.year and u.unit = public_comment.unit)
  with check option;

create view site_office as select value from setting where key = 'institution';

create index public_comment_shown on public_comment (year, unit, number) where standing <> 'held';
