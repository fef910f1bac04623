import type { z } from 'zod'
import type { sealCheck, sealChecks } from '../../../contract/results/sealSchema.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { listInputFaults } from '../../../files/results/listInputFaults.ts'
import { missingSentences } from '../../../domain/score/missing.ts'
import { decideCycle } from '../../../domain/year/lifecycle/decideCycle.ts'
import type { CycleState } from '../../../domain/year/lifecycle/cycleState.ts'
import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import type { Issue, IssueKind } from '../../../domain/score/outcome.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type AskedYear, askMatters, type ListMatters, listMatters } from '../due/matter.ts'
import { hasUndecided, mattersToDecide } from '../due/mattersToDecide.ts'
import { mendOf } from '../due/listDue.ts'
import { newFaults } from '../../office/roster/rosterEdit.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCycle, stateOf } from '../lifecycle.store.ts'
import { outcomesOf } from '../outcome/outcomeCache.ts'
import type { ScoredYear } from '../outcome/scoredYear.ts'

/** One check before sealing. */
type SealCheck = z.output<typeof sealCheck>

type Item = SealCheck['items'][number]

const MOST_NAMED = 50

/** Checks before sealing: each condition for sealing (封存) the figures, in a sentence, with where to correct it. (五（一）, R19) */
export async function checkSeal(
  context: AppContext,
  rooms: readonly ListMatters[],
  year: number,
): Promise<z.output<typeof sealChecks> | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  const stored = await readCycle(context.db, year)
  if (scored === undefined || stored === undefined) return refuse('notFound', { what: `${year}年度` })
  const state = stateOf(stored, {})
  const checks = [
    phaseCheck(state, context),
    ...(await checkAll(rooms, { context, year, scored, stored, state })),
  ]
  return {
    year,
    revision: scored.revision,
    maySeal: checks.every(check => check.state !== 'blocked'),
    checks,
  }
}

/** Checks the figures and what is under way, whatever phase the year is in. */
export async function checkAll(rooms: readonly ListMatters[], asked: AskedYear): Promise<SealCheck[]> {
  return [...listChecks(asked.scored, asked.state), ...(await checkUnderWay(rooms, asked))]
}

/** Checks what is under way in any room: objections undecided, replies running, rounds, tests and boards not closed. */
async function checkUnderWay(rooms: readonly ListMatters[], asked: AskedYear): Promise<SealCheck[]> {
  const found = (await listMatters(rooms, askMatters(asked))).flatMap(matter => {
    const { id, name, text, late, seal } = matter
    const items = (late?.units ?? []).map((unit): Item => ({ text: unit }))
    return seal === undefined ? [] : [check(id, name, text, seal, items, mendOf(matter))]
  })
  return found.length > 0
    ? found
    : [check('underWay', '各项工作', '没有未办结的异议、答复、核查、测试和评定')]
}

function listChecks(scored: ScoredYear, state: CycleState): SealCheck[] {
  const { outcome, scheme } = scored
  if (scheme === undefined)
    return [
      check('scheme', '方案', '年度还没有采用方案', 'blocked', [], { page: '$year/scheme', part: 'rulings' }),
    ]
  const found = [rulingsCheck(scored), assumedCheck(scored), rosterCheck(scored), factsCheck(scored)]
  return outcome === undefined ? found : [...found, ...outcomeChecks(scored, outcome, state)]
}

function phaseCheck(state: CycleState, context: AppContext): SealCheck {
  const decided = decideCycle(state, { do: 'seal' }, context.today())
  return isRefusal(decided)
    ? check('phase', '阶段', sentenceOfRefusal(decided), 'blocked', [], { page: '$year/year/phases' })
    : check('phase', '阶段', state.kind === 'correcting' ? '正在更正，可以重新封存' : '已到汇总计分阶段')
}

function rulingsCheck({ refusals }: ScoredYear): SealCheck {
  const items = refusals.map((refusal): Item => ({
    text: sentenceOfRefusal(refusal),
    mend: { page: '$year/scheme', part: 'rulings' },
  }))
  return items.length === 0
    ? check('rulings', '口径', '计分要用的口径都有答复')
    : check('rulings', '口径', `有${items.length}条口径或方案事项未定，不能计分`, 'blocked', items, {
        page: '$year/scheme',
      })
}

function assumedCheck({ scheme }: ScoredYear): SealCheck {
  const assumed = scheme!.rulings.filter(ruling => ruling.state === 'assumed' && ruling.topic !== 'note')
  const items = assumed.map(({ question, text }): Item => ({
    text: `“${question}”：${text}`,
    mend: { page: '$year/scheme', part: 'rulings' },
  }))
  return items.length === 0
    ? check('assumed', '暂定口径', '没有暂定的口径')
    : check(
        'assumed',
        '暂定口径',
        `有${items.length}条口径暂按默认、尚未确认，可以封存，建议先确认`,
        'warning',
        items,
        { page: '$year/scheme', part: 'rulings' },
      )
}

