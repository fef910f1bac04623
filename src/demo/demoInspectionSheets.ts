import type { CycleFacts, Finding, Visit } from '../domain/year/facts/facts.ts'
import { addWorkingDays, type Day, type Quarter } from '../domain/kernel/calendar.ts'
import type { FindingState } from '../domain/campaign/sheet/sheetState.ts'
import type { Roster } from '../domain/year/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { startOf, throwBelow } from './dice.ts'

/** A demo finding (核查情况) as recorded, with the unit's reply and the decision. `dropped` ones are not facts. */
interface DemoSheetFinding {
  readonly body: Finding
  readonly state: FindingState
  readonly reason?: string
  readonly repliedOn?: Day
  readonly ruling?: string
  readonly decidedOn?: Day
  readonly before?: string
}

/** A demo inspection sheet (核查表): one for each visit of the facts. */
export interface DemoSheet {
  readonly unit: string
  readonly quarter: Quarter
  readonly kind: 'committee' | 'leadUnit'
  readonly visitedOn: Day
  readonly signedOn: Day
  readonly due: Day
  /** who signed for the unit; absent where it refused. */
  readonly signer?: string
  readonly findings: readonly DemoSheetFinding[]
}

/** The request for demo inspection sheets (核查表). */
interface DemoSheetsRequest {
  readonly seed: number
  readonly today: Day
  readonly roster: Roster
  readonly scheme: Scheme
  readonly facts: CycleFacts
}

const REPLY_DAYS = 5
const OPEN_OBJECTIONS = 5
const OBJECTIONS = [
  '会议记录和签到表在核查时未及时提供，现予补充，请核减',
  '其中一次因全州统一会议改期，次月已补开，不应计为缺次',
  '材料存于下属支部，核查当日未能调取，实际已按要求完成',
  '对应人员当月已调出本单位，不应计入',
  '该项工作由牵头单位统一组织，本单位已按安排参加',
] as const
const UPHELD = ['经核对原始记录，情况属实，予以维持', '补充材料形成于核查之后，不予采信，予以维持'] as const
const CHANGED = '经核对，其中一次确已补开，按实际次数改定'
const DROPPED = '经核对，单位已有相应材料，原认定不当，予以撤销'

/** Generates the inspection sheets (核查表) from the unchanged facts: each visit with its findings; most replies accept, some objections are decided, a few of the last quarter are pending. */
export function demoInspectionSheets(request: DemoSheetsRequest): readonly DemoSheet[] {
  const { facts, roster, scheme } = request
  const rows = new Set(scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)))
  const byVisit = Map.groupBy(
    facts.findings.filter(finding => rows.has(finding.row) && finding.quarter !== undefined),
    keyOf,
  )
  const answering = lateSigned(roster, facts.visits, byVisit)
  const secretaries = new Map(roster.holders.map(holder => [holder.unit, holder.name]))
  const waiting = chooseWaiting(facts.visits, byVisit, answering)
  return facts.visits.flatMap((visit, at): DemoSheet[] =>
    visit.heldOn === undefined
      ? []
      : [
          makeSheet(request, { ...visit, heldOn: visit.heldOn }, at, byVisit.get(keyOf(visit)) ?? [], {
            secretaries,
            waiting,
            answering,
          }),
        ],
  )
}

function keyOf({ unit, quarter, by }: Visit | Finding): string {
  return `${unit}\n${quarter ?? ''}\n${by ?? 'committee'}`
}

/** Chooses some visits of the last quarter, spread evenly, each with one undecided objection. */
function chooseWaiting(
  visits: readonly Visit[],
  byVisit: ReadonlyMap<string, readonly Finding[]>,
  answering: ReadonlySet<string>,
): ReadonlySet<string> {
  const last = visits.filter(visit => visit.quarter === 4 && visit.by !== 'leadUnit').map(keyOf)
  const found = last.filter(key => byVisit.has(key) && !answering.has(key))
  const step = Math.max(1, Math.floor(found.length / OPEN_OBJECTIONS))
  return new Set(found.filter((_, at) => at % step === 0).slice(0, OPEN_OBJECTIONS))
}

interface Chosen {
  readonly secretaries: ReadonlyMap<string, string>
  readonly waiting: ReadonlySet<string>
  readonly answering: ReadonlySet<string>
}

