import { createHash } from 'node:crypto'
import { reportLines } from '../../../domain/campaign/report/measureReport.ts'
import type { PublishedPart } from '../../../domain/campaign/publish/publication.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { printPoints } from '../../../domain/kernel/points.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { listResults } from '../../../domain/score/listResults.ts'
import type { UnitResult } from '../../../domain/score/outcome.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { readProblems, type StoredProblem } from '../rectify/rectify.store.ts'
import { loadReports, type ReportContext } from '../reports/reportContext.ts'
import { readHandedIn } from '../reports/reports.store.ts'
import { findPage, type StoredPage } from './publish.store.ts'
import type { PublishedPage } from './publishedPage.ts'

/** Pages that are laid out between two turns of others. */
const AT_ONCE = 50

/** Lays out what the site shows of each unit from the released result, in the order of the roster's ids, and hashes it, while others are answered. (四（六）) */
export async function composePages(
  db: Database,
  scored: ScoredYear,
  parts: readonly PublishedPart[],
): Promise<{ readonly pages: readonly StoredPage[]; readonly hash: string }> {
  const { year } = scored
  const ground = parts.includes('report') ? await loadReports(db, year) : undefined
  const problems = parts.includes('rectification') ? await readLists(db, year) : undefined
  const results = listResults(scored.outcome!)
  const pages: StoredPage[] = []
  const printed = createHash('sha256')
  for (let at = 0; at < results.length; at += AT_ONCE) {
    const some = results.slice(at, at + AT_ONCE)
    const units = some.map(({ appraisee }) => appraisee.unit)
    const reports = ground && !isRefusal(ground) ? await readReports(db, year, ground, units) : undefined
    for (const result of some) {
      const { unit, name, post, personName } = result.appraisee
      const secretary = [post, personName].filter(Boolean).join(' ')
      const page: PublishedPage = {
        ...(secretary === '' ? {} : { secretary }),
        figures: figuresOf(scored.scheme!, result, parts),
        problems: problems && (problems.get(unit) ?? []),
        report: reports?.get(unit),
      }
      pages.push({ year, unit, place: pages.length, name, page })
      printed.update(`${pages.length === 1 ? '[' : ','}${JSON.stringify(pages.at(-1))}`)
    }
    await yieldToEventLoop()
  }
  return { pages, hash: printed.update(pages.length === 0 ? '[]' : ']').digest('hex') }
}

function figuresOf(
  scheme: Scheme,
  { components, composite, grade, standing }: UnitResult,
  parts: readonly PublishedPart[],
): PublishedPage['figures'] {
  const figures: { name: string; value: string }[] = []
  if (parts.includes('ballots'))
    for (const { component, points } of components) {
      const of = scheme.components.find(({ id }) => id === component)
      if (of?.methods.some(({ kind }) => kind === 'ballots') !== true || points === undefined) continue
      figures.push({ name: `${of.name}得分`, value: `${printPoints(points)}分` })
    }
  if (parts.includes('composite') && composite !== undefined)
    figures.push({ name: '综合得分', value: `${printPoints(composite)}分` })
  if (parts.includes('grade') && grade !== undefined) figures.push({ name: '考核等次', value: grade.name })
  if (parts.includes('place') && standing !== undefined)
    figures.push({ name: '名次', value: `第${standing.place}名（共${standing.of}名）` })
  return figures
}

/** How far a sent problem is, for everybody; its remedy and deadline are published once the plan has passed. */
const PUBLISHED: Readonly<
  Partial<Record<StoredProblem['standing'], { readonly says: string; readonly passed: boolean }>>
> = {
  sent: { says: '待报整改方案', passed: false },
  planReturned: { says: '待报整改方案', passed: false },
  handedIn: { says: '整改方案审核中', passed: false },
  inProgress: { says: '正在整改', passed: true },
  claimed: { says: '正在整改', passed: true },
  confirmed: { says: '已整改', passed: true },
}

/** Whether a problem may be published: it was sent, and no objection to it is open. */
export function isPublishable({ sentOn, standing, objection }: StoredProblem): boolean {
  return sentOn !== null && standing !== 'dropped' && objection !== 'open'
}

/** Names the units whose page still shows a problem that was taken back after it was laid out: an objection to it was upheld. */
export async function outdatedUnits(db: Database, year: number): Promise<readonly string[]> {
  const dropped = (await readProblems(db, year)).filter(
    ({ standing, sentOn }) => standing === 'dropped' && sentOn !== null,
  )
  const units: string[] = []
  for (const [unit, own] of Map.groupBy(dropped, one => one.unit)) {
    const page = await findPage(db, year, unit)
    const shown = new Set(page?.page.problems?.map(([text]) => text))
    if (own.some(({ text }) => shown.has(text))) units.push(page!.name)
  }
  return units
}

async function readLists(
  db: Database,
  year: number,
): Promise<ReadonlyMap<string, NonNullable<PublishedPage['problems']>>> {
  const rows = (await readProblems(db, year)).filter(isPublishable)
  return new Map(
    [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => [
      unit,
      own.map(({ text, remedy, deadline, standing }) => {
        const { says, passed } = PUBLISHED[standing] ?? { says: '', passed: false }
        return passed
          ? [text, remedy, deadline === null ? '' : printDay(deadline), says]
          : [text, '', '', says]
      }),
    ]),
  )
}

async function readReports(
  db: Database,
  year: number,
  { terms }: ReportContext,
  units: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<PublishedPage['report']>>> {
  return new Map(
    (await readHandedIn(db, year, units, { notReturned: true })).map(({ unit, content }) => {
      const [title, ...lines] = reportLines(terms, content)
      return [
        unit,
        {
          title: title!.text,
          lines: lines.map(({ kind, text }) => ({
            kind: kind === 'heading' ? ('heading' as const) : ('paragraph' as const),
            text,
          })),
          problems: content.problems.map(({ problem, remedy, due }) => [
            problem,
            remedy,
            due === undefined ? '' : printDay(due),
          ]),
        },
      ]
    }),
  )
}
