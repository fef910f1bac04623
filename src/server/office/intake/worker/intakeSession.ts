import type { IntakeChoice, IntakePlan } from '../../../../contract/intake/intakeRoutes.ts'
import { factsSheets } from '../../../../files/facts/factsSheets.ts'
import { inText, inWorkbook } from '../../../../files/facts/whereabouts.ts'
import { writeFactsTemplate } from '../../../../files/facts/writeFactsTemplate.ts'
import { emptyFacts } from '../../../../domain/year/facts/emptyFacts.ts'
import type { CycleFacts } from '../../../../domain/year/facts/facts.ts'
import type { History, PastEntry } from '../../../../domain/year/history/history.ts'
import type { Holder, Roster, Unit } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { FactBody, FactKind } from '../../../year/year.tables.ts'
import type { IntakeReading, RefusedLine, TextPart } from './intakeReading.ts'
import type { PlacedFacts } from './planFacts.ts'
import { defaultChoice, planIntake, type PlannedWork } from './planIntake.ts'
import { readFile } from './readFile.ts'
import { writeRefusedList } from './writeRefusedList.ts'

/** The year's roster and earlier results, as sent to the desk. */
interface Standing {
  readonly roster: Roster
  readonly history: History
  /** years whose results were sealed in this installation. */
  readonly sealed: readonly number[]
}

/** The import desk: work too long for the server's own thread. It holds one file and one year at a time; contents go in and out in parts. */
export interface IntakeSession {
  /** reads a file; its parts and refused rows are then taken out. */
  read(
    scheme: Scheme,
    bytes: Uint8Array,
    standing: Roster,
    headings?: string,
  ): Promise<{
    readonly reading: IntakeReading
    readonly medium: 'workbook' | 'text'
    readonly fault?: string
  }>
  takePart(): TextPart | undefined
  takeRefused(): readonly RefusedLine[] | undefined
  /** takes a part of what was read before, instead of reading it again. */
  givePart(part: TextPart): void
  /** takes a part of the facts that the year holds. */
  giveFacts(part: TextPart): void
  /** makes a plan; its refused rows are then taken out. Without a choice, uses the default. */
  plan(
    scheme: Scheme,
    standing: Standing,
    medium: 'workbook' | 'text',
    choice?: IntakeChoice,
  ): {
    readonly choice: IntakeChoice
    readonly plan: Omit<IntakePlan, 'number'>
    readonly work: string
    readonly refused: number
  }
  /** makes a workbook to fill in, with the year's roster and the facts given. */
  workbook(scheme: Scheme, standing?: Omit<Standing, 'sealed'>): Promise<Uint8Array>
  giveRefused(lines: readonly RefusedLine[]): void
  refusedList(title: string, madeOn: string): Promise<Uint8Array>
}

const PART = 2_000

/** Creates an import desk. */
export function createIntakeSession(onProgress: (done: number, total?: number) => void): IntakeSession {
  const [read, year] = [createContent(), createContent()]
  let parts: Iterator<TextPart> = [].values()
  let refused: Iterator<readonly RefusedLine[]> = [].values()
  const listed: RefusedLine[] = []
  return {
    async read(scheme, bytes, standing, headings) {
      const file = await readFile(bytes, scheme, standing, onProgress, headings)
      read.take(file)
      parts = partsOf(read)
      refused = chunks(file.refused)
      return {
        reading: file.reading,
        medium: file.medium,
        fault: file.fault,
      }
    },
    takePart: () => nextOf(parts),
    takeRefused: () => nextOf(refused),
    givePart: read.give,
    giveFacts: year.give,
    plan(scheme, { roster, history, sealed }, medium, choice) {
      const layouts = factsSheets(scheme).filter(layout => layout.list !== 'history')
      const both = {
        scheme,
        before: { roster, history, sealed, facts: year.facts() },
        read: { roster: read.roster(), history: read.history(), facts: read.facts() },
        whereabouts: medium === 'workbook' ? inWorkbook(layouts) : inText,
      }
      const chosen = choice ?? defaultChoice(both.read, roster)
      const planned = planIntake(both, chosen)
      refused = chunks(planned.refused)
      return {
        choice: chosen,
        plan: planned.plan,
        work: JSON.stringify(planned.work satisfies PlannedWork),
        refused: planned.refused.length,
      }
    },
    workbook: (scheme, standing) =>
      standing === undefined
        ? writeFactsTemplate(scheme)
        : writeFactsTemplate(scheme, {
            ...standing,
            facts: { ...emptyFacts(scheme.cycle), ...Object.fromEntries(bodiesOf(year.facts())) },
          }),
    giveRefused: lines => append(listed, lines),
    refusedList: (title, madeOn) => writeRefusedList(title, madeOn, listed),
  }
}

