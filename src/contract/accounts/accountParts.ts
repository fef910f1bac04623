import { z } from 'zod'
import { roleSchema } from '../access/roleSchema.ts'

/** 授权一项 as asked for: a role, with the unit where it is a unit's. */
export const grantField = z.strictObject({
  role: roleSchema,
  unit: z.string().min(1).max(100).optional(),
})

/** 授权一项 as told. */
export const grantPart = z.strictObject({
  role: roleSchema,
  roleName: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
})

/** 用户名 as asked for; how it must be written is said by `usernameInvalid`. */
export const usernameField = z.string().min(1).max(100)

/** 姓名或名称 of an account. */
export const nameField = z.string().trim().min(1).max(100)

/** 账号的状态: in use, never used yet (its one-time password stands), or disabled. */
export const accountStates = ['active', 'new', 'disabled'] as const

/** 账号 as listed; never a password. */
export const accountPart = z.strictObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  /** 管理账号 (三员). */
  administers: z.boolean(),
  grants: z.array(grantPart),
  state: z.enum(accountStates),
  /** 还要锁定几分钟, 0 when not locked. */
  lockedMinutes: z.int(),
  secondFactor: z.boolean(),
  /** 正在登录的会话数. */
  sessions: z.int(),
  lastSignedInAt: z.string().optional(),
  createdAt: z.string(),
  revision: z.int(),
})

/** 一次性口令, told once: kept nowhere in a form that can be read. */
export const oneTimePart = z.strictObject({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  password: z.string(),
})

/** 登录会话 as listed: when and on what kind of device; no address is kept. */
export const sessionPart = z.strictObject({
  id: z.string(),
  device: z.string(),
  since: z.string(),
  lastSeenAt: z.string(),
  /** this very one. */
  own: z.boolean(),
})
