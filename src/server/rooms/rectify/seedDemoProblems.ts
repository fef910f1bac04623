import type { ProblemStep } from '../../../contract/rectify/rectifyFields.ts'
import type { ProblemStanding } from '../../../domain/campaign/rectify/problemState.ts'
import { addDays, type Day, printQuarter } from '../../../domain/kernel/calendar.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { isLost } from './proposeProblems.ts'
import { insertProblems, insertSteps, type NewProblem, type NewStep } from './rectify.store.ts'
import { rectifyContextOf, signersOf } from './rectifyContext.ts'

/** How far the problems of the demo year are, one after the other: the standing, the days before today on which it was sent, and the days given from then on. */
const COURSES: readonly (readonly [ProblemStanding, sent: number, days: number])[] = [
  ['inProgress', 60, 90],
  ['confirmed', 120, 80],
  ['claimed', 90, 100],
  ['inProgress', 80, 60],
  ['sent', 6, 60],
  ['handedIn', 20, 70],
  ['confirmed', 150, 90],
  ['planReturned', 30, 70],
  ['drafted', 0, 0],
]

/** The steps that lead to a standing after it was sent, in their order. */
const WAY: readonly (readonly [ProblemStep, ProblemStanding])[] = [
  ['received', 'sent'],
  ['handedIn', 'handedIn'],
  ['vetted', 'inProgress'],
  ['progress', 'inProgress'],
  ['claimed', 'claimed'],
  ['checked', 'confirmed'],
]

const MOST_OF_ONE = 2
const CLERK = '单位联络员'
const SAID: Readonly<Partial<Record<ProblemStep, string>>> = {
  planReturned: '措施不具体，请写明每月由谁做什么。',
  vetted: '措施可行，同意。',
  progress: '已召开专题会议，正按方案补做。',
  claimed: '已按方案补齐，建立了按月检查的办法。',
  checked: '现场复查：整改到位，销号。查看记录，已补齐。',
}

/** Loads problems that the inspections of the demo year gave rise to, in every standing. */
export async function seedDemoProblems(
  tx: Transaction,
  context: AppContext,
  {
    scheme,
    roster,
    findings,
    today,
  }: {
    readonly scheme: Scheme
    readonly roster: Roster
    readonly findings: readonly Finding[]
    readonly today: Day
  },
): Promise<void> {
  const units = new Map(roster.units.map(unit => [unit.id, unit]))
  const ground = rectifyContextOf({ scheme, roster, units }, [])
  const rows = new Map(scheme.rubrics.flatMap(rubric => rubric.rows.map(row => [row.id, row] as const)))
  const kept = new Map<string, Set<string>>()
  // One unit in three has none, as in a real year.
  const spared = new Set(roster.units.filter((_, at) => at % 3 === 2).map(({ id }) => id))
  const problems: (NewProblem & { readonly id: string })[] = []
  const steps: NewStep[] = []
  for (const { unit, row: rowId, rule: ruleId, quarter } of findings) {
    const row = rows.get(rowId)
    const rule = row?.rules.find(one => one.id === ruleId)
    if (row === undefined || rule === undefined || !isLost(rule)) continue
    const own = kept.get(unit) ?? new Set()
    if (quarter === 4 || spared.has(unit) || own.size === MOST_OF_ONE || own.has(rowId)) continue
    kept.set(unit, own.add(rowId))
    const [standing, sent, days] = COURSES[problems.length % COURSES.length]!
    const sentOn = addDays(today, -sent)
    const at = `${sentOn}T02:00:00Z`
    const id = context.newId()
    const signers = signersOf(ground, unit)
    const isPlanned = standing !== 'drafted' && standing !== 'sent'
    const isVetted = ['inProgress', 'claimed', 'confirmed'].includes(standing)
    problems.push({
      id,
      year: scheme.cycle,
      unit,
      standing,
      // As if taken from what was proposed, which then does not propose it again.
      origin: 'inspection',
      sourceKey: `lost:${rowId}`,
      source: `${printQuarter(quarter!)}核查`,
      row: rowId,
      rule: ruleId,
      citation: row.citation,
      text: `${row.title}：${rule.text}`,
      draftedById: SYSTEM_ACTOR.id,
      draftedBy: '考核办',
      changedBy: '考核办',
      changedAt: at,
      ...(standing !== 'drafted' && {
        sentOn,
        objectUntil: addDays(sentOn, 5),
        planBy: addDays(sentOn, 15),
        reviews: signers.bodies.map(body => ({ body, byId: SYSTEM_ACTOR.id })),
      }),
      ...(isPlanned && {
        receivedOn: addDays(sentOn, 1),
        cause: '分工不明，平时检查少。',
        remedy: '明确专人，按月检查，缺的限期补做。',
        owner: '机关党支部书记',
        deadline: addDays(sentOn, days),
      }),
      ...(isVetted && { vets: signers.vetters.map(body => ({ body, byId: SYSTEM_ACTOR.id })) }),
      ...(['claimed', 'confirmed'].includes(standing) && { claimedById: SYSTEM_ACTOR.id }),
    })
    steps.push(...historyOf(context, { id, standing, sentOn, vetters: signers.vetters }))
  }
  await insertProblems(tx, problems)
  await insertSteps(tx, steps)
}

function historyOf(
  context: AppContext,
  {
    id,
    standing,
    sentOn,
    vetters,
  }: {
    readonly id: string
    readonly standing: ProblemStanding
    readonly sentOn: Day
    readonly vetters: readonly string[]
  },
): NewStep[] {
  const stepAt = (kind: ProblemStep, days: number, by: string, body = ''): NewStep => {
    const on = addDays(sentOn, days)
    const at = `${on}T02:00:00Z`
    return {
      id: context.newId(),
      problem: id,
      kind,
      body,
      byId: SYSTEM_ACTOR.id,
      by,
      on,
      at,
      text: SAID[kind] ?? '',
    }
  }
  const drafted = stepAt('drafted', standing === 'drafted' ? 0 : -5, '考核办')
  if (standing === 'drafted') return [drafted]
  const before = [drafted, stepAt('sent', 0, '考核办')]
  if (standing === 'sent') return before
  if (standing === 'planReturned')
    return [
      ...before,
      stepAt('received', 1, CLERK),
      stepAt('handedIn', 9, CLERK),
      stepAt('planReturned', 12, '考核办', 'committee'),
    ]
  const last = WAY.findLastIndex(([, reached]) => reached === standing)
  const taken = WAY.slice(0, last + 1).flatMap(([kind], at) =>
    kind === 'vetted'
      ? vetters.map(body => stepAt(kind, 12, '考核办', body))
      : [stepAt(kind, [1, 9, 12, 25, 40, 48][at]!, kind === 'checked' ? '核查组' : CLERK)],
  )
  return [...before, ...taken]
}
