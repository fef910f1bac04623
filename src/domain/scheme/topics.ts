import { dayIn, isDay } from '../kernel/calendar.ts'
import { toDecimal } from '../kernel/points.ts'
import { checkOverallGrades } from './checks/checkOverallGrades.ts'
import { checkQuotas } from './checks/checkQuotas.ts'
import { type PlacedAnswer, RULING_SCOPE } from './checks/eachAnswer.ts'
import { eachRule } from './checks/eachRule.ts'
import { knownIds } from './checks/knownIds.ts'
import { checkAmong, placed, placedKeys } from './checks/reference.ts'
import { formOf, type RuleForm } from './forms/ruleForms.ts'
import { methodKinds, methodTopics } from './methods.ts'
import type { RulingAnswers, RulingTopic } from './ruling.ts'
import type { Scheme } from './scheme.ts'
import { type FaultPath, type Found, found } from './schemeFault.ts'

/** The parts of a rule that may require a ruling, as the engine or a file holds it. */
interface RuledRule {
  readonly form: RuleForm
  readonly unclear?: boolean
  readonly limit?: unknown
}

/** One topic of rulings (口径事项): when a scheme requires an answer, where it applies, and which answers are wrong. Its words are in `contract/scheme/topics.ts`. */
interface Topic<T extends RulingTopic> {
  /** Whether a scheme as a whole requires an answer; methods state their own requirements. */
  readonly isNeeded?: (scheme: Scheme) => boolean
  /** Whether an answer has an effect though none is required. */
  readonly acts?: (scheme: Scheme) => boolean
  /** What the engine takes while a scheme has no answer; its check then only warns. */
  readonly usual?: RulingAnswers[T]
  /** What `isNeeded` reads; while that is broken, the need is unknown. */
  readonly reads?: readonly FaultPath[]
  /** The rules to which the answer applies. */
  readonly ofRule?: (rule: RuledRule) => boolean
  readonly check?: (placed: PlacedAnswer<T>, scheme: Scheme) => Iterable<Found>
}

const always = (): boolean => true
const rowPaths = (...tail: readonly string[]): readonly FaultPath[] => [
  ['rubrics', '*', 'rows', '*', ...tail],
  ['lists', '*', ...tail],
]

