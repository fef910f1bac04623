import type { ExactExplained } from '../kernel/explanation.ts'
import type { Fraction } from '../kernel/fraction.ts'
import type { Component, Method, RubricMethod } from '../scheme/component.ts'
import { methodOf } from '../scheme/methods.ts'
import type { RulingTopic } from '../scheme/ruling.ts'
import type { Rulings } from '../scheme/rulings.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { UnitFacts } from '../year/facts/unitFacts.ts'
import { ballotsSentence, scoreBallots, voterClassSentence } from './debrief/scoreBallots.ts'
import { rubricSentence, sectionCapSentence, totalCapSentence } from './inspection/explainRubric.ts'
import { type PreparedRubric, ruleIn } from './inspection/preparedRubric.ts'
import { rowSentence } from './inspection/rowExplained.ts'
import {
  explainInspection,
  inspectionSentence,
  type InspectionTerms,
  scoreInspection,
} from './inspection/scoreInspection.ts'
import { createTally, type TallyView } from './inspection/tally.ts'
import { measureSentence, scoreMeasure } from './measure/scoreMeasure.ts'
import type { Missing } from './missing.ts'
import { gradingSentence, scoreGrading } from './routine/scoreGrading.ts'
import { ledgerItemSentence, ledgerSentence, type LedgerTerms, scoreLedger } from './routine/scoreLedger.ts'
import { surveyGroupSentence, surveySentence, scoreSurvey } from './survey/scoreSurvey.ts'

/** Prepared scoring method (备用的计分方法). It explains a unit's score before conversion and rounding, or says why there is none. */
export type PreparedMethod = {
  readonly explain: (facts: UnitFacts) => ExactExplained | Missing
  /** Returns the figure of `explain` alone, where that is faster. */
  readonly score?: (facts: UnitFacts) => Fraction | Missing
} & (
  | { readonly kind: 'rubric'; readonly terms: InspectionTerms }
  | { readonly kind: 'ledger'; readonly terms: LedgerTerms }
  | { readonly kind: Exclude<Method['kind'], 'rubric' | 'ledger'> }
)

/** Place of a scoring method: the component that it scores, for units of one tier. */
interface Placed {
  readonly component: Component
  readonly tier: string
  readonly scheme: Scheme
  readonly rulings: Rulings
  readonly rubrics: ReadonlyMap<string, PreparedRubric>
}

const preparations: {
  readonly [K in Method['kind']]: (method: Extract<Method, { kind: K }>, at: Placed) => PreparedMethod
} = {
  rubric: (method, at) => {
    const terms = inspectionTerms(method, at)
    return {
      kind: 'rubric',
      terms,
      explain: facts => explainInspection(facts, terms),
      score: facts => scoreInspection(facts, terms),
    }
  },
  ledger: (method, at) => {
    const terms = ledgerTerms(method.citation, at)
    return { kind: 'ledger', terms, explain: facts => scoreLedger(facts.ledger, terms) }
  },
  quotaGrading: (method, at) => {
    const [{ points }, notes] = ruled('gradePoints', at)
    const id = at.component.id
    return {
      kind: 'quotaGrading',
      explain: facts => scoreGrading(facts.gradings.get(id), method, points, notes),
    }
  },
  survey: (method, at) => {
    const [scale, notes] = ruled('surveyScale', at)
    const tallies = ({ surveys }: UnitFacts) => surveys.filter(one => one.component === at.component.id)
    return { kind: 'survey', explain: facts => scoreSurvey(tallies(facts), method, scale, notes) }
  },
  ballots: (method, at) => {
    const [scale, notes] = ruled('ballotScale', at)
    const { id, base } = at.component
    const mergedNotes = [...notes, ...at.rulings.notes('smallClasses', id)]
    return {
      kind: 'ballots',
      explain: facts => {
        const votes = facts.votes.get(id) ?? []
        const isMerged = votes.some(({ also }) => also !== undefined)
        return scoreBallots(votes, method, scale, base, isMerged ? mergedNotes : notes)
      },
    }
  },
  measure: (method, { scheme }) => {
    const measure = scheme.measures.find(one => one.id === method.measure)
    return {
      kind: 'measure',
      explain: facts => scoreMeasure(facts.measures.get(method.measure), method, measure),
    }
  },
}

/** Prepares a scoring method (备好一种计分方法). Throws a RangeError on an unanswered ruling (a bug: `mayAppraise` comes first). */
export function prepareMethod(method: Method, at: Placed): PreparedMethod {
  return preparations[method.kind](method as never, at)
}

/** Explanation kinds of all methods with their sentences (各方法的说明种类和句子). */
export const methodSentences = {
  inspection: inspectionSentence,
  rubric: rubricSentence,
  sectionCap: sectionCapSentence,
  totalCap: totalCapSentence,
  row: rowSentence,
  ledger: ledgerSentence,
  ledgerItem: ledgerItemSentence,
  quotaGrading: gradingSentence,
  survey: surveySentence,
  surveyGroup: surveyGroupSentence,
  ballots: ballotsSentence,
  voterClass: voterClassSentence,
  measure: measureSentence,
}

/** Explanation of any method (各方法的说明). */
export type MethodExplained = Parameters<(typeof methodSentences)[keyof typeof methodSentences]>[0]

function ruled<T extends RulingTopic>(topic: T, { rulings, component }: Placed) {
  return [rulings.answer(topic, component.id), rulings.notes(topic, component.id)] as const
}

function inspectionTerms(method: RubricMethod, at: Placed): InspectionTerms {
  const { component, tier, scheme, rulings } = at
  const rubric = at.rubrics.get(method.rubric)!
  const shared = sharedCounters(scheme, tier, rulings)
  const tests = rulings.find('knowledgeTest')?.answer
  const failedTests = tests?.use === 'rule' ? ruleIn(rubric, tests.row, tests.rule) : undefined
  const year: TallyView = {
    by: 'committee',
    silent: shared?.countsIn === 'ledger' ? shared.counters : [],
    ...(shared?.countsIn === 'ledger'
      ? { onlyIn: { place: shared.ledgerPlace, notes: rulings.notes('doubleCounting') } }
      : {}),
    ...(shared?.countsIn === 'both'
      ? {
          alsoIn: {
            counters: shared.counters,
            place: shared.ledgerPlace,
            notes: rulings.notes('doubleCounting'),
          },
        }
      : {}),
    failedTests,
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

function ledgerTerms(citation: string, { component, tier, scheme, rulings }: Placed): LedgerTerms {
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
  /** The citation of the ledger component. */
  readonly ledgerPlace: string
  /** The citation of the rubric row that each counter feeds. */
  readonly rubricPlaces: ReadonlyMap<string, string>
}

/** Returns the ledger counters that cost points in two places, for units of one tier; only where a component scores them by ledger. (R17) */
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
