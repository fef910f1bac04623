import type { Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { readSetting, writeSetting } from '../installation/installation.store.ts'
import { REMEMBERED } from './changePassword.ts'
import { ONE_TIME_DAYS } from './oneTimePassword.ts'
import { LONGEST_SESSION_S } from './createAuth.ts'
import { IDLE_MINUTES } from './createFindActor.ts'
import { LEAST_CHARACTERS } from './passwordRules.ts'
import { LOCK_MINUTES, MOST_FAILURES } from './signInGuard.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Presents the sign-in rules now in force. */
export async function presentSignInRules(
  db: Database,
): Promise<{ idleMinutes: number; revision: number; rules: string[] }> {
  const stored = await readSetting(db, 'idleMinutes')
  const idleMinutes = stored === undefined ? IDLE_MINUTES : Number(stored.value)
  const rules = [
    `口令至少 ${LEAST_CHARACTERS} 个字符，大写字母、小写字母、数字、符号中至少三种，不含用户名，不与最近 ${REMEMBERED} 个相同`,
    `连续 ${MOST_FAILURES} 次登录不成功，锁定 ${LOCK_MINUTES} 分钟；按用户名和所在网络分别计，登录过的设备不受别处的影响`,
    `${idleMinutes} 分钟不操作，或登录满 ${LONGEST_SESSION_S / 3600} 小时，须重新登录`,
    `一次性口令 ${ONE_TIME_DAYS} 天内有效，首次登录须改`,
  ]
  return { idleMinutes, revision: stored?.revision ?? 0, rules }
}

/** Sets the minutes of inactivity after which a new sign-in is required. */
export async function setIdleMinutes(
  tx: Transaction,
  { idleMinutes, revision }: { readonly idleMinutes: number; readonly revision: number },
): Promise<Done<null> | Refusal> {
  const before = await readSetting(tx, 'idleMinutes')
  const from = String(before?.value ?? IDLE_MINUTES)
  if (!(await writeSetting(tx, 'idleMinutes', idleMinutes, revision))) {
    return staleRevision(`不操作的时限（现为 ${from} 分钟）`)
  }
  return {
    answer: null,
    events: [
      { kind: 'settingChanged', values: { setting: '不操作的时限（分钟）', from, to: String(idleMinutes) } },
    ],
  }
}
