import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { readLeadDuty } from '../routine/leadDuty.store.ts'

/** Lists the objections to deductions for lead duty that wait for an answer; they are to be answered before the seal. (六（四）) */
export async function listDutyMatters({ context, year, may }: MatterContext): Promise<Matter[]> {
  if (!may('recordLeadDuty')) return []
  const open = (await readLeadDuty(context.db, year)).filter(
    ({ objection, answer, withdrawnAt }) => objection !== null && answer === null && withdrawnAt === null,
  )
  if (open.length === 0) return []
  return [
    {
      id: 'dutyObjections',
      name: '牵头职责',
      text: `对牵头职责扣分的异议有${open.length}条待答复`,
      act: `答复对牵头职责扣分的异议${open.length}条`,
      page: '$year/leadDuty',
      waits: true,
      seal: 'warning',
    },
  ]
}
