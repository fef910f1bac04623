import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachAnswer } from './eachAnswer.ts'
import { eachRule } from './eachRule.ts'
import { knownIds } from './knownIds.ts'
import { checkAmong, placed, placedKeys } from './reference.ts'
import { TAKES_COUNT } from './takesCount.ts'

/** 口径里的编号: components, counters, grades, rows and rules that an answer names exist. (R6, R9, R12, R17, R18) */
export function* checkRulingReferences(scheme: Scheme): Generator<Found> {
  const ids = knownIds(scheme)
  for (const [at, ruling] of scheme.rulings.entries())
    yield* checkAmong(ids.component, [[ruling.component, ['rulings', at, 'component']]])
  for (const { answer, path } of eachAnswer(scheme, 'ties'))
    yield* checkAmong(ids.component, placed(answer.breakBy, [...path, 'breakBy']))
  for (const { answer, path } of eachAnswer(scheme, 'ledgerTariff')) {
    yield* checkAmong(ids.counter, placedKeys(answer.tariff, [...path, 'tariff']))
  }
  for (const { answer, path } of eachAnswer(scheme, 'doubleCounting')) {
    yield* checkAmong(ids.counter, placed(answer.counters, [...path, 'counters']))
  }
  for (const { answer, path } of eachAnswer(scheme, 'overallGrades')) {
    const grade = {
      kind: 'grade',
      known: answer.grades.map(({ id }) => id),
      knownAt: [[...path, 'grades', '*', 'id']],
    } as const
    yield* checkAmong(
      grade,
      answer.quotas.map((quota, at) => [quota.grade, [...path, 'quotas', at, 'grade']]),
    )
    for (const [at, precondition] of answer.preconditions.entries()) {
      yield* checkAmong(grade, [[precondition.grade, [...path, 'preconditions', at, 'grade']]])
      yield* checkAmong(ids.component, [
        [precondition.component, [...path, 'preconditions', at, 'component']],
      ])
    }
  }
  yield* checkKnowledgeTest(scheme)
}

/** 知识测试的规则: the row and the rule exist, and the rule takes a count. (R18) */
function* checkKnowledgeTest(scheme: Scheme): Generator<Found> {
  for (const { answer, path } of eachAnswer(scheme, 'knowledgeTest')) {
    if (answer.use !== 'rule') continue
    yield* checkAmong(knownIds(scheme).row, [[answer.row, [...path, 'row']]])
    const rules = [...eachRule(scheme)].filter(({ row }) => row.id === answer.row)
    if (rules.length === 0) continue
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
    if (named === undefined || TAKES_COUNT.has(named.rule.form)) continue
    const values = { row: answer.row, rule: answer.rule, form: named.rule.form }
    yield found('ruleTakesNoCount', [...path, 'rule'], values, {
      reads: [...reads, [...path, 'rule'], [...named.rulePath, 'form']],
    })
  }
}
