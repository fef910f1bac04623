import { expect, test } from 'vitest'
import { anIntake, jiangnan, jiangnanRoster, roster, told, xiangxi } from '../../../../tests/readers/aYear.ts'
import { points } from '../../kernel/points.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { BallotSheet, Finding, Grading, SurveyTally } from './facts.ts'

const absent: Finding = { unit: 'miao', row: '四.4', rule: 'absent', count: 1 }
const grading: Grading = { unit: 'miao', component: 'routine', grade: 'good', by: 'lin' }
const tally: SurveyTally = {
  unit: 'miao',
  component: 'survey',
  group: 'members',
  answers: { satisfied: 12, dontKnow: 0 },
}
const sheet: BallotSheet = {
  component: 'debrief',
  session: '系统会',
  voterClass: 'delegate',
  marks: [{ unit: 'miao', points: points(90) }],
}

const of = (finding: Partial<Finding>, scheme = xiangxi, units = roster): readonly string[] =>
  told(anIntake(scheme, units), 'findings', { ...absent, ...finding })
const inJiangnan = (finding: Partial<Finding>): readonly string[] =>
  of({ unit: 'a', ...finding }, jiangnan, jiangnanRoster)

test('a valid finding is kept', () => {
  const intake = anIntake()
  expect(told(intake, 'findings', absent)).toEqual([])
  expect(intake.facts()).toMatchObject({ cycle: 2018, findings: [absent], ledger: [] })
  expect([told(intake, 'findings', absent, 5), intake.places().findings]).toEqual([['duplicate'], [0]])
})

test('unknown units, rows and rules are refused, with the nearest name', () => {
  const first = (finding: Partial<Finding>): unknown =>
    anIntake().take('findings', { ...absent, ...finding }, 0)[0]?.refusal
  expect(first({ unit: 'mioa' })).toMatchObject({ code: 'unknownUnit', values: { unit: 'mioa' } })
  expect(first({ unit: '示范州种苗站' })).toMatchObject({ code: 'unknownUnit', values: { nearest: 'miao' } })
  expect(first({ unit: '示范州种苗所' })).toMatchObject({
    code: 'unknownUnit',
    values: { nearest: '示范州种苗站' },
  })
  expect(first({ row: '四.7' })).toMatchObject({ code: 'unknownRow', values: { nearest: '四.1' } })
  expect(first({ rule: 'abscent' })).toMatchObject({ code: 'unknownRule', values: { row: '四.4' } })
  expect(told(anIntake(xiangxi, roster, new Set(['毁了'])), 'findings', { ...absent, unit: '毁了' })).toEqual(
    ['unit unitRefused'],
  )
})

test('counts are whole, not negative, and no more than possible', () => {
  expect(of({ count: -1 })).toEqual(['count countNegative'])
  expect(of({ count: 1.5 })).toEqual(['count countFractional'])
  expect(of({ count: 0 })).toEqual(['count countNotWhole'])
  expect(of({ count: 13_800_000_000 })).toEqual(['count countTooLarge'])
  expect(of({ row: '一.1', rule: 'boardMeetings', count: 5 })).toEqual(['count countTooLarge'])
  expect(of({ row: '一.1', rule: 'boardMeetings', count: 4 })).toEqual([])
})

test('quarters lie in the year, days in the cycle, and both agree', () => {
  expect(of({ quarter: 5 as 4 })).toEqual(['quarter quarterOutsideYear'])
  expect(of({ foundOn: '2017-12-31' })).toEqual(['foundOn dayOutsideCycle'])
  expect(of({ quarter: 1, foundOn: '2018-04-01' })).toEqual(['quarter quarterNotOfDay'])
  expect(of({ quarter: 2, foundOn: '2018-04-01' })).toEqual([])
  expect(told(anIntake(), 'visits', { unit: 'miao', quarter: 3, heldOn: '2018-01-01' })).toEqual([
    'quarter quarterNotOfDay',
  ])
})

test('附件 二.2 a discretionary amount keeps to the steps and the limit of R14 and has a written reason', () => {
  const discretionary = xiangxi.rubrics
    .flatMap(rubric => rubric.rows.flatMap(row => row.rules.map(rule => ({ row, rule }))))
    .find(({ rule }) => rule.form === 'discretionary')!
  const finding = {
    row: discretionary.row.id,
    rule: discretionary.rule.id,
    amount: points(1.5),
    note: '理由',
  }
  expect(of(finding)).toEqual([])
  expect(of({ ...finding, note: '  ' })).toEqual(['note reasonMissing'])
  expect(of({ row: finding.row, rule: finding.rule, note: '理由' })).toEqual(['amount amountMissing'])
  expect(of({ ...finding, amount: points(1.25) })).toEqual(['amount amountOffStep'])
  expect(of({ ...finding, amount: points(5.5) })).toEqual(['amount amountOutside'])
  expect(of({ ...finding, amount: points(5) })).toEqual([])
  expect(of({ ...finding, amount: points(0) })).toEqual(['amount amountOutside'])
  expect(of({ amount: points(1) })).toEqual(['amount amountNotTaken'])
})

