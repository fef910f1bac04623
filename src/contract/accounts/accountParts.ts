import { z } from 'zod'
import { roleSchema } from '../access/roleSchema.ts'
import { typedText } from '../shape/typedText.ts'

/** One grant as requested: a role, with its unit if it is a unit role. */
export const grantField = z.strictObject({
  role: roleSchema,
  unit: z.string().min(1).max(100).optional(),
})

/** One grant as answered. */
const grantPart = z.strictObject({
  role: roleSchema,
  roleName: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
})

/** A username as submitted; `usernameInvalid` states how it must be written. */
export const usernameField = z.string().min(1).max(100)

/** Name of the person or body behind an account. */
export const nameField = typedText().min(1).max(100)

/** States of an account: in use, never used (its one-time password is still valid), or disabled. */
export const accountStates = ['active', 'new', 'disabled'] as const

/** An account as listed; never contains a password. */
export const accountPart = z.strictObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  /** Whether this is an administrator account (三员). */
  administers: z.boolean(),
  grants: z.array(grantPart),
  state: z.enum(accountStates),
  /** Minutes until the lock ends; 0 when not locked. */
  lockedMinutes: z.int(),
  secondFactor: z.boolean(),
  /** Number of signed-in sessions. */
  sessions: z.int(),
  lastSignedInAt: z.string().optional(),
  createdAt: z.string(),
  revision: z.int(),
})

/** A one-time password, shown once and never stored in readable form. */
export const oneTimePart = z.strictObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  password: z.string(),
})

/** A session as listed: when and on what kind of device; no address is kept. */
export const sessionPart = z.strictObject({
  id: z.string(),
  device: z.string(),
  since: z.string(),
  lastSeenAt: z.string(),
  /** Whether this is the current session. */
  own: z.boolean(),
})
