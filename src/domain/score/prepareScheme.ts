import { indexById } from '../kernel/ids.ts'
import { NO_POINTS, type Points } from '../kernel/points.ts'
import type { RulingNote } from '../kernel/explanation.ts'
import type {
  BallotsMethod,
  Component,
  MeasureMethod,
  Method,
  QuotaGradingMethod,
  SurveyMethod,
} from '../scheme/component.ts'
import type { Rubric } from '../scheme/rubric.ts'
import type { RulingAnswers, RulingTopic } from '../scheme/ruling.ts'
import { indexRulings, type Rulings } from '../scheme/rulings.ts'
import type { Measure, Scheme } from '../scheme/scheme.ts'
import { type PreparedRubric, prepareRubric, ruleIn } from './inspection/preparedRubric.ts'
import type { InspectionTerms } from './inspection/scoreInspection.ts'
import { createTally, type TallyView } from './inspection/tally.ts'
import type { LedgerTerms } from './routine/scoreLedger.ts'

/** 备用的方案: all that scoring looks up, looked up once. */
export interface PreparedScheme {
  readonly scheme: Scheme
  readonly rulings: Rulings
  readonly components: readonly PreparedComponent[]
  readonly rubrics: ReadonlyMap<string, PreparedRubric>
  /** 综合得分上的加分、扣分清单, prepared like a rubric. */
  readonly lists: PreparedRubric
}

/** 备用的分项. */
export interface PreparedComponent {
  readonly at: number
  readonly component: Component
  readonly methods: ReadonlyMap<string, PreparedMethod>
}

/** 备用的计分方法, with the terms that its kind needs. */
export type PreparedMethod =
  | { readonly kind: 'rubric'; readonly terms: InspectionTerms }
  | { readonly kind: 'ledger'; readonly terms: LedgerTerms }
  | (Ruled<'gradePoints'> & { readonly kind: 'quotaGrading'; readonly method: QuotaGradingMethod })
  | (Ruled<'surveyScale'> & { readonly kind: 'survey'; readonly method: SurveyMethod })
  | (Ruled<'ballotScale'> & { readonly kind: 'ballots'; readonly method: BallotsMethod })
  | { readonly kind: 'measure'; readonly method: MeasureMethod; readonly measure: Measure | undefined }

/** 计分方法所依的口径: its answer, and the notes to show. */
interface Ruled<T extends RulingTopic> {
  readonly answer: RulingAnswers[T]
  readonly notes: readonly RulingNote[]
}

/** 备好方案. Throws a RangeError (a bug: `mayAppraise` comes first) on an unknown id or an unanswered ruling. (三（一）) */
export function prepareScheme(scheme: Scheme): PreparedScheme {
  const rulings = indexRulings(scheme)
  const rubrics = new Map(scheme.rubrics.map(rubric => [rubric.id, prepareRubric(rubric, rulings)]))
  const lists = prepareRubric(listsAsRubric(scheme), rulings)
  const components = scheme.components.map((component, at) => ({
    at,
    component,
    methods: new Map(
      scheme.tiers.flatMap(({ id: tier }) => {
        const method = methodOf(component, tier)
        return method === undefined
          ? []
          : [[tier, prepareMethod(component, method, tier, scheme, rulings, rubrics)] as const]
      }),
    ),
  }))
  return { scheme, rulings, components, rubrics, lists: { ...lists, bonusCap: 'uncapped' } }
}

/** 某层级单位在某分项上的计分方法. */
export function methodOf(component: Component, tier: string): Method | undefined {
  return component.methods.find(method => method.tiers === undefined || method.tiers.includes(tier))
}

