import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { findCycle, unitNames } from '../../office/roster/unit.store.ts'
import { countLoads, inspectorAccounts, listInspectors } from './inspectors.store.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

type InspectorsAnswer = Answered<'GET /api/years/:year/inspectors'>

/** An inspector, as the contract defines it. */
type InspectorPart = InspectorsAnswer['inspectors'][number]

/** Lists the inspectors by name, and the accounts that can be chosen; not available to units and lead units. */
export async function viewInspectors(
  context: AppContext,
  reach: Reach,
  year: number,
): Promise<InspectorsAnswer | Refusal> {
  if ((await findCycle(context.db, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
  if (!reach.all) return { inspectors: [], accounts: [] }
  const stored = await listInspectors(context.db)
  const accounts = await inspectorAccounts(context.db)
  const loads = await countLoads(context.db, year)
  const names = await unitNames(context.db, year)
  const usernames = new Map(accounts.map(one => [one.id, one.username]))
  const order = new Intl.Collator('zh')
  const taken = new Set(stored.map(one => one.account))
  return {
    inspectors: stored
      .map(({ id, name, account, homeUnit, leadGroup, active, revision }): InspectorPart => ({
        id,
        name,
        account: account ?? undefined,
        ...(account === null || !usernames.has(account) ? {} : { username: usernames.get(account)! }),
        ...(homeUnit === null ? {} : { homeUnit, homeName: names.get(homeUnit) ?? homeUnit }),
        ...(leadGroup === null ? {} : { leadGroup, leadGroupName: names.get(leadGroup) ?? leadGroup }),
        active,
        assigned: loads.get(id)?.assigned ?? 0,
        done: loads.get(id)?.done ?? 0,
        revision,
      }))
      .toSorted((one, other) => order.compare(one.name, other.name)),
    accounts: accounts
      .filter(one => !taken.has(one.id))
      .map(({ id, username, name }) => ({ id, username, name })),
  }
}
