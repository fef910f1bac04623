-- Accounts. An account is a business account or an administrator's (`administers`), for good: its roles are of one sort.
create table account (
  id text primary key,
  username text not null unique check (username = lower(username) and length(username) between 2 and 40),
  name text not null check (length(name) between 1 and 100),
  administers boolean not null default false,
  must_change_password boolean not null default true,
  disabled_at timestamptz,
  last_signed_in_at timestamptz,
  revision int not null default 1,
  changed_by text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (id, administers)
);

create table credential (
  id text primary key,
  user_id text not null references account (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, provider_id)
);

-- No address is kept with a session; `user_agent` holds the kind of device only.
create table session (
  id text primary key,
  user_id text not null references account (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  ip_address text check (ip_address = ''),
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_user on session (user_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on verification (identifier);

create table second_factor (
  id text primary key,
  user_id text not null unique references account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

-- A role of a unit names the unit, another none; the three administrators' roles are never on one account, nor beside a business role.
create table role_grant (
  account text not null references account (id) on delete cascade,
  role text not null check (role in ('committee', 'leadUnit', 'inspector', 'unit', 'secretary', 'surveyor', 'leadingGroup', 'auditor', 'systemAdmin', 'securityAdmin', 'auditAdmin')),
  unit text check (unit <> ''),
  administers boolean not null generated always as (role in ('systemAdmin', 'securityAdmin', 'auditAdmin')) stored,
  granted_by text not null,
  granted_at timestamptz not null,
  foreign key (account, administers) references account (id, administers),
  check ((role in ('leadUnit', 'unit', 'secretary')) = (unit is not null))
);
create unique index role_grant_once on role_grant (account, role, coalesce(unit, ''));
create unique index role_grant_one_administration on role_grant (account) where administers;
create index role_grant_by_unit on role_grant (unit) where unit is not null;

create table past_password (
  account text not null references account (id) on delete cascade,
  hash text not null,
  at timestamptz not null
);
create index past_password_by_account on past_password (account, at desc);

-- Failed sign-ins by a keyed hash of the username as typed, whether there is such an account or not.
create table sign_in_guard (
  key text primary key,
  failures int not null default 0,
  failed_at timestamptz,
  locked_until timestamptz,
  last_code text
);
create index sign_in_guard_by_age on sign_in_guard (failed_at);