/** The topics of rulings (口径事项), without those that need no definition here because only a method, or nothing, requires them. (R1-R23) */
export const rulingTopics: { readonly [T in RulingTopic]?: Topic<T> } = {
  rounding: { isNeeded: always },
  missingComponent: {
    isNeeded: ({ components }) => components.length > 0,
    reads: [['components']],
  },
  ties: {
    isNeeded: always,
    check: ({ answer, path }, scheme) =>
      checkAmong(knownIds(scheme).component, placed(answer.breakBy, [...path, 'breakBy'])),
  },
  rankingScope: { isNeeded: always, check: checkRankingScope },
  smallCohort: { isNeeded: always },
  overallGrades: {
    isNeeded: always,
    *check(answer, scheme) {
      yield* checkGradeReferences(answer, scheme)
      yield* checkOverallGrades(answer, scheme)
      yield* checkQuotas(answer, scheme)
    },
  },
  midYearChange: {
    isNeeded: always,
    check: ({ answer, path }, { cycle }) =>
      answer.answers === 'holderOnDay' ? checkMonthDay(cycle, answer.day, [...path, 'day']) : [],
  },
  rowFloor: {
    isNeeded: scheme =>
      scheme.rubrics.some(({ rows }) =>
        rows.some(row => row.floor === undefined && row.rules.some(rule => formOf(rule).effect !== 'adds')),
      ),
    reads: [
      ['rubrics', '*', 'rows', '*', 'floor'],
      ['rubrics', '*', 'rows', '*', 'rules', '*', 'form'],
    ],
  },
  bonusCap: {
    isNeeded: scheme => rulesOf(scheme).some(rule => formOf(rule).topic?.name === 'bonusCap'),
    reads: rowPaths('rules', '*', 'form'),
    ofRule: rule => formOf(rule).topic?.name === 'bonusCap',
  },
  bonusOrder: {
    isNeeded: scheme =>
      scheme.rubrics.some(({ rows }) =>
        rows.some(
          ({ floor, rules }) =>
            floor !== 'negative' &&
            rules.some(rule => formOf(rule).effect === 'adds') &&
            rules.some(rule => formOf(rule).effect === 'deducts'),
        ),
      ),
    usual: 'afterFloor',
    reads: rowPaths('rules', '*', 'form'),
    ofRule: rule => formOf(rule).effect === 'adds',
  },
  discretionary: {
    isNeeded: scheme => rulesOf(scheme).some(rule => formOf(rule).topic?.name === 'discretionary'),
    reads: rowPaths('rules', '*', 'form'),
    ofRule: rule => formOf(rule).topic?.name === 'discretionary' && rule.limit === undefined,
    check: checkDiscretionary,
  },
  unclearUnit: {
    isNeeded: scheme => rulesOf(scheme).some(rule => rule.unclear === true),
    reads: rowPaths('rules', '*', 'unclear'),
    ofRule: rule => rule.unclear === true,
  },
  doubleCounting: {
    isNeeded: scheme =>
      scheme.components.some(({ methods }) => methods.some(method => method.kind === 'ledger')) &&
      rulesOf(scheme).some(rule => rule.counter !== undefined),
    reads: [...rowPaths('rules', '*', 'counter'), ['components', '*', 'methods', '*', 'kind']],
    check: ({ answer, path }, scheme) =>
      checkAmong(knownIds(scheme).counter, placed(answer.counters, [...path, 'counters'])),
  },
  streakFollows: {
    isNeeded: scheme => scheme.consequences.some(rule => rule.years !== undefined && rule.on === 'appraisee'),
    reads: [
      ['consequences', '*', 'years'],
      ['consequences', '*', 'on'],
    ],
  },
  performanceConversion: {
    isNeeded: scheme => scheme.conversions.length > 0,
    check: ({ answer, ruling, path }) => checkPercent(answer.percent, ruling, [...path, 'percent']),
  },
  compositeFloor: { acts: scheme => scheme.lists.length + scheme.vetoes.length > 0 },
  reportSides: {
    isNeeded: ({ report }) =>
      report?.shares !== undefined &&
      report.shares.length > 0 &&
      report.sections.some(({ meaning }) => meaning === 'practice' || meaning === 'lastYear'),
    reads: [['report']],
  },
  smallClasses: {
    isNeeded: ({ meetings = [] }) => meetings.length > 0,
    usual: { least: 5, small: 'merge' },
    reads: [['meetings']],
  },
  dualDebriefs: {
    isNeeded: ({ counters }) => counters.some(({ from }) => from === 'undebriefedSecretaries'),
    acts: always,
    usual: 'two',
    reads: [['counters', '*', 'from']],
  },
  reportDue: {
    check: ({ answer, path }, { cycle }) => checkMonthDay(cycle, answer.due, [...path, 'due']),
  },
  knowledgeTest: {
    acts: scheme =>
      scheme.components.some(({ methods }) => methods.some(({ kind }) => methodKinds[kind].isInspected)),
    check: checkExamRuling,
  },
  leadInspections: {
    check: ({ answer, ruling, path }) =>
      answer.use === 'weighted' ? checkPercent(answer.percent, ruling, [...path, 'percent']) : [],
  },
  ledgerTariff: {
    check: ({ answer, path }, scheme) =>
      checkAmong(knownIds(scheme).counter, placedKeys(answer.tariff, [...path, 'tariff'])),
  },
}

/** A required ruling (所需口径): a topic on which a scheme needs an answer, and the component that needs it, if any. (R1-R23) */
export interface NeededTopic {
  readonly topic: RulingTopic
  readonly component?: string
}

/** Returns the topics that a scheme requires (口径事项): what its methods, rules and results would otherwise have to guess. */
export function neededTopics(scheme: Scheme): readonly NeededTopic[] {
  const needed = neededOf(scheme).filter(topic => rulingTopics[topic]!.usual === undefined)
  const ofMethods = scheme.components.flatMap(({ id, methods }) =>
    [...new Set(methods.flatMap(methodTopics))].map(topic => ({ topic, component: id })),
  )
  return [...needed.map(topic => ({ topic })), ...ofMethods]
}

/** Returns the topics on which a scheme needs an answer but has a usual one (有通常答案的口径事项). */
export function usualTopics(scheme: Scheme): readonly RulingTopic[] {
  return neededOf(scheme).filter(topic => rulingTopics[topic]!.usual !== undefined)
}

function neededOf(scheme: Scheme): readonly RulingTopic[] {
  return (Object.keys(rulingTopics) as RulingTopic[]).filter(topic => rulingTopics[topic]?.isNeeded?.(scheme))
}

/** Returns the topics that apply to a rule (口径事项). */
export function topicsOfRule(rule: RuledRule): readonly RulingTopic[] {
  return (Object.keys(rulingTopics) as RulingTopic[]).filter(topic => rulingTopics[topic]?.ofRule?.(rule))
}