/** Returns the last sheets with findings of the largest lead group's head and first member, whose people sign in to the demo; they were signed late and still await a reply. */
function lateSigned(
  { units }: Roster,
  visits: readonly Visit[],
  byVisit: ReadonlyMap<string, readonly Finding[]>,
): ReadonlySet<string> {
  const groups = Map.groupBy(
    units.filter(unit => unit.leadUnit !== undefined),
    unit => unit.leadUnit!,
  )
  const [largest] = [...groups].toSorted(([, one], [, other]) => other.length - one.length)
  const late = largest === undefined ? [] : [largest[0], largest[1][0]!.id]
  return new Set(
    late.flatMap(unit => {
      const own = visits.filter(
        visit => visit.unit === unit && visit.by !== 'leadUnit' && byVisit.has(keyOf(visit)),
      )
      const last = own.toSorted((one, other) => one.quarter - other.quarter).at(-1)
      return last === undefined ? [] : [keyOf(last)]
    }),
  )
}

function makeSheet(
  { seed, today, scheme }: DemoSheetsRequest,
  visit: Visit & { readonly heldOn: Day },
  at: number,
  found: readonly Finding[],
  { secretaries, waiting, answering }: Chosen,
): DemoSheet {
  const { unit, quarter, by: kind = 'committee', heldOn } = visit
  const state = startOf(seed ^ 0x5ee7, at)
  const isAnswering = answering.has(keyOf(visit))
  const signedOn = isAnswering ? today : heldOn
  const due = addWorkingDays(signedOn, REPLY_DAYS)
  const findings = found.map((body, nth): DemoSheetFinding => {
    if (isAnswering) return { body, state: 'open' }
    if (nth === 0 && waiting.has(keyOf(visit))) return objected(body, state, heldOn)
    return answered(body, startOf(state, nth), heldOn, due < today)
  })
  const extra =
    kind === 'committee' && quarter < 4 && throwBelow(state, 9, 60) === 0
      ? droppedFinding(scheme, visit, found)
      : []
  const signer = secretaries.get(unit)
  const refused = throwBelow(state, 5, 90) === 0
  return {
    unit,
    quarter,
    kind,
    visitedOn: heldOn,
    signedOn,
    due,
    ...(signer === undefined || refused ? {} : { signer }),
    findings: [...findings, ...extra],
  }
}

function objected(body: Finding, state: number, heldOn: Day): DemoSheetFinding {
  return {
    body,
    state: 'objected',
    reason: OBJECTIONS[throwBelow(state, 2, OBJECTIONS.length)]!,
    repliedOn: addWorkingDays(heldOn, 3),
  }
}

/** Adds the reply: about seventy in a hundred accept, twenty do not reply, the others object and get a decision. */
function answered(body: Finding, state: number, heldOn: Day, past: boolean): DemoSheetFinding {
  const thrown = throwBelow(state, 1, 100)
  if (thrown < 72) return { body, state: 'accepted', repliedOn: addWorkingDays(heldOn, 1 + (thrown % 4)) }
  if (thrown < 95 || !past) return { body, state: 'open' }
  const decided = { ...objected(body, state, heldOn), decidedOn: addWorkingDays(heldOn, 7) }
  if (thrown < 98 || body.persons !== undefined || body.amount !== undefined) {
    return { ...decided, state: 'upheld', ruling: UPHELD[thrown % UPHELD.length]! }
  }
  return { ...decided, state: 'changed', ruling: CHANGED, before: `${body.row}，${body.count + 1}次（项）` }
}

/** Returns a dropped finding, which is not a fact of the year and affects no score. */
function droppedFinding(
  scheme: Scheme,
  visit: Visit & { readonly heldOn: Day },
  found: readonly Finding[],
): readonly DemoSheetFinding[] {
  const rows = scheme.rubrics[0]?.rows ?? []
  for (const row of rows) {
    const rule = row.rules.find(one => one.form === 'flat')
    if (rule === undefined || row.tiers !== undefined || found.some(one => one.row === row.id)) continue
    const { unit, quarter, heldOn } = visit
    const body: Finding = {
      unit,
      row: row.id,
      rule: rule.id,
      count: 1,
      quarter,
      by: 'committee',
      foundOn: heldOn,
    }
    const decidedOn = addWorkingDays(heldOn, 6)
    return [
      {
        body,
        state: 'dropped',
        reason: OBJECTIONS[0],
        repliedOn: addWorkingDays(heldOn, 2),
        ruling: DROPPED,
        decidedOn,
      },
    ]
  }
  return []
}