type Content = {
  readonly roster: Roster
  readonly history: History
  readonly facts: CycleFacts
  readonly places: Lists<number>
}
type Lists<T> = { readonly [K in FactKind]: readonly T[] }

/** Collects one side's content, whole or assembled from its parts. */
function createContent() {
  const facts = new Map<FactKind, { bodies: FactBody[]; places: number[] }>()
  const units: Unit[] = []
  const holders: Holder[] = []
  const entries: (readonly [number, PastEntry])[] = []
  return {
    roster: (): Roster => ({ units, holders }),
    history: (): History => ({
      years: [...Map.groupBy(entries, ([cycle]) => cycle)].map(([cycle, list]) => ({
        cycle,
        entries: list.map(([, entry]) => entry),
      })),
    }),
    facts: (): ReadonlyMap<FactKind, PlacedFacts> => facts,
    take(content: Content): void {
      append(units, content.roster.units)
      append(holders, content.roster.holders)
      for (const { cycle, entries: list } of content.history.years) {
        append(
          entries,
          list.map(entry => [cycle, entry] as const),
        )
      }
      for (const [kind, places] of Object.entries(content.places) as [FactKind, readonly number[]][]) {
        if (places.length > 0) facts.set(kind, { bodies: [...content.facts[kind]], places: [...places] })
      }
    },
    give({ kind, bodies, places }: TextPart): void {
      const list = JSON.parse(bodies) as unknown[]
      if (kind === 'units') append(units, list as Unit[])
      else if (kind === 'holders') append(holders, list as Holder[])
      else if (kind === 'history') append(entries, list as [number, PastEntry][])
      else {
        const held = facts.get(kind) ?? { bodies: [], places: [] }
        facts.set(kind, held)
        append(held.bodies, list as FactBody[])
        append(held.places, JSON.parse(places) as number[])
      }
    },
    entries: (): readonly (readonly [number, PastEntry])[] => entries,
  }
}

function* partsOf(content: ReturnType<typeof createContent>): Generator<TextPart> {
  const { units, holders } = content.roster()
  yield* inParts('units', units)
  yield* inParts('holders', holders)
  yield* inParts('history', content.entries())
  for (const [kind, { bodies, places }] of content.facts()) yield* inParts(kind, bodies, places)
}

function* inParts(
  kind: TextPart['kind'],
  items: readonly unknown[],
  places: readonly number[] = [],
): Generator<TextPart> {
  for (let at = 0; at < items.length; at += PART) {
    const chunk = items.slice(at, at + PART)
    yield {
      kind,
      count: chunk.length,
      bodies: JSON.stringify(chunk),
      places: JSON.stringify(places.slice(at, at + PART)),
    }
  }
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += PART) yield items.slice(at, at + PART)
}

function bodiesOf(
  facts: ReadonlyMap<FactKind, PlacedFacts>,
): readonly (readonly [FactKind, readonly FactBody[]])[] {
  return [...facts].map(([kind, { bodies }]) => [kind, bodies])
}

/** Appends items one by one: spreading a long list into `push` overflows the stack. */
function append<T>(into: T[], items: readonly T[]): void {
  for (const item of items) into.push(item)
}

function nextOf<T>(items: Iterator<T>): T | undefined {
  const next = items.next()
  return next.done === true ? undefined : next.value
}
