import type { BallotMark } from '../../domain/year/facts/facts.ts'
import type { FactsIntake } from '../../domain/year/facts/factsIntake.ts'
import { refuse } from '../../domain/kernel/refusal.ts'
import type { FactFault } from '../../domain/kernel/factFault.ts'
import type { ReadingLog } from '../lists/readingLog.ts'
import { readSheet, type SheetContext, type SheetTask } from './readSheet.ts'
import type { RowValues } from './readValues.ts'
import type { Whereabouts } from './whereabouts.ts'

interface Ballot {
  readonly component: string
  readonly session: string
  readonly voterClass: string
  readonly ballot: string
  readonly marks: BallotMark[]
  readonly rows: number[]
  /** the first of its rows that could not be read. */
  brokenRow?: number
}

/** Reads ballots (测评票): gathers the marks of each sheet (same session, class and number), and accepts or refuses each sheet as a whole, because a vote is not split. (四（四）) */
export function* readBallotRows(
  task: SheetTask,
  context: SheetContext,
  component: { readonly component?: string },
  intake: FactsIntake,
  places: Whereabouts,
): Generator<number> {
  const ballots = new Map<string, Ballot>()
  yield* readSheet(
    task,
    context,
    (values, row) => {
      const ballot = ballotOf({ ...component, ...values })
      ballot.marks.push(markOf(values))
      ballot.rows.push(row)
      return undefined
    },
    (values, row) => {
      const { session, voterClass, ballot: number } = values
      if (session !== undefined && voterClass !== undefined && number !== undefined)
        ballotOf({ ...component, ...values }).brokenRow ??= row
    },
  )
  for (const ballot of ballots.values()) takeBallot(ballot, intake, places, context.log)

  function ballotOf(values: RowValues): Ballot {
    const [of, session, voterClass, ballot] = [
      values.component,
      values.session,
      values.voterClass,
      values.ballot,
    ].map(String) as [string, string, string, string]
    const key = [of, session, voterClass, ballot].join('\u0001')
    const known = ballots.get(key)
    if (known) return known
    const fresh: Ballot = { component: of, session, voterClass, ballot, marks: [], rows: [] }
    ballots.set(key, fresh)
    return fresh
  }
}

function markOf({ unit, points, grade }: RowValues): BallotMark {
  const mark: { unit: string; points?: unknown; grade?: unknown } = { unit: unit as string }
  if (points !== undefined) mark.points = points
  if (grade !== undefined) mark.grade = grade
  return mark as BallotMark
}

function takeBallot(found: Ballot, intake: FactsIntake, places: Whereabouts, log: ReadingLog): void {
  const { component, session, voterClass, marks, rows, ballot, brokenRow } = found
  if (rows.length === 0) return
  const faults =
    brokenRow === undefined ? intake.take('sheets', { component, session, voterClass, marks }, rows[0]!) : []
  if (faults.length === 0 && brokenRow === undefined) {
    log.accept(rows.length)
    return
  }
  const faulty = new Map<number, FactFault[]>()
  for (const fault of faults) {
    const { at, field } = markField(fault.field)
    const row = rows[at] ?? rows[0]!
    faulty.set(row, [...(faulty.get(row) ?? []), { ...fault, field }])
  }
  const first = brokenRow ?? [...faulty.keys()][0]!
  for (const row of rows) {
    const own = faulty.get(row) ?? [{ refusal: refuse('ballotRefused', { ballot, row: `第${first}行` }) }]
    for (const { field, refusal } of own) log.refuse(places.place('sheets', row, field), refusal)
  }
  log.turnAway(rows.length)
}

/** Splits a field path: `marks[2].points` is the `points` field of the third mark. */
function markField(field: string | undefined): { readonly at: number; readonly field?: string } {
  const found = /^marks\[(\d+)\]\.(.+)$/.exec(field ?? '')
  if (found) return { at: Number(found[1]), field: found[2]! }
  return field === undefined ? { at: 0 } : { at: 0, field }
}
