import { eq } from 'drizzle-orm'
import { account } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'

/** Returns whether the actor uses a second factor, and how many recovery codes are left. */
export async function countCodes(
  { context, auth }: AccountsRoom,
  id: string,
): Promise<{ on: boolean; codesLeft: number }> {
  const [row] = await context.db
    .select({ on: account.twoFactorEnabled })
    .from(account)
    .where(eq(account.id, id))
  if (row?.on !== true) return { on: false, codesLeft: 0 }
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: id } })
  return { on: true, codesLeft: backupCodes.length }
}
