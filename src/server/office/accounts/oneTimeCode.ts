import { createHmac, timingSafeEqual } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { secondFactor } from './accounts.tables.ts'
import type { AccountsRoom } from './accountsRoom.ts'

const STEP_MS = 30_000

/** Uses a one-time code of an account: right for these thirty seconds or those beside, and later than the last one used. (RFC 6238, 5.2) */
export async function useCode(
  { auth, context }: AccountsRoom,
  tx: Transaction,
  account: string,
  code: string,
): Promise<boolean> {
  const [factor] = await tx
    .select({ id: secondFactor.id, secret: secondFactor.secret, lastStep: secondFactor.lastStep })
    .from(secondFactor)
    .where(eq(secondFactor.userId, account))
    .for('update')
  if (factor === undefined) return false
  const { secretConfig } = await auth.$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: factor.secret })
  const now = Math.floor(context.now().getTime() / STEP_MS)
  const step = [now - 1, now, now + 1].find(one => isCode(secret, one, code))
  if (step === undefined || step <= (factor.lastStep ?? -1)) return false
  await tx.update(secondFactor).set({ lastStep: step }).where(eq(secondFactor.id, factor.id))
  return true
}

function isCode(secret: string, step: number, code: string): boolean {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const number = (mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff) % 1_000_000
  return timingSafeEqual(Buffer.from(String(number).padStart(6, '0')), Buffer.from(code))
}
