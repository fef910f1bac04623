import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { assignmentsOf } from './assignments.store.ts'
import { supervisedUnits } from './planContext.ts'
import { listInspectors } from './inspectors.store.ts'
import { listOpenVisits, listRounds, type OpenVisit, type StoredRound } from './rounds.store.ts'

/** The inspections that a person has to make, named one by one. */
const NAMED = 5

/** Lists what is under way in inspections: rounds not finished, visits not made in time, an inspector's own visits, and what a new year needs. */
export async function listVisitMatters(ground: MatterContext): Promise<Matter[]> {
  return [
    ...(await ownVisits(ground)),
    ...(await openRounds(ground)),
    ...(await preparation(ground)),
    ...(await supervision(ground)),
  ]
}

async function ownVisits({
  context,
  year,
  today,
  actor,
  may,
  forSeal,
  nameOf,
}: MatterContext): Promise<Matter[]> {
  if (forSeal || !may('inspect')) return []
  const due = (await assignmentsOf(context.db, actor.id, year)).filter(one => one.state === 'planned')
  const named = due.slice(0, NAMED).map(({ id, unit, roundName, plannedOn }): Matter => ({
    id,
    name: '核查',
    text: `核查${nameOf(unit)}`,
    who: roundName ?? '牵头单位核查',
    page: `/inspect?assignment=${id}`,
    due: plannedOn,
    urgent: plannedOn !== undefined && plannedOn < today,
    waits: true,
  }))
  const left = due.length - named.length
  if (left === 0) return named
  return [
    ...named,
    { id: 'visits', name: '核查', text: `核查其余${left}个单位`, page: '$year/rounds', waits: true },
  ]
}

async function openRounds(ground: MatterContext): Promise<Matter[]> {
  const { context, year } = ground
  const reach = await ground.reach('readRounds')
  const visits = (await listOpenVisits(context.db, year)).filter(visit => reach.has(visit.unit))
  if (visits.length === 0) return []
  const rounds = await listRounds(context.db, year)
  return [
    ...rounds.flatMap(round =>
      roundMatter(
        ground,
        round,
        visits.filter(visit => visit.round === round.id),
      ),
    ),
    ...leadMatter(
      ground,
      visits.filter(visit => visit.round === null),
    ),
  ]
}

function roundMatter(ground: MatterContext, round: StoredRound, visits: readonly OpenVisit[]): Matter[] {
  if (visits.length === 0) return []
  const { id, name, toDay } = round
  const late = visits.filter(visit => isLate(visit, ground.today))
  const some = late.length === 0 ? '' : `，其中${late.length}个已过安排的日期`
  const left = `${visits.length}个单位没有核查`
  return [
    {
      id: `round-${id}`,
      name: '核查',
      text: `“${name}”还有${visits.length}个单位没有核查${some}`,
      act:
        late.length === 0
          ? `催办“${name}”：${left}`
          : `催办“${name}”逾期未去的${late.length}个单位（共${left}）`,
      who: namesOf(late.length === 0 ? visits : late, ground),
      page: '$year/rounds',
      due: late[0]?.plannedOn ?? toDay,
      waits: ground.may('planRounds') && (late.length > 0 || toDay < ground.today),
      ...lateOf(ground, late, `核查逾期未去${late.length}个单位：“${name}”`),
      seal: 'warning',
    },
  ]
}

function leadMatter(ground: MatterContext, visits: readonly OpenVisit[]): Matter[] {
  const late = visits.filter(visit => isLate(visit, ground.today))
  if (late.length === 0) return []
  return [
    {
      id: 'leadVisits',
      name: '牵头单位核查',
      text: `牵头单位核查有${late.length}个单位已过安排的日期`,
      act: `补做牵头单位核查：${late.length}个单位已过安排的日期`,
      who: namesOf(late, ground),
      page: '$year/rounds',
      due: late[0]!.plannedOn ?? undefined,
      waits: ground.may('planLeadInspections'),
      ...lateOf(ground, late, `牵头单位核查逾期未去${late.length}个单位`),
      seal: 'warning',
    },
  ]
}

function lateOf({ nameOf }: MatterContext, late: readonly OpenVisit[], text: string): Pick<Matter, 'late'> {
  if (late.length === 0) return {}
  return { late: { text, since: late[0]!.plannedOn!, units: late.map(visit => nameOf(visit.unit)) } }
}

const UNITS_NAMED = 3

function namesOf(visits: readonly OpenVisit[], { nameOf }: MatterContext): string {
  const names = visits.slice(0, UNITS_NAMED).map(({ unit }) => nameOf(unit))
  return `${names.join('、')}${visits.length > UNITS_NAMED ? '等' : ''}`
}

function isLate({ plannedOn }: OpenVisit, today: string): boolean {
  return plannedOn !== null && plannedOn < today
}

/** A new year needs inspectors and a first round. */
async function preparation({ context, year, state, may, forSeal }: MatterContext): Promise<Matter[]> {
  if (forSeal || !may('planRounds') || state.kind !== 'open' || state.phase !== 'prepared') return []
  const active = (await listInspectors(context.db)).filter(one => one.active).length
  const rounds = await listRounds(context.db, year)
  return [
    ...(active === 0
      ? [
          {
            id: 'prepareInspectors',
            name: '核查人员',
            text: '登记核查人员',
            page: '$year/inspectors',
            waits: true,
          },
        ]
      : []),
    ...(rounds.length === 0
      ? [
          {
            id: 'prepareRound',
            name: '核查',
            text: '拟定第一季度的核查安排',
            page: '$year/rounds',
            waits: true,
          },
        ]
      : []),
  ]
}

/** Units under key supervision want a round of their own beside the others. (五（四）) */
async function supervision({
  context,
  year,
  state,
  may,
  forSeal,
  scored,
  nameOf,
}: MatterContext): Promise<Matter[]> {
  const { scheme, inputs, units } = scored
  if (forSeal || !may('planRounds') || state.kind !== 'open' || scheme === undefined) return []
  const ids = await supervisedUnits(context.db, year, { scheme, roster: inputs.roster, units })
  if (ids.length === 0 || (await listRounds(context.db, year)).some(({ supervised }) => supervised)) return []
  return [
    {
      id: 'supervisedRound',
      name: '核查',
      text: `为${ids.length}个重点督查单位拟定加查轮次`,
      who: ids.map(nameOf).join('、'),
      page: '$year/rounds',
      waits: true,
    },
  ]
}
