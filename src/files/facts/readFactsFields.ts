import type { z } from 'zod'
import {
  annualGradeProposalSchema,
  ballotCountSchema,
  ballotSheetSchema,
  decisionSchema,
  findingSchema,
  gradingSchema,
  knowledgeTestSchema,
  ledgerCountSchema,
  measureValueSchema,
  surveyTallySchema,
  vetoFactSchema,
  visitSchema,
} from '../../contract/year/factsSchema.ts'
import { readShape } from '../../contract/shape/readShape.ts'
import type { ShapeFault } from '../../contract/shape/shapeFault.ts'
import { holderSchema, unitSchema } from '../../contract/roster/rosterSchema.ts'
import { emptyFacts } from '../../domain/year/facts/emptyFacts.ts'
import { createFactBook } from '../../domain/year/facts/factBook.ts'
import { type FactList, createFactsIntake } from '../../domain/year/facts/factsIntake.ts'
import { isRefusal, refuse } from '../../domain/kernel/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type Fields, isFields, readHead, refuseUnknownKeys } from './readHead.ts'
import { factsReading, type FactsReading, type ReadingStep } from './factsReading.ts'
import { createReadingLog, type ReadingLog } from '../lists/readingLog.ts'
import { refusalOfShape } from './refusalOfShape.ts'
import { type Found, settleRoster } from './settleRoster.ts'
import { inText } from './whereabouts.ts'

const FACT_SCHEMAS: { readonly [L in FactList]: z.ZodType } = {
  visits: visitSchema,
  findings: findingSchema,
  ledger: ledgerCountSchema,
  gradings: gradingSchema,
  surveys: surveyTallySchema,
  ballotCounts: ballotCountSchema,
  sheets: ballotSheetSchema,
  measures: measureValueSchema,
  knowledgeTests: knowledgeTestSchema,
  vetoes: vetoFactSchema,
  decisions: decisionSchema,
  annualGrades: annualGradeProposalSchema,
}

const STEP = 5000

/** Reads facts from the plain values of a JSON or YAML file, item by item; a bad item is refused with its path and reading continues. */
export function* readFactsFields(value: unknown, scheme: Scheme): Generator<ReadingStep, FactsReading> {
  const log = createReadingLog()
  const nothing = (): FactsReading => factsReading(emptyFacts(scheme.cycle), { units: [], holders: [] }, log)
  const head = readHead(value, 'hengping-facts/1')
  if (isRefusal(head)) {
    log.refuse({}, head)
    return nothing()
  }
  refuseUnknownKeys(head, ['format', 'cycle', 'roster', ...Object.keys(FACT_SCHEMAS)], '', log)
  const { cycle, roster } = head
  if (cycle !== scheme.cycle) {
    log.refuse(
      { path: 'cycle' },
      typeof cycle === 'number'
        ? refuse('cycleMismatch', { scheme: scheme.cycle, facts: cycle })
        : missing('cycle'),
    )
    return nothing()
  }
  if (!isFields(roster) || !Array.isArray(roster.units)) {
    log.refuse({ path: 'roster' }, roster === undefined ? missing('roster') : missing('roster.units'))
    return nothing()
  }
  refuseUnknownKeys(roster, ['units', 'holders'], 'roster.', log)
  const lists = (Object.keys(FACT_SCHEMAS) as FactList[]).map(list => ({
    list,
    items: itemsOf(head, list, list, log),
  }))
  const holders = itemsOf(roster, 'holders', 'roster.holders', log)
  const total = roster.units.length + holders.length + lists.reduce((sum, { items }) => sum + items.length, 0)
  const refusedBefore = new Set<string>()
  const settled = settleRoster(
    shapes('units', roster.units, unitSchema, log, item => noteRefused(item, refusedBefore)),
    shapes('holders', holders, holderSchema, log),
    scheme,
    refusedBefore,
    inText,
    log,
  )
  let done = roster.units.length + holders.length
  yield { done, total }
  const book = createFactBook(scheme, settled.roster, settled.refusedUnits)
  const intake = createFactsIntake(book, scheme.cycle, inText.where)
  for (const { list, items } of lists) {
    for (const [at, item] of items.entries()) {
      takeItem(list, item, at)
      if (++done % STEP === 0) yield { done, total }
    }
  }
  return factsReading(intake.facts(), settled.roster, log, intake.places(), settled.refusedUnits)

  function takeItem(list: FactList, item: unknown, at: number): void {
    log.meet()
    const read = readShape(FACT_SCHEMAS[list], item)
    if (read.value === undefined) return sendBack(list, at, item, read.faults, log)
    const faults = intake.take(list, read.value as never, at)
    for (const { field, refusal } of faults) log.refuse(inText.place(list, at, field), refusal)
    if (faults.length > 0) log.turnAway()
    else log.accept()
  }
}

function shapes<S extends z.ZodType>(
  list: 'units' | 'holders',
  items: readonly unknown[],
  schema: S,
  log: ReadingLog,
  onFaulty?: (item: unknown) => void,
): readonly Found<z.output<S>>[] {
  return items.flatMap((item, at) => {
    log.meet()
    const read = readShape(schema, item)
    if (read.value !== undefined) return [{ item: read.value, at }]
    sendBack(list, at, item, read.faults, log)
    onFaulty?.(item)
    return []
  })
}

function sendBack(
  list: FactList | 'units' | 'holders',
  at: number,
  item: unknown,
  faults: readonly ShapeFault[],
  log: ReadingLog,
): void {
  for (const fault of faults)
    log.refuse(inText.place(list, at, printPath(fault.path)), refusalOfShape(fault, item))
  log.turnAway()
}

function printPath(path: readonly (string | number)[]): string | undefined {
  if (path.length === 0) return undefined
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('')
}

function noteRefused(item: unknown, refused: Set<string>): void {
  if (!isFields(item)) return
  for (const text of [item.id, item.name]) if (typeof text === 'string') refused.add(text)
}

function itemsOf(fields: Fields, key: string, path: string, log: ReadingLog): readonly unknown[] {
  const value = fields[key]
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  log.refuse(
    { path },
    refuse('listExpected', {
      found: value === null ? '空' : typeof value === 'object' ? '一组字段' : String(value).slice(0, 40),
    }),
  )
  return []
}

function missing(field: string): ReturnType<typeof refuse<'fieldMissing'>> {
  return refuse('fieldMissing', { field })
}