function rosterCheck({ scheme, inputs }: ScoredYear): SealCheck {
  const faults = newFaults(scheme!, { units: [], holders: [] }, inputs.roster)
  return faults.length === 0
    ? check('roster', '名册', `名册${inputs.roster.units.length}个单位，没有错处`)
    : check(
        'roster',
        '名册',
        `名册有${faults.length}处错误`,
        'blocked',
        faults.map(text => ({ text })),
        { page: '$year/roster' },
      )
}

const looked = new WeakMap<ScoredYear, readonly string[]>()

/** Checks whether the facts still fit the roster and the scheme; computed once per outcome. */
function factsCheck(scored: ScoredYear): SealCheck {
  const { scheme, inputs } = scored
  let faults = looked.get(scored)
  if (faults === undefined) {
    const facts = { format: 'hengping-facts/1' as const, roster: inputs.roster, ...inputs.facts }
    faults = listInputFaults({ scheme, facts, history: { format: 'hengping-history/1', years: [] } } as never)
    looked.set(scored, faults)
  }
  return faults.length === 0
    ? check('facts', '事实', '录入的事实都符合方案和名册')
    : check(
        'facts',
        '事实',
        `有${faults.length}处事实不符合方案或名册`,
        'blocked',
        faults.map(text => ({ text })),
        { page: '$year/year/missing' },
      )
}

function outcomeChecks(scored: ScoredYear, outcome: CycleOutcome, state: CycleState): readonly SealCheck[] {
  const { components, composites } = outcome
  const people = issuesAs(outcome, 'noAppraisee', '$year/roster')
  const history = issuesAs(outcome, 'historyMissing', '$year/units')
  const others = mattersToDecide(scored, state).map(({ text, unit }): Item => ({
    text,
    unit,
    mend: { page: '$year/decisions' },
  }))
  const blocking = components.prepared.rulings.find('missingComponent')?.answer === 'block'
  const missing = components.columns.flatMap(({ component, missing: reasons }) =>
    components.appraisees.flatMap(({ unit, name }, at): Item[] => {
      const reason = reasons[at]
      if (reason === undefined) return []
      const { name: title } = component.component
      return [
        {
          text: `${name}缺“${title}”：${missingSentences[reason]}`,
          unit,
          mend: { page: '$year/decisions' },
        },
      ]
    }),
  )
  const none = components.appraisees.length === 0
  const all = composites.points.filter(points => !Number.isNaN(points)).length
  return [
    none
      ? check('appraisees', '考核对象', '没有一个考核对象', 'blocked', [], { page: '$year/roster' })
      : people.length > 0
        ? check('appraisees', '考核对象', `有${people.length}个单位没有考核对象`, 'warning', people, {
            page: '$year/roster',
          })
        : check('appraisees', '考核对象', `${components.appraisees.length}个单位都有考核对象`),
    missing.length === 0
      ? check('components', '分项得分', `${all}个考核对象各分项都有得分`)
      : check(
          'components',
          '分项得分',
          blocking
            ? `有${missing.length}项缺分，不能封存；请补录，或由考核组织者作出决定`
            : `有${missing.length}项缺分，已按口径处理`,
          blocking ? 'blocked' : 'warning',
          missing,
          { page: '$year/decisions' },
        ),
    others.length === 0
      ? check('issues', '待研究事项', '没有须由考核组织者研究的事项')
      : check(
          'issues',
          '待研究事项',
          `有${others.length}项须由考核组织者研究`,
          hasUndecided(outcome) ? 'blocked' : 'warning',
          others,
          {
            page: '$year/decisions',
          },
        ),
    historyCheck(scored, history),
  ]
}

/** No history is not complete history: what depends on several years can then not be told. */
function historyCheck({ scheme, inputs }: ScoredYear, lacking: readonly Item[]): SealCheck {
  const overYears = scheme!.consequences.some(rule => rule.years !== undefined)
  if (!overYears) return check('history', '历年结果', '方案没有跨年度的结果运用，用不到历年结果')
  if (inputs.history.years.length === 0)
    return check(
      'history',
      '历年结果',
      '没有历年结果，跨年度的结果运用（如连续两年）这次不能判断；有历年结果的请先导入',
      'warning',
      [],
      { page: '$year/imports' },
    )
  return lacking.length === 0
    ? check('history', '历年结果', '跨年度结果运用所需的历年结果齐全')
    : check(
        'history',
        '历年结果',
        `有${lacking.length}个单位缺历年结果，跨年度的结果运用不能确定`,
        'warning',
        lacking,
        { page: '$year/imports' },
      )
}

function issuesAs({ issues }: CycleOutcome, kind: IssueKind, page: string): Item[] {
  return issues.filter(issue => issue.kind === kind).map(itemOf(page))
}

/** Presents an issue; one of no unit is looked at in the ranking. */
function itemOf(page: string) {
  return ({ text, unit }: Issue): Item => ({
    text,
    unit,
    mend: { page: unit === undefined ? '$year/decisions' : `${page}/${encodeURIComponent(unit)}` },
  })
}

function check(
  id: SealCheck['id'],
  name: string,
  sentence: string,
  state: SealCheck['state'] = 'passed',
  items: readonly Item[] = [],
  mend?: SealCheck['mend'],
): SealCheck {
  return {
    id,
    name,
    state,
    sentence,
    total: items.length,
    items: items.slice(0, MOST_NAMED),
    mend,
  }
}
