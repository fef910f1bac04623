import { z } from 'zod'
import { type Role, roleNames } from './roles.ts'

/** 角色代码 on the wire. */
export const roleSchema = z.enum(Object.keys(roleNames) as [Role, ...Role[]])
