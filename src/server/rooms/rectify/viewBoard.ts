import { NOTHING } from '../../../contract/lists/listColumn.ts'
import { describeStanding, standingWords } from '../../../contract/rectify/problemColumns.ts'
import type { ProblemStanding } from '../../../domain/campaign/rectify/problemState.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { problemLines } from './listProblems.ts'
import type { ProblemLine } from './presentProblem.ts'
import { loadRectify } from './rectifyContext.ts'
import { countByYear } from './rectify.store.ts'

type Board = Answered<'GET /api/years/:year/problem-board'>

/** Problems shown in each column of the board. */
const MOST_CARDS = 5

/** Shows how the problems within reach stand: a column for each state, sums by unit, lead unit and row, and those of earlier years. (五（二）) */
export async function viewBoard({
  context,
  actor,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/problem-board'>): Promise<Board | Refusal> {
  const ground = await loadRectify(context.db, year)
  if (isRefusal(ground)) return ground
  const lines = await problemLines(context, ground, { year, actor, reach })
  const byWords = Map.groupBy(lines, describeStanding)
  const columns = Object.values(standingWords).flatMap(words => {
    const own = byWords.get(words)
    return own === undefined ? [] : [{ words, count: own.length, problems: own.slice(0, MOST_CARDS) }]
  })
  return {
    year,
    today: context.today(),
    days: daysOf(lines),
    columns,
    ...sumsOf(lines),
    years: await yearsOf(context.db, reach),
  }
}

/** Sums problems by unit, lead unit and row. */
export function sumsOf(lines: readonly ProblemLine[]): Pick<Board, 'units' | 'leadUnits' | 'rows'> {
  return {
    units: sumBy(lines, line => line.unitName, ''),
    leadUnits: sumBy(lines, line => line.leadUnitName, '没有牵头单位'),
    rows: sumBy(lines, line => line.rowTitle, '没有写明'),
  }
}

/** Sums the problems sent in each year within reach. */
export async function yearsOf(db: Database, reach: Reach): Promise<Board['years']> {
  const counts = await countByYear(db)
  return counts.filter(({ unit }) => reach.has(unit)).reduce<Board['years']>(addYear, [])
}

/** Problems shown on each day of the calendar. */
const MOST_OF_DAY = 3

function daysOf(lines: readonly ProblemLine[]): Board['days'] {
  const open = lines.filter(({ standing }) => standing !== 'confirmed' && standing !== 'dropped')
  return [...Map.groupBy(open, ({ dueOn }) => dueOn)]
    .flatMap(([day, own]) =>
      day === undefined
        ? []
        : [
            {
              day,
              count: own.length,
              overdue: own.filter(({ overdue }) => overdue).length,
              problems: own.slice(0, MOST_OF_DAY),
            },
          ],
    )
    .toSorted((one, other) => one.day.localeCompare(other.day))
}

function sumBy(
  lines: readonly ProblemLine[],
  nameOf: (line: ProblemLine) => string | undefined,
  without: string,
): Board['units'] {
  return [...Map.groupBy(lines, nameOf)]
    .map(([name, own]) => ({
      name: name ?? without,
      of: name ?? NOTHING,
      total: own.length,
      confirmed: own.filter(({ standing }) => standing === 'confirmed').length,
      overdue: own.filter(({ overdue }) => overdue).length,
      again: own.filter(({ again }) => again.length > 0).length,
    }))
    .toSorted((one, other) => other.overdue - one.overdue || other.total - one.total)
}

interface OfYear {
  readonly year: number
  readonly standing: ProblemStanding
  readonly count: number
  readonly again: number
}

function addYear(years: Board['years'], { year, standing, count, again }: OfYear): Board['years'] {
  const before = years.find(one => one.year === year) ?? { year, total: 0, confirmed: 0, again: 0 }
  const sum = {
    year,
    total: before.total + count,
    confirmed: before.confirmed + (standing === 'confirmed' ? count : 0),
    again: before.again + again,
  }
  return [...years.filter(one => one.year !== year), sum].toSorted((one, other) => one.year - other.year)
}
