import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { type LeadDutyRow, readLeadDuty } from '../routine/leadDuty.store.ts'

const AT = { name: '牵头职责', page: '$year/leadDuty', waits: true }

/** Lists the deductions for lead duty that a lead unit may still object to, and for the committee the objections that wait for an answer; both end with the seal. (六（四）) */
export async function listDutyMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, may } = ground
  const isOffice = may('recordLeadDuty')
  if (!isOffice && !may('replyFindings')) return []
  const standing = (await readLeadDuty(context.db, year)).filter(({ withdrawnAt }) => withdrawnAt === null)
  return isOffice ? toAnswer(standing) : toObject(ground, standing)
}

function toAnswer(standing: readonly LeadDutyRow[]): Matter[] {
  const open = standing.filter(({ objection, answer }) => objection !== null && answer === null)
  if (open.length === 0) return []
  return [
    {
      ...AT,
      id: 'dutyObjections',
      text: `对牵头职责扣分的异议有${open.length}条待答复`,
      act: `答复对牵头职责扣分的异议${open.length}条`,
      seal: 'warning',
    },
  ]
}

function toObject({ actor, stored }: MatterContext, standing: readonly LeadDutyRow[]): Matter[] {
  const own = new Set(actor.grants.flatMap(({ unit }) => unit ?? []))
  const open = standing.filter(({ unit, objection }) => own.has(unit) && objection === null)
  if (open.length === 0 || stored.row.sealed) return []
  const text = `查看本单位的牵头职责扣分${open.length}条`
  return [{ ...AT, id: 'dutyRecorded', text, who: '有异议的，在结果封存前提出' }]
}