/** Checks the answers of rulings (口径的答案) beyond their shape: ids exist, amounts are above zero, percentages are at most 100, days are real. */
export function* checkTopics(scheme: Scheme): Generator<Found> {
  const { component } = knownIds(scheme)
  for (const [at, ruling] of scheme.rulings.entries()) {
    yield* checkAmong(component, [[ruling.component, ['rulings', at, 'component']]])
    if (ruling.answer === undefined) continue
    const placing = { ruling, answer: ruling.answer, path: ['rulings', at, 'answer'] }
    yield* rulingTopics[ruling.topic]?.check?.(placing as never, scheme) ?? []
  }
}

/** Checks that a month and day (月日) exist in a year. (R15, R21) */
export function checkMonthDay(year: number, text: string, path: FaultPath): readonly Found[] {
  if (isDay(dayIn(year, text))) return []
  const values = { field: String(path.at(-1)), text, wanted: 'monthDay' } as const
  return [found('dateUnreal', path, values, { reads: [path, ['cycle']] })]
}

function rulesOf(scheme: Scheme) {
  return [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists].flatMap(row => row.rules)
}

function checkPercent(
  percent: number,
  { id, citation }: { readonly id: string; readonly citation: string },
  path: FaultPath,
): readonly Found[] {
  if (percent > 0 && percent <= 100_000) return []
  return [found('percentOutOfRange', path, { ruling: id, percent: percent / 1000 }, { citation })]
}

/** Checks that a ranking by cohort has cohorts. (R10) */
function checkRankingScope(
  { answer, ruling, path }: PlacedAnswer<'rankingScope'>,
  scheme: Scheme,
): readonly Found[] {
  if (answer !== 'byCohort' || scheme.cohorts.length > 0) return []
  const more = { citation: ruling.citation, reads: [path, ['cohorts'], ...RULING_SCOPE] }
  return [found('cohortsMissing', path, { needed: 'rankingScope' }, more)]
}

/** Checks that step and limit are above zero. (R14) */
function* checkDiscretionary({ answer, ruling, path }: PlacedAnswer<'discretionary'>): Generator<Found> {
  for (const field of ['step', 'limit'] as const) {
    const amount = answer[field]
    if (amount === 'row' || amount > 0) continue
    const values = { kind: 'ruling', id: ruling.id, field, amount: toDecimal(amount) } as const
    yield found('amountNotPositive', [...path, field], values, { citation: ruling.citation })
  }
}

/** Checks that the grades and components named by quotas and preconditions exist. (R12) */
function* checkGradeReferences(
  { answer, path }: PlacedAnswer<'overallGrades'>,
  scheme: Scheme,
): Generator<Found> {
  const known = answer.grades.map(({ id }) => id)
  const grade = { kind: 'grade', known, knownAt: [[...path, 'grades', '*', 'id']] } as const
  yield* checkAmong(
    grade,
    answer.quotas.map((quota, at) => [quota.grade, [...path, 'quotas', at, 'grade']]),
  )
  for (const [at, precondition] of answer.preconditions.entries()) {
    const place = [...path, 'preconditions', at]
    yield* checkAmong(grade, [[precondition.grade, [...place, 'grade']]])
    yield* checkAmong(knownIds(scheme).component, [[precondition.component, [...place, 'component']]])
  }
}

/** Checks that the row and rule of a knowledge test exist, and that the rule takes a count. (R18) */
function* checkExamRuling({ answer, path }: PlacedAnswer<'knowledgeTest'>, scheme: Scheme): Generator<Found> {
  if (answer.use !== 'rule') return
  yield* checkAmong(knownIds(scheme).row, [[answer.row, [...path, 'row']]])
  const rules = [...eachRule(scheme)].filter(({ row }) => row.id === answer.row)
  if (rules.length === 0) return
  const knownAt = rules.map(({ path: row }) => [...row, 'rules', '*', 'id'])
  const reads: readonly FaultPath[] = [
    ...knownAt,
    [...path, 'row'],
    ...rules.map(({ path: row }) => [...row, 'id']),
  ]
  yield* checkAmong({ kind: 'rule', known: rules.map(({ rule }) => rule.id), knownAt: reads }, [
    [answer.rule, [...path, 'rule']],
  ])
  const named = rules.find(({ rule }) => rule.id === answer.rule)
  if (named === undefined || formOf(named.rule).perCount !== undefined) return
  const values = { row: answer.row, rule: answer.rule, form: named.rule.form }
  yield found('ruleTakesNoCount', [...path, 'rule'], values, {
    reads: [...reads, [...path, 'rule'], [...named.rulePath, 'form']],
  })
}