function prepareMethod(
  component: Component,
  method: Method,
  tier: string,
  scheme: Scheme,
  rulings: Rulings,
  rubrics: ReadonlyMap<string, PreparedRubric>,
): PreparedMethod {
  const ruled = <T extends RulingTopic>(topic: T): Ruled<T> => ({
    answer: rulings.answer(topic, component.id),
    notes: rulings.notes(topic, component.id),
  })
  switch (method.kind) {
    case 'rubric':
      return {
        kind: 'rubric',
        terms: inspectionTerms(component, method, tier, scheme, rulings, rubrics.get(method.rubric)!),
      }
    case 'ledger':
      return { kind: 'ledger', terms: ledgerTerms(component, method.citation, tier, scheme, rulings) }
    case 'quotaGrading':
      return { kind: 'quotaGrading', method, ...ruled('gradePoints') }
    case 'survey':
      return { kind: 'survey', method, ...ruled('surveyScale') }
    case 'ballots':
      return { kind: 'ballots', method, ...ruled('ballotScale') }
    case 'measure':
      return { kind: 'measure', method, measure: scheme.measures.find(one => one.id === method.measure) }
  }
}

function inspectionTerms(
  component: Component,
  method: Extract<Method, { kind: 'rubric' }>,
  tier: string,
  scheme: Scheme,
  rulings: Rulings,
  rubric: PreparedRubric,
): InspectionTerms {
  const shared = sharedCounters(scheme, tier, rulings)
  const tests = rulings.find('knowledgeTest')?.answer
  const failedTests = tests?.use === 'rule' ? ruleIn(rubric, tests.row, tests.rule) : undefined
  const year: TallyView = {
    by: 'committee',
    silent: shared?.countsIn === 'ledger' ? shared.counters : [],
    ...(shared?.countsIn === 'both'
      ? {
          alsoIn: {
            counters: shared.counters,
            place: shared.ledgerPlace,
            notes: rulings.notes('doubleCounting'),
          },
        }
      : {}),
    ...(failedTests === undefined ? {} : { failedTests }),
  }
  return {
    rubric,
    tally: createTally(rubric),
    rounds: method.rounds,
    combine: rulings.find('combineRounds', component.id)?.answer ?? 'accumulate',
    combineNotes: rulings.notes('combineRounds', component.id),
    lead: rulings.find('leadInspections')?.answer ?? { use: 'informs' },
    leadNotes: rulings.notes('leadInspections'),
    componentBase: component.base,
    citation: method.citation,
    year,
  }
}

function ledgerTerms(
  component: Component,
  citation: string,
  tier: string,
  scheme: Scheme,
  rulings: Rulings,
): LedgerTerms {
  const shared = sharedCounters(scheme, tier, rulings)
  return {
    answer: rulings.answer('ledgerTariff', component.id),
    silent: shared?.countsIn === 'rubric' ? shared.counters : [],
    names: new Map(scheme.counters.map(counter => [counter.id, counter.name])),
    componentBase: component.base,
    citation,
    notes: rulings.notes('ledgerTariff', component.id),
    alsoIn: shared?.countsIn === 'both' ? shared.rubricPlaces : new Map(),
    sharedNotes: rulings.notes('doubleCounting'),
  }
}

interface SharedCounters {
  readonly counters: readonly string[]
  readonly countsIn: 'both' | 'ledger' | 'rubric'
  /** the ledger component's citation. */
  readonly ledgerPlace: string
  /** the citation of the rubric row that each counter feeds. */
  readonly rubricPlaces: ReadonlyMap<string, string>
}

/** 两处扣分的台账事项 for units of one tier: only where some component scores them by ledger. (R17) */
function sharedCounters(scheme: Scheme, tier: string, rulings: Rulings): SharedCounters | undefined {
  const answer = rulings.find('doubleCounting')?.answer
  const ledger = scheme.components
    .map(component => methodOf(component, tier))
    .find(method => method?.kind === 'ledger')
  if (answer === undefined || ledger === undefined) return undefined
  const rubricPlaces = new Map<string, string>()
  for (const rubric of scheme.rubrics) {
    for (const row of rubric.rows) {
      for (const rule of row.rules) {
        if (rule.counter !== undefined && answer.counters.includes(rule.counter))
          rubricPlaces.set(rule.counter, row.citation)
      }
    }
  }
  return { counters: answer.counters, countsIn: answer.countsIn, ledgerPlace: ledger.citation, rubricPlaces }
}

function listsAsRubric(scheme: Scheme): Rubric {
  const rows = scheme.lists
  indexById(rows)
  return { id: 'lists', title: '加分扣分清单', base: NO_POINTS as Points, citation: '', sections: [], rows }
}
