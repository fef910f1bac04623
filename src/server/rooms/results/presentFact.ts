import type { Decision, Finding } from '../../../domain/year/facts/facts.ts'
import { printDay, printQuarter } from '../../../domain/kernel/calendar.ts'
import { printPoints } from '../../../domain/kernel/points.ts'
import { rankingsOf } from '../../../domain/year/facts/rankingsOf.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { EnteredFact } from './enteredFact.ts'

/** Describes a fact in one sentence, with names instead of ids. */
export function presentFact(entered: EnteredFact, scheme: Scheme, units: ReadonlyMap<string, Unit>): string {
  const unit = (id: string): string => `“${units.get(id)?.name ?? id}”`
  switch (entered.kind) {
    case 'findings':
      return `${unit(entered.body.unit)}的核查情况：${presentFinding(entered.body, scheme)}`
    case 'decisions':
      return presentDecision(entered.body, scheme, unit)
    case 'vetoes': {
      const { unit: of, veto, reason } = entered.body
      return `${unit(of)}的否决事实：${scheme.vetoes.find(one => one.id === veto)?.name ?? veto}，${reason}`
    }
    case 'annualGrades': {
      const { unit: of, annualGrade } = entered.body
      return `${unit(of)}的年度考核等次建议：${scheme.annualGradeRules.find(one => one.annualGrade === annualGrade)?.name ?? annualGrade}`
    }
  }
}

function presentFinding(
  { row, rule, count, persons, occasions, amount, quarter, foundOn, note }: Finding,
  scheme: Scheme,
): string {
  const found = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists].find(
    one => one.id === row,
  )
  const text = found?.rules.find(one => one.id === rule)?.text ?? rule
  const told = [
    `${row}“${text}”`,
    persons === undefined ? `${count}项（次）` : `${persons}人×${occasions ?? 1}次`,
    quarter === undefined ? undefined : printQuarter(quarter),
    foundOn === undefined ? undefined : printDay(foundOn),
    amount === undefined ? undefined : `酌定${printPoints(amount)}分`,
    note === undefined || note === '' ? undefined : note,
  ]
  return told.filter(part => part !== undefined).join('，')
}

function presentDecision(decision: Decision, scheme: Scheme, unit: (id: string) => string): string {
  const why = `（${decision.by}，理由：${decision.reason}）`
  switch (decision.kind) {
    case 'componentScore': {
      const name = scheme.components.find(one => one.id === decision.component)?.name ?? decision.component
      return `决定：${unit(decision.unit)}的“${name}”得${printPoints(decision.points)}分${why}`
    }
    case 'bandsApply': {
      const name = rankingsOf(scheme).find(one => one.id === decision.ranking)?.name ?? decision.ranking
      return `决定：排名“${name}”的名次段${decision.apply ? '适用' : '不适用'}${why}`
    }
    case 'fromBottom':
      return `决定：${unit(decision.unit)}为倒数第${decision.place}名${why}`
  }
}
