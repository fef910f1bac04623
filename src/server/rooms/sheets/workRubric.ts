import type { Points } from '../../../domain/kernel/points.ts'
import {
  countingOf,
  formOf,
  levelsOf,
  requirementsOf,
  type Rule,
  unitWordOf,
} from '../../../domain/scheme/forms/ruleForms.ts'
import type { Row } from '../../../domain/scheme/rubric.ts'
import { indexRulings, type Rulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Work } from './presentWork.ts'

type WorkRubric = Work['rubrics'][number]
type WorkRule = WorkRubric['rows'][number]['rules'][number]

/** Returns the rubric (评分细则) for units of a tier on the phone: its rows, with rules as buttons, except rules driven by a measure. `undefined` if the tier is not inspected. */
export function rubricFor(scheme: Scheme, tier: string): WorkRubric | undefined {
  const methods = scheme.components.flatMap(component =>
    component.methods.filter(method => method.tiers?.includes(tier) ?? true),
  )
  const used = methods.flatMap(method => (method.kind === 'rubric' ? [method.rubric] : []))
  const rubrics = scheme.rubrics.filter(rubric => used.includes(rubric.id))
  const [first] = rubrics
  if (first === undefined) return undefined
  const rulings = indexRulings(scheme)
  const rows = rubrics.flatMap(rubric => rubric.rows.filter(row => row.tiers?.includes(tier) ?? true))
  return {
    key: `${scheme.cycle} ${tier}`,
    year: scheme.cycle,
    title: first.title,
    base: rubrics.reduce((sum, rubric) => sum + rubric.base, 0) as Points,
    sections: rubrics.flatMap(rubric => rubric.sections.map(({ id, title }) => ({ id, title }))),
    rows: rows.map(row => ({
      id: row.id,
      section: row.section,
      title: row.title,
      base: row.base,
      citation: row.citation,
      rules: row.rules
        .filter(rule => !('measure' in rule))
        .map(rule => presentRule(rule, row, scheme, rulings)),
    })),
  }
}

function presentRule(rule: Rule, row: Row, scheme: Scheme, rulings: Rulings): WorkRule {
  const form = formOf(rule)
  const each = form.perCount?.(rule)
  const amount = form.bounds?.(rule, row.base, rulings.find('discretionary')?.answer)
  const levels = levelsOf(rule)
  const nameOf = (counter: string): string => scheme.counters.find(one => one.id === counter)?.name ?? counter
  const counters = [
    ...(rule.counter === undefined ? [] : [{ id: rule.counter, name: nameOf(rule.counter) }]),
    ...requirementsOf(rule).map(({ counter, required, per }) => ({
      id: counter,
      name: nameOf(counter),
      required,
      per,
    })),
  ]
  return {
    id: rule.id,
    text: rule.text,
    form: rule.form,
    effect: form.effect,
    unitWord: unitWordOf(rule),
    once: countingOf(rule, rulings.find('unclearUnit')?.answer) !== 'each',
    byPersons: form.byPersons === true,
    counters,
    exclusiveWith: [...(rule.exclusiveWith ?? [])],
    points: each as Points | undefined,
    most: rule.most,
    amount,
    levels: levels?.map(level => ({ ...level })),
    multipliers: rule.multipliers?.map(one => ({ ...one })),
    cap: rule.cap,
    ruling: rule.ruling,
  }
}