test('a range has its own bounds and steps', () => {
  const behind = { row: '一.2', rule: 'behindSchedule' }
  expect(inJiangnan({ ...behind, amount: points(1) })).toEqual([])
  expect(inJiangnan({ ...behind, amount: points(3) })).toEqual([])
  expect(inJiangnan({ ...behind, amount: points(0.5) })).toEqual(['amount amountOutside'])
  expect(inJiangnan({ ...behind, amount: points(3.5) })).toEqual(['amount amountOutside'])
  expect(inJiangnan({ ...behind, amount: points(1.2) })).toEqual(['amount amountOffStep'])
  expect(inJiangnan(behind)).toEqual(['amount amountMissing'])
})

test('levels, multipliers, persons and counters are accepted only where the rule takes them', () => {
  expect(inJiangnan({ row: '二.2', rule: 'mistake' })).toEqual(['level levelMissing'])
  expect(inJiangnan({ row: '二.2', rule: 'mistake', level: 'gravest' })).toEqual(['level unknownTerm'])
  expect(inJiangnan({ row: '二.2', rule: 'mistake', level: 'grave' })).toEqual([])
  expect(of({ level: 'grave' })).toEqual(['level levelNotTaken'])
  expect(of({ multiplier: 'head' })).toEqual(['multiplier multiplierNotTaken'])
  const missed = { row: '二.1', rule: 'trainingMissed' }
  expect(inJiangnan({ ...missed, multiplier: 'head', persons: 2, occasions: 3 })).toEqual([])
  expect(inJiangnan({ ...missed, multiplier: 'heads' })).toEqual(['multiplier unknownTerm'])
  expect(inJiangnan({ ...missed, occasions: 3 })).toEqual(['persons personsMissing'])
  expect(inJiangnan({ ...missed, count: 2, persons: 1 })).toEqual(['count countBesidePersons'])
  expect(inJiangnan({ ...missed, count: 6, persons: 2, occasions: 3 })).toEqual([])
  expect(inJiangnan({ ...missed, persons: 0 })).toEqual(['persons countNotWhole'])
  expect(of({ persons: 2 })).toEqual(['persons personsNotTaken'])
  expect(of({ occasions: 2 })).toEqual(['occasions personsNotTaken'])
  expect(of({ counter: 'absent' })).toEqual([])
  expect(of({ counter: 'deputy' })).toEqual(['counter counterNotOfRule'])
  expect(of({ counter: 'absend' })).toEqual(['counter unknownTerm'])
  expect(of({ row: '三.3', rule: 'studyAndResearch', counter: 'fridayStudy' })).toEqual([])
})

test('persons times occasions is limited to the maximum count', () => {
  const capped: Scheme = {
    ...jiangnan,
    rubrics: jiangnan.rubrics.map(rubric => ({
      ...rubric,
      rows: rubric.rows.map(row => ({
        ...row,
        rules: row.rules.map(rule => (rule.id === 'trainingMissed' ? { ...rule, most: 5 } : rule)),
      })),
    })),
  }
  const finding = { unit: 'a', row: '二.1', rule: 'trainingMissed', persons: 3, occasions: 2 }
  expect(of(finding, capped, jiangnanRoster)).toEqual(['persons countTooLarge'])
  expect(of({ ...finding, occasions: 1 }, capped, jiangnanRoster)).toEqual([])
})

test('a rule fed by a measure takes no finding, nor does a row of a rubric that does not score the unit', () => {
  expect(inJiangnan({ row: '一.1', rule: 'completionShort' })).toEqual(['rule ruleTakesMeasure'])
  expect(inJiangnan({ row: '三（一）', rule: 'spread' })).toEqual([])
  const elsewhere: Scheme = {
    ...xiangxi,
    components: xiangxi.components.map(component => ({
      ...component,
      methods: component.methods.map(method =>
        method.kind === 'rubric' ? { ...method, tiers: ['lead'] } : method,
      ),
    })),
  }
  expect(of({}, elsewhere)).toEqual(['row rowNotForUnit'])
  expect(of({ unit: 'lin' }, elsewhere)).toEqual([])
})

