import { describe, expect, test } from 'vitest'
import { schemeSchema } from '../src/contract/scheme/schemeSchema.ts'
import { compareCitations, parseCitation } from '../src/domain/kernel/citation.ts'
import type { RuleForm } from '../src/domain/scheme/forms/ruleForms.ts'
import type { RulingTopic } from '../src/domain/scheme/ruling.ts'
import { checkScheme } from '../src/domain/scheme/checkScheme.ts'
import type { Scheme, VetoEffect } from '../src/domain/scheme/scheme.ts'
import { caseScheme } from './cases/caseScheme.ts'
import { judgeCase } from './cases/judgeCase.ts'
import { answersToWork } from './cases/rulingAnswers.ts'
import { schemeFolders, type SchemeFolder } from './cases/schemeFolders.ts'
import { whatCasesReach } from './cases/whatCasesReach.ts'

const folders = schemeFolders().map(folder => ({
  folder,
  scheme: schemeSchema.parse(folder.raw) as Scheme,
  reached: whatCasesReach(folder),
}))
const folderOf = (id: string) => folders.find(({ folder }) => folder.id === id)!
const [xiangxi, jiangnan] = [folderOf('xiangxi-2018'), folderOf('jiangnan-2024')]

const rowsOf = ({ rubrics, lists }: Scheme) => [...rubrics.flatMap(rubric => rubric.rows), ...lists]

for (const { folder, scheme, reached } of folders) {
  describe(`schemes/${folder.id} and its cases`, () => {
    test('the scheme has no faults', () => {
      expect(checkScheme(scheme).filter(fault => fault.severity === 'fault')).toEqual([])
    })

    test('every rule of every row has a case in which it changes points', () => {
      const lacking = rowsOf(scheme).flatMap(row =>
        row.rules
          .filter(rule => !reached.rules.has(`${row.id} ${rule.id}`))
          .map(rule => `${row.id} ${rule.id}`),
      )
      expect(lacking).toEqual([])
    })

    test('every row has a case between its floor and its base, and one at its floor if its rules reach it', () => {
      const beyond = new Set(
        checkScheme(scheme).flatMap(fault => (fault.code === 'rowOutOfReach' ? [fault.values.row] : [])),
      )
      const lacking = scheme.rubrics
        .flatMap(rubric => rubric.rows)
        .flatMap(row => {
          const figures = [...(reached.rows.get(row.id) ?? [])]
          const full = row.base || (row.cap ?? row.base)
          const between = figures.some(points => points > 0 && points < full)
          const down =
            row.floor === 'negative'
              ? figures.some(points => points < 0)
              : beyond.has(row.id) || figures.includes(0)
          return [...(between ? [] : [`${row.id} between`]), ...(down ? [] : [`${row.id} at its floor`])]
        })
      expect(lacking).toEqual([])
    })

    test('every consequence and every veto has a case in which it applies', () => {
      expect(scheme.consequences.map(rule => rule.id).filter(id => !reached.consequences.has(id))).toEqual([])
      expect(scheme.vetoes.map(veto => veto.name).filter(name => !reached.vetoes.has(name))).toEqual([])
    })

    test('every clause that computes has a case and is cited in the scheme', () => {
      const computing = scheme.clauses.filter(clause => clause.computes).map(clause => clause.citation)
      const cited = citationsOf(scheme)
      expect(computing.filter(citation => !reached.citations.has(citation))).toEqual([])
      expect(computing.filter(citation => !cited.has(citation))).toEqual([])
    })

    test('every case names clauses that are in the register', () => {
      const known = new Set(scheme.clauses.map(clause => clause.citation))
      expect([...reached.citations].filter(citation => !known.has(citation))).toEqual([])
    })
  })
}

