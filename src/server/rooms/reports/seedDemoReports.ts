import type { DemoReport } from '../../../demo/demoReports.ts'
import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import { addDays } from '../../../domain/kernel/calendar.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { quoteOf } from './commentReport.ts'
import { loadReports, type ReportContext, vettersOf } from './reportContext.ts'
import { report, reportComment, reportStep, reportVersion } from './reports.tables.ts'

const AT_ONCE = 200

/** Loads the debrief reports of the demo year, with how far their vetting is. */
export async function seedDemoReports(
  tx: Transaction,
  context: AppContext,
  { cycle: year }: Scheme,
  made: readonly DemoReport[],
): Promise<void> {
  const ground = await loadReports(tx, year)
  if (isRefusal(ground)) return
  for (let at = 0; at < made.length; at += AT_ONCE) {
    const rows = made
      .slice(at, at + AT_ONCE)
      .map((one, place) => rowsOf(context, ground, year, one, at + place))
    await tx.insert(report).values(rows.flatMap(row => row.reports))
    const [versions, steps, comments] = [
      rows.flatMap(row => row.versions),
      rows.flatMap(row => row.steps),
      rows.flatMap(row => row.comments),
    ]
    if (versions.length > 0) await tx.insert(reportVersion).values(versions)
    if (steps.length > 0) await tx.insert(reportStep).values(steps)
    if (comments.length > 0) await tx.insert(reportComment).values(comments)
    await yieldToEventLoop()
  }
}

const PRESS = '问题部分有两段与其他单位的报告大段相同，请本人重新查摆后上报。'

function rowsOf(
  context: AppContext,
  ground: ReportContext,
  year: number,
  { unit, report: content, handedOn, behalf, standing }: DemoReport,
  at: number,
) {
  const appraisee = ground.appraisees.get(unit)
  const by = { byId: SYSTEM_ACTOR.id, by: appraisee?.personName ?? '党组织书记' }
  const draft = {
    year,
    unit,
    state: standing,
    content,
    savedBy: by.by,
    savedAt: `${handedOn ?? `${year}-12-08`}T08:10:00Z`,
  }
  if (handedOn === undefined || appraisee === undefined)
    return { reports: [draft], versions: [], steps: [], comments: [] }
  const { words } = measureReport(ground.terms, content)
  const vetters = vettersOf(ground, appraisee)
  const acting =
    standing === 'vetted'
      ? vetters
      : standing === 'returned'
        ? vetters.slice(0, 1)
        : vetters.slice(0, at % vetters.length)
  const on = addDays(handedOn, 1 + (at % 4))
  const stepOf = (vetter: string, name: string) => ({
    id: context.newId(),
    year,
    unit,
    nth: 1,
    vetter,
    byId: SYSTEM_ACTOR.id,
    by: name,
    on,
    at: `${on}T02:00:00Z`,
  })
  return {
    reports: [{ ...draft, handedNth: 1, firstHandedOn: handedOn }],
    versions: [
      {
        year,
        unit,
        nth: 1,
        kind: 'handedIn' as const,
        content,
        words,
        handedOn,
        behalf,
        ...by,
        at: draft.savedAt,
      },
    ],
    steps: acting.map(({ vetter, name }) => ({
      ...stepOf(vetter, name),
      kind: standing === 'returned' ? ('returned' as const) : ('signed' as const),
      reason: standing === 'returned' ? PRESS : '',
    })),
    comments:
      standing !== 'returned'
        ? []
        : [
            {
              id: context.newId(),
              year,
              unit,
              nth: 1,
              vetter: vetters[0]!.vetter,
              paragraph: 'p0',
              quote: quoteOf(
                content.sections.flatMap(({ paragraphs }) => paragraphs).find(({ id }) => id === 'p0')!.text,
              ),
              text: '这一段写的不像本单位的情况，请写本人实际抓的工作。',
              byId: SYSTEM_ACTOR.id,
              by: vetters[0]!.name,
              at: `${on}T01:50:00Z`,
            },
          ],
  }
}
