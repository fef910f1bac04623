import type { CycleFacts } from '../../src/domain/year/facts/facts.ts'
import { type Points, points } from '../../src/domain/kernel/points.ts'
import type { Conversion } from '../../src/domain/scheme/component.ts'
import type { RulingAnswers, RulingTopic } from '../../src/domain/scheme/ruling.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { SCHEMES } from './demoResults.ts'

/** A scheme answered differently, or facts of another kind: every one must come out of a workbook as it comes out of the engine. */
export interface WorkbookVariant {
  readonly name: string
  readonly scheme: (typeof SCHEMES)[number]
  readonly change: (scheme: Scheme) => Scheme
  readonly facts?: (facts: CycleFacts) => CycleFacts
}

function answered<T extends RulingTopic>(topic: T, answer: RulingAnswers[T]): (scheme: Scheme) => Scheme {
  return scheme => ({
    ...scheme,
    rulings: [
      ...scheme.rulings.filter(ruling => ruling.topic !== topic),
      {
        id: 'V1',
        topic,
        question: '变更',
        citation: '三（二）',
        state: 'settled',
        text: '变更后的口径',
        answer,
      } as never,
    ],
  })
}

function answeredAll(...changes: readonly ((scheme: Scheme) => Scheme)[]): (scheme: Scheme) => Scheme {
  return scheme => changes.reduce((changed, change) => change(changed), scheme)
}

function converted(component: string, conversion: Conversion): (scheme: Scheme) => Scheme {
  return scheme => ({
    ...scheme,
    components: scheme.components.map(one => (one.id === component ? { ...one, conversion } : one)),
  })
}

const RANKED: Conversion = {
  kind: 'rankToPoints',
  citation: '三（二）',
  table: [100, 98.5, 97].map(points),
  step: points(1.125),
  least: points(40),
}

/** Some units without a survey, some without a visit. */
function gaps(facts: CycleFacts): CycleFacts {
  const lacks = (unit: string, last: string): boolean => unit.endsWith(last)
  return {
    ...facts,
    surveys: facts.surveys.filter(one => !lacks(one.unit, '3')),
    visits: facts.visits.filter(one => !lacks(one.unit, '7')),
    findings: facts.findings.filter(one => !lacks(one.unit, '7')),
    measures: facts.measures.filter(one => !(one.measure === 'output' && lacks(one.unit, '5'))),
  }
}

/** The lead unit's own rounds, with what it found. */
function leadRounds(facts: CycleFacts): CycleFacts {
  const units = [...new Set(facts.visits.map(visit => visit.unit))].filter((_, at) => at % 3 === 0)
  const found = facts.findings.filter(finding => units.includes(finding.unit)).slice(0, 60)
  return {
    ...facts,
    visits: [...facts.visits, ...units.map(unit => ({ unit, quarter: 2 as const, by: 'leadUnit' as const }))],
    findings: [
      ...facts.findings,
      ...found.map(finding => ({ ...finding, by: 'leadUnit' as const, quarter: 2 as const })),
    ],
  }
}

function everySecondTied(facts: CycleFacts): CycleFacts {
  const graded = facts.gradings.map(one => ({ ...one, grade: facts.gradings[0]!.grade }))
  return {
    ...facts,
    findings: [],
    ledger: [],
    gradings: graded,
    surveys: facts.surveys.map(one => ({ ...one, answers: { satisfied: 10 } })),
  }
}

const xiangxi = 'xiangxi-2018'
const jiangnan = 'jiangnan-2024'

