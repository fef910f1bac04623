import type { FactList, FactOf } from '../../domain/year/facts/factsIntake.ts'
import type { Decision } from '../../domain/year/facts/facts.ts'
import { type FactFault, faultIn } from '../../domain/kernel/factFault.ts'
import { refuse } from '../../domain/kernel/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { using } from './componentSheets.ts'
import type { FactsSheet } from './factsColumn.ts'
import { DECISION_KINDS } from './outcomeSheets.ts'
import type { RowValues } from './readValues.ts'

/** Makes a fact from the fields of a row, or returns the faults that only its shape can show. */
type MakeFact<L extends FactList> = (values: RowValues) => FactOf<L> | readonly FactFault[]

/** Returns the maker of a list's facts. The component is filled in where only one is scored this way and the sheet has no column for it. */
export function makerOf(
  list: Exclude<FactList, 'sheets'>,
  layout: FactsSheet,
  scheme: Scheme,
): MakeFact<FactList> {
  if (list === 'gradings') return withComponent(onlyComponent(scheme, layout, 'quotaGrading'))
  if (list === 'surveys') {
    const component = onlyComponent(scheme, layout, 'survey')
    return values => surveyOf({ ...component, ...values })
  }
  if (list === 'decisions') return values => decisionOf(values, layout)
  if (list === 'ballotCounts') {
    const component = onlyComponent(scheme, layout, 'ballots')
    return values => ({ marks: [], ...component, ...values }) as unknown as FactOf<FactList>
  }
  return values => values as unknown as FactOf<FactList>
}

/** Returns the only component, where the sheet has no column for it. */
export function onlyComponent(
  scheme: Scheme,
  layout: FactsSheet,
  kind: 'quotaGrading' | 'survey' | 'ballots',
): { readonly component?: string } {
  const [only] = using(scheme, kind).components
  const hasColumn = layout.columns.some(column => column.field === 'component')
  return hasColumn || only === undefined ? {} : { component: only.id }
}

function withComponent(component: { readonly component?: string }): MakeFact<FactList> {
  return values => ({ ...component, ...values }) as unknown as FactOf<FactList>
}

function surveyOf(values: RowValues): FactOf<'surveys'> {
  const answers: Record<string, number> = {}
  const rest: RowValues = {}
  for (const [field, value] of Object.entries(values)) {
    if (field.startsWith('answers.')) answers[field.slice('answers.'.length)] = value as number
    else rest[field] = value
  }
  return { ...rest, answers } as unknown as FactOf<'surveys'>
}

const FIELDS: { readonly [K in Decision['kind']]: readonly string[] } = {
  componentScore: ['unit', 'component', 'points'],
  bandsApply: ['ranking', 'apply'],
  fromBottom: ['unit', 'place'],
}

function decisionOf(values: RowValues, layout: FactsSheet): FactOf<'decisions'> | readonly FactFault[] {
  const wanted = FIELDS[values.kind as Decision['kind']] as readonly string[] | undefined
  const known = DECISION_KINDS.map(kind => `${kind.name}（${kind.id}）`).join('、')
  if (!wanted)
    return [faultIn('kind', refuse('unknownTerm', { what: 'decision', name: String(values.kind), known }))]
  const kind = DECISION_KINDS.find(each => each.id === values.kind)?.name ?? ''
  const headers = new Map(layout.columns.map(column => [column.field, column.header]))
  const all = ['unit', 'component', 'points', 'ranking', 'apply', 'place']
  const faults = all.flatMap(field => {
    const given = values[field] !== undefined
    if (given === wanted.includes(field)) return []
    const named = { field: headers.get(field) ?? field, kind }
    return [
      faultIn(field, given ? refuse('decisionFieldNotTaken', named) : refuse('decisionFieldMissing', named)),
    ]
  })
  return faults.length > 0 ? faults : (values as unknown as FactOf<'decisions'>)
}