describe('口径 R1-R23', () => {
  test('the scheme of 2018 answers each of R1 to R23 and R35 to R38, and no answer is confirmed yet', () => {
    const computing = xiangxi.scheme.rulings.filter(ruling => ruling.topic !== 'note')
    expect(computing.map(ruling => ruling.id)).toEqual([
      ...Array.from({ length: 23 }, (_, at) => `R${at + 1}`),
      'R35',
      'R36',
      'R37',
      'R38',
    ])
    expect(new Set(xiangxi.scheme.rulings.map(ruling => ruling.state))).toEqual(new Set(['assumed']))
  })

  const found = answersFound(folders.map(({ folder }) => folder))
  for (const [topic, answers] of Object.entries(answersToWork)) {
    for (const [words, holds] of Object.entries(answers)) {
      test(`${topic}: ${words} has a case`, () => {
        const worked = found.get(topic as RulingTopic) ?? []
        expect(worked.some(answer => (holds as (answer: unknown) => boolean)(answer))).toBe(true)
      })
    }
  }
})

describe('附件 of 2018', () => {
  test('the annex has 23 rows in 8 sections and sums to 100', () => {
    const annex = xiangxi.scheme.rubrics[0]!
    const sums = annex.sections.map(section =>
      annex.rows.filter(row => row.section === section.id).reduce((sum, row) => sum + row.base / 1000, 0),
    )
    expect(annex.rows).toHaveLength(23)
    expect(sums).toEqual([18, 16, 15, 18, 15, 6, 9, 3])
    expect(annex.rows.reduce((sum, row) => sum + row.base / 1000, 0)).toBe(100)
  })

  test('the base points of each row equal those of the annex', () => {
    const bases = xiangxi.scheme.rubrics[0]!.rows.map(row => row.base / 1000)
    expect(bases).toEqual([4, 6, 3, 5, 6, 5, 5, 5, 5, 5, 5, 5, 3, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3])
  })

  test('the components weigh 20, 50, 10 and 20', () => {
    expect(xiangxi.scheme.components.map(component => component.weight / 1000)).toEqual([20, 50, 10, 20])
  })

  test('the register contains every clause of the notice, in order, and nothing else', () => {
    const points = [
      [5, 3, 3, 4, 3, 2, 3, 2],
      [0, 4],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 4, 0, 0],
    ]
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八']
    const body = ['二', '三', '四', '五', '六'].flatMap((section, at) => [
      section,
      ...points[at]!.flatMap((count, item) => {
        const paragraph = `${section}（${numerals[item]}）`
        return [paragraph, ...Array.from({ length: count }, (_, point) => `${paragraph}${point + 1}`)]
      }),
    ])
    const annex = [4, 3, 3, 4, 3, 2, 3, 1].flatMap((rows, at) => [
      `附件 ${numerals[at]}`,
      ...Array.from({ length: rows }, (_, row) => `附件 ${numerals[at]}.${row + 1}`),
    ])
    const registered = xiangxi.scheme.clauses.map(clause => clause.citation)
    expect(registered).toEqual(['一', ...body, '附件', ...annex])
    expect(registered.toSorted(compareCitations)).toEqual(registered)
    expect(registered.filter(citation => parseCitation(citation) === undefined)).toEqual([])
  })

  test('the only rows that their rules cannot exhaust are 一.3, 五.1 and 八.1', () => {
    const warned = checkScheme(xiangxi.scheme).flatMap(fault =>
      fault.code === 'rowOutOfReach' ? [fault.values.row] : [fault.code],
    )
    expect(warned).toEqual(['一.3', '五.1', '八.1'])
  })
})