test('only a member is inspected by a lead unit', () => {
  expect(of({ by: 'leadUnit' })).toEqual([])
  expect(of({ unit: 'lin', by: 'leadUnit' })).toEqual(['by noLeadUnit'])
  expect(told(anIntake(), 'visits', { unit: 'qi', quarter: 1, by: 'leadUnit' })).toEqual(['by noLeadUnit'])
})

test('附件 四.4 an absence and a deputy exclude each other on one occasion, whichever comes first', () => {
  const deputy: Finding = { ...absent, rule: 'deputy', occasion: '三月会' }
  const intake = anIntake()
  expect(told(intake, 'findings', { ...absent, occasion: '三月会' }, 4)).toEqual([])
  expect(intake.take('findings', deputy, 5)[0]?.refusal).toMatchObject({
    code: 'exclusiveRules',
    values: { first: 'findings[4]' },
  })
  expect(told(intake, 'findings', { ...deputy, occasion: '四月会' })).toEqual([])
  expect(told(intake, 'findings', { ...absent, occasion: '四月会' })).toEqual(['exclusiveRules'])
  expect(told(intake, 'findings', { ...deputy, unit: 'cao' })).toEqual([])
  expect(
    told(intake, 'findings', { unit: 'miao', row: '四.4', rule: 'lateReturn', count: 1, occasion: '三月会' }),
  ).toEqual([])
})

test('a unit is placed on one level of a ladder; where rounds are scored apart, on one a round', () => {
  const levels = [
    { id: 'first', name: '一等', points: points(5) },
    { id: 'second', name: '二等', points: points(3) },
  ]
  const [rubric, ...others] = xiangxi.rubrics
  const rows = rubric!.rows.map(row =>
    row.id === '四.4'
      ? { ...row, rules: [{ id: 'placed', form: 'ladder' as const, text: '定档', levels }] }
      : row,
  )
  const scheme: Scheme = { ...xiangxi, rubrics: [{ ...rubric!, rows }, ...others] }
  const placed = (level: string, quarter: 1 | 2): Finding => ({ ...absent, rule: 'placed', level, quarter })
  const intake = anIntake(scheme)
  expect(told(intake, 'findings', placed('first', 1), 4)).toEqual([])
  expect(intake.take('findings', placed('second', 2), 5)[0]?.refusal).toMatchObject({
    code: 'levelTwice',
    values: { rule: '定档', first: 'findings[4]' },
  })
  expect(told(intake, 'findings', { ...placed('second', 2), unit: 'cao' })).toEqual([])
  expect(told(anIntake(scheme), 'findings', { ...placed('first', 1), count: 2 })).toEqual([
    'count countTooLarge',
  ])
  const rulings = scheme.rulings.map(ruling =>
    ruling.topic === 'combineRounds' ? { ...ruling, answer: 'meanOfRounds' as const } : ruling,
  )
  const apart = anIntake({ ...scheme, rulings })
  expect(told(apart, 'findings', placed('first', 1))).toEqual([])
  expect(told(apart, 'findings', placed('second', 2))).toEqual([])
  expect(told(apart, 'findings', placed('first', 2))).toEqual(['levelTwice'])
})

test('an exact copy is refused and names the first; one that differs in any field is accepted', () => {
  const intake = anIntake()
  told(intake, 'findings', absent, 2)
  const copy = { count: 1, rule: 'absent', row: '四.4', unit: 'miao' }
  expect(intake.take('findings', copy, 3)[0]?.refusal).toEqual({
    code: 'duplicate',
    values: { first: 'findings[2]' },
  })
  expect(told(intake, 'findings', { ...absent, quarter: 2 })).toEqual([])
  expect(told(intake, 'findings', { ...absent, note: '另一次' })).toEqual([])
  const test1 = { unit: 'miao', sat: 5, failed: 1 }
  expect([told(intake, 'knowledgeTests', test1), told(intake, 'knowledgeTests', test1)]).toEqual([
    [],
    ['duplicate'],
  ])
})

test('a refused fact leaves no trace: its corrected version is accepted', () => {
  const intake = anIntake()
  expect(told(intake, 'gradings', { ...grading, grade: 'best' })).toEqual(['grade unknownTerm'])
  expect(told(intake, 'gradings', grading)).toEqual([])
})

