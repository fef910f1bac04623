import { z } from 'zod'
import { type Action, actionNames } from '../access/actions.ts'
import { roleSchema } from '../access/roleSchema.ts'
import { defineRoutes } from '../http/route.ts'

const done = z.strictObject({ done: z.literal(true) })

/** A password as typed: any text of limited length. */
const passwordField = z.string().min(1).max(128)

/** Sign-in state: the user, their roles and what these permit; if nobody is signed in, what the sign-in page shows. */
const sessionAnswer = z.strictObject({
  signedIn: z.boolean(),
  institution: z.string().optional(),
  /** The office's time zone, e.g. Asia/Shanghai; pages show times in it. */
  timeZone: z.string(),
  demo: z
    .array(
      z.strictObject({ username: z.string(), password: z.string(), name: z.string(), roleName: z.string() }),
    )
    .optional(),
  account: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      username: z.string(),
      grants: z.array(
        z.strictObject({
          role: roleSchema,
          roleName: z.string(),
          unit: z.string().optional(),
          unitName: z.string().optional(),
        }),
      ),
      actions: z.array(z.enum(Object.keys(actionNames) as [Action, ...Action[]])),
      mustChangePassword: z.boolean(),
    })
    .optional(),
})

/** Routes for signing in, signing out, the current user and changing their password. */
export const sessionRoutes = defineRoutes({
  'GET /api/session': { summary: '当前登录状态', admits: 'anyone', answer: sessionAnswer },
  'POST /api/session/sign-in': {
    summary: '登录',
    admits: 'anyone',
    bodyKilobytes: 4,
    body: z.strictObject({
      username: z.string().min(1).max(100),
      password: passwordField,
      code: z.string().min(1).max(20).optional(),
    }),
    answer: done,
  },
  'POST /api/session/sign-out': { summary: '退出登录', admits: 'anyone', answer: done },
  'POST /api/session/password': {
    summary: '修改自己的口令',
    admits: 'newcomer',
    bodyKilobytes: 4,
    body: z.strictObject({ current: passwordField, next: z.string().min(1).max(128) }),
    answer: done,
  },
})
