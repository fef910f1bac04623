import { z } from 'zod'
import { type Role, roleNames } from './roles.ts'

/** Schema of a role code on the wire. */
export const roleSchema = z.enum(Object.keys(roleNames) as [Role, ...Role[]])
