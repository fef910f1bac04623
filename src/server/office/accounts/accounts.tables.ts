import { bigint, boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Role } from '../../../contract/access/roles.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Accounts (better-auth's user). `email` is a placeholder that receives no mail; `administers`: the account may hold one of the three administrators' roles (三员) and no other. */
export const account = pgTable('account', {
  id: text().primaryKey(),
  username: text().notNull(),
  name: text().notNull(),
  administers: boolean().notNull().default(false),
  mustChangePassword: boolean('must_change_password').notNull().default(true),
  disabledAt: moment('disabled_at'),
  lastSignedInAt: moment('last_signed_in_at'),
  revision: integer().notNull().default(1),
  changedBy: text('changed_by').notNull(),
  email: text().notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Passwords (better-auth's account): one per person, as a scrypt hash. */
export const credential = pgTable('credential', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text(),
  password: text(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Sign-in sessions. `userAgent` is the kind of device in words, never what the browser sent. */
export const session = pgTable('session', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  token: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Pending verifications of better-auth. */
export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Second factors of accounts; secret and recovery codes are encrypted with the installation's secret. */
export const secondFactor = pgTable('second_factor', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
  /** the thirty seconds of the last one-time code used, counted from 1970. */
  lastStep: bigint('last_step', { mode: 'number' }),
})

/** Role grants. */
export const roleGrant = pgTable('role_grant', {
  account: text().notNull(),
  role: text().$type<Role>().notNull(),
  unit: text(),
  grantedBy: text('granted_by').notNull(),
  grantedAt: moment('granted_at').notNull(),
})

/** Hashes of former passwords: the last five cannot be reused. */
export const pastPassword = pgTable('past_password', {
  account: text().notNull(),
  hash: text().notNull(),
  at: moment('at').notNull(),
})

/** Counts of failed sign-ins, by keyed hashes of the username as typed (`name`) and of that with the place of the try, so that a nonexistent username gets the same answer. */
export const signInGuard = pgTable('sign_in_guard', {
  key: text().primaryKey(),
  name: text().notNull(),
  failures: integer().notNull().default(0),
  failedAt: moment('failed_at'),
  lockedUntil: moment('locked_until'),
})