/** What the workbook has to survive. */
export const VARIANTS: readonly WorkbookVariant[] = [
  {
    name: 'R20 halves to even, one decimal',
    scheme: xiangxi,
    change: answered('rounding', { decimals: 1, half: 'even', roundComponents: true }),
  },
  {
    name: 'R20 no decimals',
    scheme: jiangnan,
    change: answered('rounding', { decimals: 0, half: 'up', roundComponents: true }),
  },
  {
    name: 'R20 three decimals',
    scheme: xiangxi,
    change: answered('rounding', { decimals: 3, half: 'even', roundComponents: true }),
  },
  {
    name: 'R20 only the composite is rounded',
    scheme: xiangxi,
    change: answered('rounding', { decimals: 2, half: 'up', roundComponents: false }),
  },
  {
    name: 'R20 only the composite is rounded, one component missing',
    scheme: jiangnan,
    change: answered('rounding', { decimals: 2, half: 'even', roundComponents: false }),
    facts: gaps,
  },
  { name: 'R1 mean of the rounds', scheme: xiangxi, change: answered('combineRounds', 'meanOfRounds') },
  { name: 'R1 latest round', scheme: xiangxi, change: answered('combineRounds', 'latestRound') },
  {
    name: 'R22 lead unit at 20 % beside the mean',
    scheme: xiangxi,
    change: answeredAll(
      answered('combineRounds', 'meanOfRounds'),
      answered('leadInspections', { use: 'weighted', percent: points(20) }),
    ),
    facts: leadRounds,
  },
  {
    name: 'R22 lead unit at 35 %, the year accumulated',
    scheme: jiangnan,
    change: answered('leadInspections', { use: 'weighted', percent: points(35) }),
    facts: leadRounds,
  },
  {
    name: 'R2 rows below zero',
    scheme: xiangxi,
    change: scheme => negativeRows(answered('rowFloor', 'negative')(scheme)),
  },
  { name: 'R3 bonus inside the row', scheme: xiangxi, change: answered('bonusCap', 'rowCapped') },
  { name: 'R3 bonus uncapped', scheme: jiangnan, change: answered('bonusCap', 'uncapped') },
  {
    name: 'R7 odd weights and worths',
    scheme: xiangxi,
    change: answered('surveyScale', {
      points: {
        satisfied: points(100),
        basicallySatisfied: points(87.5),
        dissatisfied: points(33.3),
        dontKnow: null,
      },
      weights: { members: 33.5, public: 66.5 },
      minimumValid: 5,
      emptyGroup: 'renormalise',
    }),
    facts: facts => ({
      ...facts,
      surveys: facts.surveys.filter(one => !(one.group === 'public' && one.unit.endsWith('4'))),
    }),
  },
  {
    name: 'R8 classes by weight, trimmed',
    scheme: xiangxi,
    change: answered('ballotScale', {
      pooling: 'classWeights',
      weights: { delegate: 25, partyAffairsOfficer: 35, memberRepresentative: 40 },
      emptyClass: 'renormalise',
      trim: { above: 5, drop: 1 },
      voids: [],
    }),
  },
  {
    name: 'R8 pooled and trimmed',
    scheme: xiangxi,
    change: answered('ballotScale', {
      pooling: 'plainMean',
      emptyClass: 'renormalise',
      trim: { above: 10, drop: 2 },
      voids: [{ kind: 'allEqual' }],
    }),
  },
  {
    name: 'R17 in the rubric alone',
    scheme: xiangxi,
    change: scheme => answered('doubleCounting', { ...doubled(scheme), countsIn: 'rubric' })(scheme),
  },
  {
    name: 'R17 in the ledger alone',
    scheme: xiangxi,
    change: scheme => answered('doubleCounting', { ...doubled(scheme), countsIn: 'ledger' })(scheme),
  },
  { name: 'R19 missing blocks', scheme: xiangxi, change: scheme => scheme, facts: gaps },
  { name: 'R19 missing is zero', scheme: xiangxi, change: answered('missingComponent', 'zero'), facts: gaps },
  {
    name: 'R19 missing is shared out',
    scheme: xiangxi,
    change: answered('missingComponent', 'renormalise'),
    facts: gaps,
  },
  {
    name: 'R19 missing blocks in two cohorts',
    scheme: jiangnan,
    change: answered('missingComponent', 'block'),
    facts: gaps,
  },
  {
    name: 'R9 dense, heavier, many tied',
    scheme: xiangxi,
    change: answered('ties', { breakBy: ['debrief'], acrossEdge: 'heavier', places: 'dense' }),
    facts: everySecondTied,
  },
  {
    name: 'R9 ties are for the committee',
    scheme: xiangxi,
    change: answered('ties', { breakBy: [], acrossEdge: 'committee', places: 'competition' }),
    facts: everySecondTied,
  },
  {
    name: 'R9 a place decided, bands decided',
    scheme: xiangxi,
    change: scheme => scheme,
    facts: facts => ({
      ...facts,
      decisions: [
        ...facts.decisions,
        { kind: 'fromBottom', unit: 'SF007', place: 2, by: '工委', reason: '研究决定' },
        { kind: 'bandsApply', ranking: 'all', apply: false, by: '工委', reason: '研究决定' },
      ],
    }),
  },
  {
    name: 'R10 by tier, R11 as a share',
    scheme: xiangxi,
    change: answeredAll(
      answered('rankingScope', 'byTier'),
      answered('smallCohort', { kind: 'share', ofEvery: 20 }),
    ),
  },
  {
    name: 'R11 too few',
    scheme: jiangnan,
    change: answered('smallCohort', { kind: 'count', minimum: 500, below: 'committee' }),
  },
  {
    name: 'R12 preconditions without quotas',
    scheme: xiangxi,
    change: scheme => {
      const grades = scheme.rulings.find(ruling => ruling.topic === 'overallGrades')!
        .answer as RulingAnswers['overallGrades']
      const preconditions = [
        { grade: 'good', component: 'inspection', atLeast: points(97) },
        { grade: 'fair', component: 'survey', atLeast: points(90) },
      ]
      return answered('overallGrades', { ...grades, preconditions })(scheme)
    },
  },
  {
    name: 'weights with decimals',
    scheme: xiangxi,
    change: scheme => ({
      ...scheme,
      components: scheme.components.map((one, at) => ({
        ...one,
        weight: points([12.5, 50.25, 17.125, 20.125][at]!),
      })),
    }),
  },
  { name: 'places to points of whole scores', scheme: xiangxi, change: converted('inspection', RANKED) },
  { name: 'places to points of fractions', scheme: xiangxi, change: converted('survey', RANKED) },
  {
    name: 'places to points in two cohorts',
    scheme: jiangnan,
    change: converted('results', RANKED),
    facts: gaps,
  },
  {
    name: 'ratio to the best of fractions',
    scheme: xiangxi,
    change: converted('debrief', { kind: 'ratioToBest', full: points(100), citation: '三（二）' }),
  },
  {
    name: 'ratio to the best in one ranking',
    scheme: jiangnan,
    change: answered('rankingScope', 'all'),
    facts: facts => ({
      ...facts,
      measures: facts.measures.map(one => ({ ...one, value: (one.value + (one.value % 7)) as Points })),
    }),
  },
]

function negativeRows(scheme: Scheme): Scheme {
  const rows = (rows: Scheme['rubrics'][number]['rows']) => rows.map(({ floor: _floor, ...row }) => row)
  return { ...scheme, rubrics: scheme.rubrics.map(rubric => ({ ...rubric, rows: rows(rubric.rows) })) }
}

function doubled(scheme: Scheme): RulingAnswers['doubleCounting'] {
  return scheme.rulings.find(ruling => ruling.topic === 'doubleCounting')!
    .answer as RulingAnswers['doubleCounting']
}