describe('the schemes together', () => {
  const FORMS: { readonly [F in RuleForm]: true } = {
    flat: true,
    perOccurrence: true,
    personOccasion: true,
    perShortfall: true,
    discretionary: true,
    range: true,
    parallel: true,
    steps: true,
    tiers: true,
    zeroRow: true,
    bonus: true,
    ladder: true,
    bonusTiers: true,
    bonusSteps: true,
    bonusRange: true,
  }
  const EFFECTS: { readonly [E in VetoEffect['kind']]: true } = {
    deduct: true,
    zero: true,
    disqualify: true,
    gradeCap: true,
    grade: true,
  }

  test('every rule form is used in one of the schemes and changes points in a case', () => {
    const used = folders.flatMap(({ scheme }) =>
      rowsOf(scheme).flatMap(row => row.rules.map(rule => rule.form)),
    )
    expect(Object.keys(FORMS).filter(form => !used.some(one => one === form))).toEqual([])
  })

  test('every veto effect, both conversions and all conditions of consequences have a case', () => {
    const effects = jiangnan.scheme.vetoes.map(veto => veto.effect.kind)
    expect(Object.keys(EFFECTS).filter(effect => !effects.some(one => one === effect))).toEqual([])
    expect(['ratioToBest', 'rankToPoints'].filter(kind => !jiangnan.reached.kinds.has(kind))).toEqual([])
    const conditions = folders.flatMap(({ scheme }) => scheme.consequences.map(rule => rule.when.by))
    expect(['fromBottom', 'fromTop', 'grade'].filter(by => !conditions.some(one => one === by))).toEqual([])
  })

  test('the runner detects a wrong figure, a wrong issue and a wrong refusal', () => {
    const plain = xiangxi.folder.cases.find(
      one => one.worked.row === '四.4' && one.worked.points === 2.5,
    )!.worked
    expect(judgeCase(xiangxi.folder, { ...plain, points: 3 })).toEqual([
      '甲: row 四.4 is "2.5", the case says "3"',
    ])
    expect(judgeCase(xiangxi.folder, { ...plain, expect: { issues: ['vetoed'] } })).toHaveLength(1)
    expect(judgeCase(xiangxi.folder, { ...plain, refused: ['amountOutside'] })).toHaveLength(1)
    expect(
      judgeCase(xiangxi.folder, {
        ...plain,
        expect: { composite: 1, grade: 'good', place: 2, components: { inspection: 1 } },
      }),
    ).toHaveLength(4)
  })
})

/** Everything in a scheme that a figure comes from cites its clause. */
function citationsOf(scheme: Scheme): ReadonlySet<string> {
  const methods = scheme.components.flatMap(component => [
    component.citation,
    component.conversion?.citation ?? '',
    ...component.methods.map(method => method.citation),
  ])
  const results = [
    ...scheme.consequences,
    ...scheme.annualGradeRules,
    ...scheme.conversions,
    ...scheme.vetoes,
    ...scheme.rulings,
    ...scheme.rubrics,
  ]
  const answers = scheme.rulings.flatMap(ruling => (ruling.topic === 'overallGrades' ? [ruling.answer] : []))
  const limits = [
    ...answers.flatMap(answer => [...(answer?.quotas ?? []), ...(answer?.preconditions ?? [])]),
    ...scheme.rubrics.flatMap(rubric => rubric.sections),
  ]
  return new Set([
    ...methods,
    ...[...results, ...limits].map(one => one.citation ?? ''),
    ...rowsOf(scheme).flatMap(row => [row.citation, ...row.rules.map(rule => rule.citation ?? '')]),
    ...[...scheme.scope.answers, ...scheme.timetable, ...scheme.measures].map(one => one.citation),
    scheme.compositeCitation ?? '',
  ])
}

function rulingsWorked(
  file: string,
  named: Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  const found = /^口径R0?(\d+)\.yaml$/.exec(file)
  return [...Object.keys(named ?? {}), ...(found === null ? [] : [`R${found[1]}`])]
}

/** The answers in effect in cases that work a ruling: those of its own file, and those that name it. */
function answersFound(of: readonly SchemeFolder[]): ReadonlyMap<RulingTopic, readonly unknown[]> {
  const answers = new Map<RulingTopic, unknown[]>()
  const cases = of.flatMap(({ raw, cases: filed }) => filed.map(one => ({ raw, ...one })))
  for (const { raw, file, worked } of cases) {
    const ids = new Set(rulingsWorked(file, worked.rulings))
    for (const { id, topic, answer } of caseScheme(raw, worked).rulings) {
      if (ids.has(id)) answers.set(topic, [...(answers.get(topic) ?? []), answer])
    }
  }
  return answers
}
