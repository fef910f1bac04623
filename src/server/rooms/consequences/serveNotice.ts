import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { dayIn, printDay } from '../../../domain/kernel/calendar.ts'
import { readCycle, sealInForce } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import { findNotice, insertNotice } from './consequences.store.ts'
import { metOf } from './metConsequence.ts'
import { whyNotServe } from './whyNotServe.ts'
import { type NoticePart, presentNotice } from './presentNotice.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Records that the notice of a consequence in the approved result was served. `noticeNotDue`, `noticeAlreadyServed`, `servedInFuture`, `followUpDayBefore`, `noticeNotYet`. */
export async function serveNotice({
  context,
  actor,
  change,
  params: key,
  body: { to, servedOn, text },
}: Served<'POST /api/years/:year/units/:unit/consequences/:rule/notice'>): Promise<NoticePart | Refusal> {
  const scored = await outcomesOf(context.db).inForce(key.year)
  if (servedOn > context.today()) return refuse('servedInFuture', { day: printDay(servedOn) })
  const opened = dayIn(key.year, '01-01')
  if (servedOn < opened) return refuse('followUpDayBefore', { day: printDay(opened) })
  return change(async tx => {
    const stored = await readCycle(tx, key.year, { forUpdate: true })
    const why = stored === undefined ? '没有这个年度' : whyNotServe(stored)
    if (why !== undefined) return refuse('noticeNotYet', { why })
    const number = sealInForce(stored!.seals)!.number
    const name = scored?.seal === number ? metOf(scored, key.unit, key.rule)?.name : undefined
    if (name === undefined) {
      const unit = scored?.units.get(key.unit)?.name ?? key.unit
      return refuse('noticeNotDue', {
        unit,
        name: scored?.scheme?.consequences.find(rule => rule.id === key.rule)?.name ?? key.rule,
      })
    }
    const before = await findNotice(tx, key)
    if (before !== undefined)
      return refuse('noticeAlreadyServed', { by: before.servedBy, on: printDay(before.servedOn) })
    const made = await insertNotice(tx, {
      ...key,
      seal: number,
      name,
      addressee: to,
      servedOn,
      text,
      servedBy: actor.name,
      servedAt: context.now().toISOString(),
    })
    if (made === undefined) return refuse('noticeAlreadyServed', { by: '他人', on: printDay(servedOn) })
    const event = {
      kind: 'noticeServed',
      year: key.year,
      unit: key.unit,
      values: { name, to, on: printDay(servedOn), number },
    } as const
    return { answer: presentNotice(made), events: [event] }
  })
}
