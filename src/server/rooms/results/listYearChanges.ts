import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { TrailLine } from '../../../files/trail/trailHash.ts'
import { readHead, walkTrail } from '../../office/audit/audit.store.ts'
import { sentenceOf } from '../../office/audit/presentLine.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { localDay } from '../../platform/localDays.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import { endOfDay } from './endOfDay.ts'
import { presentComparison } from './presentComparison.ts'
import { readWritten, type Written } from './yearChanges.store.ts'

type Changes = Answered<'GET /api/years/:year/changes'>

const MOST_TOLD = 200

/** Compares a year at the ends of two days, and names the lines of the trail that changed it. `notFound`, `dayAhead`, `dayNotKept`, `daysReversed`. */
export async function listYearChanges({
  context,
  params: { year },
  query: { from, to = localDay(context.now()) },
}: Served<'GET /api/years/:year/changes'>): Promise<Changes | Refusal> {
  if (from > to) return refuse('daysReversed', { from, to })
  const ends = [await endOfDay(context, year, from), await endOfDay(context, year, to)] as const
  for (const end of ends) if (isRefusal(end)) return end
  const [first, last] = ends as readonly [string, string]
  const outcomes = outcomesOf(context.db)
  const one = (await outcomes.asOf(year, first, false))?.scored?.outcome
  const isNow = last > context.now().toISOString()
  const there = isNow ? outcomes.current(year) : outcomes.asOf(year, last, false).then(then => then?.scored)
  const other = (await there)?.outcome
  const lines = await linesOf(context, year, { from: first, until: last }, { from, to })
  return {
    from,
    to,
    comparison: one && other && presentComparison(one, other),
    lines: lines.toReversed().slice(0, MOST_TOLD),
    total: lines.length,
  }
}

/** How far to look for a line of the author before the next line of anybody is taken: others may write meanwhile. */
const MOST_BETWEEN = 50

/** The lines of the trail by which something was written: each is the first of its author from that moment on. */
async function linesOf(
  { db }: AppContext,
  year: number,
  span: { readonly from: string; readonly until: string },
  days: { readonly from: string; readonly to: string },
): Promise<readonly Line[]> {
  const trail: TrailLine[] = []
  for await (const line of walkTrail(db, { year, ...days }, (await readHead(db)).seq))
    if (line.kind !== 'sealedRead') trail.push(line)
  const found = new Map<TrailLine, Written[]>()
  let next = 0
  for (const one of await readWritten(db, year, span.from, span.until)) {
    while (next < trail.length && trail[next]!.at < one.moment) next += 1
    const near = trail.slice(next, next + MOST_BETWEEN)
    const line = near.find(({ actorName }) => actorName === one.author) ?? near[0]
    if (line !== undefined) found.set(line, [...(found.get(line) ?? []), one])
  }
  return [...found].toSorted(([left], [right]) => left.seq - right.seq).map(([line, own]) => tell(line, own))
}

type Line = Changes['lines'][number]

function tell(line: TrailLine, own: readonly Written[]): Line {
  const sum = (count: 'entered' | 'withdrawn' | 'roster'): number =>
    own.reduce((all, one) => all + one[count], 0)
  const { seq, at, actorName } = line
  return {
    seq,
    at,
    by: actorName,
    sentence: sentenceOf(line),
    entered: sum('entered'),
    withdrawn: sum('withdrawn'),
    roster: sum('roster'),
  }
}
