import type { RulingPart, SchemeDocument } from './schemeDocument.ts'
import { topics } from './topics.ts'

/** What is asked before a draft is made: whose scheme it is, for which year, by which notice. */
interface SchemeStart {
  readonly title: string
  readonly institution: string
  readonly cycle: number
  readonly number: string
  readonly issuedOn: string
}

/** Takes a sample as an office's own: its heading is replaced, and no ruling of the sample's office counts as confirmed. */
export function adoptSample(sample: SchemeDocument, start: SchemeStart): SchemeDocument {
  const rulings = sample.rulings.map(({ settledBy: _who, settledOn: _when, ...ruling }) => ({
    ...ruling,
    state: ruling.state === 'open' ? ruling.state : ('assumed' as const),
  }))
  return { ...sample, ...headOf(start), rulings: rulings as RulingPart[] }
}

/** Makes an empty scheme: no component, no rubric, and the rulings that every scheme needs, with the usual answers. */
export function emptyScheme(start: SchemeStart): SchemeDocument {
  const citation = '一'
  return {
    ...headOf(start),
    base: 100,
    tiers: [{ id: '层级1', name: '全部单位' }],
    cohorts: [],
    scope: {
      citation,
      levels: ['正科级'],
      answers: [{ post: '主要负责人', why: '主要负责人为考核对象', citation }],
    },
    timetable: [],
    counters: [],
    measures: [],
    components: [],
    rubrics: [],
    lists: [],
    vetoes: [],
    consequences: [],
    annualGradeRules: [],
    conversions: [],
    rulings: ALWAYS.map(([topic, answer], at) => ({
      id: `R${at + 1}`,
      topic,
      question: `${topics[topic].name}？`,
      citation,
      state: 'assumed',
      answer,
      text: topic === 'ties' ? '同分并列，跨名次段从轻' : topics[topic].usual,
    })) as RulingPart[],
    clauses: [{ citation, restated: '考核对象', computes: true }],
  }
}

function headOf({ title, institution, cycle, number, issuedOn }: SchemeStart) {
  return {
    id: `方案${cycle}`,
    title,
    institution,
    cycle,
    notice: { title, number, issuedOn, issuers: [institution] },
  }
}

/** The topics on which every scheme needs an answer, with the usual one. */
const ALWAYS = [
  ['rounding', { decimals: 2, half: 'up', roundComponents: true }],
  ['missingComponent', 'block'],
  ['ties', { breakBy: [], acrossEdge: 'lighter', places: 'competition' }],
  ['rankingScope', 'all'],
  ['smallCohort', { kind: 'count', minimum: 18, below: 'committee' }],
  [
    'overallGrades',
    {
      grades: [
        { id: '等次1', name: '好', from: 90, to: 100, toClosed: true },
        { id: '等次2', name: '较好', from: 80, to: 90 },
        { id: '等次3', name: '一般', from: 60, to: 80 },
        { id: '等次4', name: '差', from: 0, to: 60 },
      ],
      quotas: [],
      preconditions: [],
    },
  ],
  ['midYearChange', { answers: 'holderOnDay', day: '12-31' }],
] as const
