import { findCopies, printCorpus } from '../../../domain/campaign/report/findCopies.ts'
import { COPIED_PERCENT, percentAlike } from '../../../domain/campaign/report/percentAlike.ts'
import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { noticePrints, paragraphsToCompare, readCorpus } from './copyCorpus.ts'
import { mayWriteFor } from './presentReport.ts'
import { appraiseeOf, loadReports } from './reportContext.ts'
import { findReport, findVersion, type ReportAddress } from './reports.store.ts'

type Copies = Answered<'GET /api/years/:year/units/:unit/report/copies'>

/** Finds paragraphs of a report that another one of this year, or one of the two years before, has nearly the same; never a reason to refuse it. `noReports`, `noSuchUnit`, `notReporting`. */
export async function findReportCopies({
  context: { db },
  actor,
  params: address,
}: Served<'GET /api/years/:year/units/:unit/report/copies'>): Promise<Copies | Refusal> {
  const ground = await loadReports(db, address.year)
  if (isRefusal(ground)) return ground
  const appraisee = appraiseeOf(ground, address.unit)
  if (isRefusal(appraisee)) return appraisee
  const content = await contentFor(db, actor, address)
  if (content === undefined) return { compared: 0, copies: [] }
  const leaveOut = noticePrints(ground.scheme)
  const own = paragraphsToCompare(address, content, leaveOut)
  const others = (await readCorpus(db, address.year, leaveOut)).filter(
    ({ year, unit }) => year !== address.year || unit !== address.unit,
  )
  const reports = new Map<string, number>()
  const numberOf = (key: string): number => {
    const known = reports.get(key)
    if (known !== undefined) return known
    reports.set(key, reports.size)
    return reports.size - 1
  }
  const corpus = printCorpus(
    others.map(({ year, unit, prints }) => ({ prints, report: numberOf(`${year} ${unit}`) })),
  )
  const found = findCopies(
    own.map(({ prints }) => prints),
    corpus,
  ).flatMap(match => {
    const percent = percentAlike(own[match.own]!.text, others[match.other]!.text)
    return percent < COPIED_PERCENT ? [] : [{ ...match, percent }]
  })
  const names = await namesIn(db, new Set(found.map(match => others[match.other]!.year)))
  return {
    compared: reports.size,
    copies: found.map(match => {
      const [mine, other] = [own[match.own]!, others[match.other]!]
      return {
        paragraph: mine.paragraph,
        text: mine.text,
        percent: match.percent,
        other: {
          year: other.year,
          unit: other.unit,
          unitName: names.get(`${other.year} ${other.unit}`) ?? other.unit,
          own: other.unit === address.unit,
          text: other.text,
        },
      }
    }),
  }
}

async function namesIn(db: Database, years: ReadonlySet<number>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const year of years)
    for (const { id, name } of (await readRoster(db, year)).units) names.set(`${year} ${id}`, name)
  return names
}

async function contentFor(
  db: Database,
  actor: Actor,
  address: ReportAddress,
): Promise<DebriefReport | undefined> {
  const row = await findReport(db, address)
  if (row === undefined || mayWriteFor(actor, address.unit)) return row?.content
  return (await findVersion(db, address, row.handedNth))?.content
}
