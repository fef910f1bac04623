import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { readSetting, writeSetting } from '../../office/installation/installation.store.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** The default time to reply, in working days. */
const USUAL_REPLY_DAYS = 5

/** The time to reply set for a year. */
interface ReplySettings {
  readonly replyDays: number
  readonly revision: number
}

/** Reads the time to reply. */
export async function readReplySettings(db: Database | Transaction, year: number): Promise<ReplySettings> {
  const stored = await readSetting(db, keyOf(year))
  return stored === undefined
    ? { replyDays: USUAL_REPLY_DAYS, revision: 0 }
    : { replyDays: stored.value as number, revision: stored.revision }
}

/** Sets the time to reply; sheets signed before keep their due day. `staleRevision`. */
export async function setReplyDays({
  change,
  params: { year },
  body: { replyDays, revision },
}: Served<'PUT /api/years/:year/reply-settings'>): Promise<ReplySettings | Refusal> {
  return change<ReplySettings>(async tx => {
    if ((await findCycle(tx, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
    const before = await readReplySettings(tx, year)
    const stale = staleRevision('答复期限')
    if (before.revision !== revision) return stale
    if (!(await writeSetting(tx, keyOf(year), replyDays, revision))) return stale
    return {
      answer: { replyDays, revision: revision + 1 },
      events: [{ kind: 'replyDaysSet', year, values: { from: before.replyDays, to: replyDays } }],
    }
  })
}

function keyOf(year: number): string {
  return `replyDays ${year}`
}