test('a fact with a key is accepted only once', () => {
  const intake = anIntake()
  const twice = [
    () => told(intake, 'ledger', { unit: 'miao', counter: 'absent', period: '2018-09', count: 1 }),
    () => told(intake, 'gradings', grading),
    () => told(intake, 'surveys', tally),
    () => told(intake, 'visits', { unit: 'miao', quarter: 1 }),
    () => told(intake, 'annualGrades', { unit: 'miao', annualGrade: 'excellent' }),
    () =>
      told(intake, 'decisions', { kind: 'fromBottom', unit: 'miao', place: 3, by: '委员会', reason: '并列' }),
    () =>
      told(intake, 'decisions', {
        kind: 'bandsApply',
        ranking: 'all',
        apply: true,
        by: '委员会',
        reason: '人数够',
      }),
    () =>
      told(intake, 'decisions', {
        kind: 'componentScore',
        unit: 'miao',
        component: 'survey',
        points: points(80),
        by: '委员会',
        reason: '答卷少',
      }),
  ]
  for (const take of twice) expect([take(), take()]).toEqual([[], ['sameKeyTwice']])
  const measures = anIntake(jiangnan, jiangnanRoster)
  const value = (of: number): readonly string[] =>
    told(measures, 'measures', { unit: 'a', measure: 'output', value: points(of) })
  expect([value(1), value(2)]).toEqual([[], ['sameKeyTwice']])
})

test('四（一） ledger counts: a known counter, a period of the cycle, a number from 0', () => {
  const entry = { unit: 'miao', counter: 'absent', period: '2018-09', count: 0 }
  const describe = (more: object): readonly string[] => told(anIntake(), 'ledger', { ...entry, ...more })
  expect(describe({})).toEqual([])
  expect(describe({ counter: 'absend' })).toEqual(['counter unknownTerm'])
  expect(describe({ period: '2019-Q1' })).toEqual(['period periodOutsideCycle'])
  expect(describe({ count: -2 })).toEqual(['count countNegative'])
  expect(describe({ count: 0.5 })).toEqual(['count countFractional'])
})

test('三（二）1 grades are given by the unit’s own lead unit, never by the unit itself', () => {
  const describe = (more: Partial<Grading>): readonly string[] =>
    told(anIntake(), 'gradings', { ...grading, ...more })
  expect(describe({ by: '示范州林业局' })).toEqual([])
  expect(describe({ by: 'miao' })).toEqual(['by gradedByItself'])
  expect(describe({ by: 'nong' })).toEqual(['by gradedByOther'])
  expect(describe({ grade: '好' })).toEqual(['grade unknownTerm'])
  expect(describe({ component: 'rutine' })).toEqual(['component unknownTerm'])
  expect(describe({ unit: 'lin', by: 'nong' })).toEqual(['component notScoredThisWay'])
})

test('三（二）3 survey tallies', () => {
  const describe = (more: Partial<SurveyTally>): readonly string[] =>
    told(anIntake(), 'surveys', { ...tally, ...more })
  expect(describe({ group: 'everybody' })).toEqual(['group unknownTerm'])
  expect(describe({ answers: { perfect: 1 } })).toEqual(['answers.perfect unknownTerm'])
  expect(describe({ answers: { satisfied: 1_000_001 } })).toEqual(['answers.satisfied countTooLarge'])
  expect(describe({ answers: { satisfied: -1 } })).toEqual(['answers.satisfied countNegative'])
  expect(describe({ answers: {} })).toEqual(['answers answersMissing'])
  expect(describe({ component: 'debrief' })).toEqual(['component notScoredThisWay'])
})

test('四（四） ballots name known units once, with marks of the kind and size that the scheme requires', () => {
  const describe = (marks: BallotSheet['marks'], more: Partial<BallotSheet> = {}): readonly string[] =>
    told(anIntake(), 'sheets', { ...sheet, ...more, marks })
  const mark = { unit: 'miao', points: points(100) }
  expect(describe([mark, { unit: 'cao', points: points(0) }])).toEqual([])
  expect(describe([])).toEqual(['marks ballotEmpty'])
  expect(describe([mark, { ...mark, points: points(1) }])).toEqual(['marks[1].unit markTwice'])
  expect(describe([{ unit: 'miao', points: points(100.5) }])).toEqual(['marks[0].points markOutside'])
  expect(describe([{ unit: 'miao', points: points(-1) }])).toEqual(['marks[0].points markOutside'])
  expect(describe([{ unit: 'nobody', points: points(1) }])).toEqual(['marks[0].unit unknownUnit'])
  expect(describe([{ unit: 'miao' }])).toEqual(['marks[0].points markMissing'])
  expect(describe([{ ...mark, grade: 'good' }])).toEqual(['marks[0].grade markBoth'])
  expect(describe([{ unit: 'miao', grade: 'good' }])).toEqual(['marks[0].grade markWrongKind'])
  expect(describe([mark], { voterClass: 'guest' })).toEqual(['voterClass unknownTerm'])
  const graded = { component: 'review', session: '会', voterClass: 'A' }
  const inGrades = (mark: BallotSheet['marks'][number]): readonly string[] =>
    told(anIntake(jiangnan, jiangnanRoster), 'sheets', { ...graded, marks: [mark] })
  expect(inGrades({ unit: 'a', grade: 'competent' })).toEqual([])
  expect(inGrades({ unit: 'a', grade: 'good' })).toEqual(['marks[0].grade unknownTerm'])
  expect(inGrades({ unit: 'a', points: points(90) })).toEqual(['marks[0].points markWrongKind'])
})

test('two voters may mark alike', () => {
  const intake = anIntake()
  expect([told(intake, 'sheets', sheet), told(intake, 'sheets', sheet)]).toEqual([[], []])
})

test('measures stay within their bounds', () => {
  const describe = (measure: string, value: number): readonly string[] =>
    told(anIntake(jiangnan, jiangnanRoster), 'measures', { unit: 'a', measure, value: points(value) })
  expect(describe('completion', 100)).toEqual([])
  expect(describe('completion', 100.001)).toEqual(['value measureOutside'])
  expect(describe('completion', -1)).toEqual(['value measureOutside'])
  expect(describe('output', 1e9)).toEqual([])
  expect(describe('input', 1)).toEqual(['measure unknownTerm'])
})

test('四（二） no more fail a test than took it', () => {
  const describe = (sat: number, failed: number): readonly string[] =>
    told(anIntake(), 'knowledgeTests', { unit: 'miao', quarter: 1, sat, failed })
  expect(describe(5, 5)).toEqual([])
  expect(describe(5, 6)).toEqual(['failed moreFailedThanSat'])
  expect(describe(5.5, -1)).toEqual(['sat countFractional', 'failed countNegative'])
})

test('vetoes and decisions need a reason', () => {
  const intake = anIntake(jiangnan, jiangnanRoster)
  expect(told(intake, 'vetoes', { unit: 'a', veto: 'fraud', reason: '查实' })).toEqual([])
  expect(told(intake, 'vetoes', { unit: 'a', veto: 'froud', reason: ' ' })).toEqual([
    'veto unknownTerm',
    'reason reasonMissing',
  ])
})

test('decisions name known things and possible values', () => {
  const why = { by: '委员会', reason: '说明' } as const
  const describe = (decision: Parameters<typeof told<'decisions'>>[2]): readonly string[] =>
    told(anIntake(), 'decisions', decision)
  expect(
    describe({ kind: 'componentScore', unit: 'miao', component: 'survey', points: points(100), ...why }),
  ).toEqual([])
  expect(
    describe({ kind: 'componentScore', unit: 'miao', component: 'survey', points: points(100.5), ...why }),
  ).toEqual(['points pointsOutside'])
  expect(
    describe({ kind: 'componentScore', unit: 'miao', component: 'surwey', points: points(1), ...why }),
  ).toEqual(['component unknownTerm'])
  expect(describe({ kind: 'bandsApply', ranking: 'everybody', apply: true, ...why, reason: '' })).toEqual([
    'reason reasonMissing',
    'ranking unknownTerm',
  ])
  expect(describe({ kind: 'fromBottom', unit: 'miao', place: 6, ...why })).toEqual(['place placeOutside'])
  expect(describe({ kind: 'fromBottom', unit: 'miao', place: 5, ...why })).toEqual([])
  expect(describe({ kind: 'fromBottom', unit: 'who', place: 0, ...why })).toEqual([
    'unit unknownUnit',
    'place placeOutside',
  ])
  const inCohorts = (ranking: string): readonly string[] =>
    told(anIntake(jiangnan, jiangnanRoster), 'decisions', {
      kind: 'bandsApply',
      ranking,
      apply: false,
      ...why,
    })
  expect([inCohorts('department'), inCohorts('all')]).toEqual([[], ['ranking unknownTerm']])
})

test('五（四） only an annual grade with a condition may be proposed', () => {
  expect(told(anIntake(), 'annualGrades', { unit: 'miao', annualGrade: 'competent' })).toEqual([
    'annualGrade unknownTerm',
  ])
})
