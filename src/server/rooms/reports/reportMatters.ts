import { daysBetween } from '../../../domain/kernel/calendar.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { type ReportLine, reportLines } from './listReports.ts'
import { proposeLateness } from './proposeLateness.ts'
import { mayWriteFor } from './presentReport.ts'
import { type ReportContext, reportContextOf } from './reportContext.ts'

/** Days ahead within which a report is told as due. */
const SOON = 30

/** Lists the reports under way: the secretary's own, those that wait for vetting, who is late, and what is proposed for the ledger. (六（三）) */
export async function listReportMatters(ground: MatterContext): Promise<Matter[]> {
  const { context, year, today, scored, actor } = ground
  const { scheme, units, inputs } = scored
  const reach = await ground.reach('readReports')
  const reports = scheme && reportContextOf({ scheme, roster: inputs.roster, units })
  if (reports === undefined) return []
  const lines = await reportLines(context.db, reports, { actor, reach, year, today })
  return [...own(ground, reports, lines), ...toVet(lines), ...(await late(ground, reports, lines))]
}

function own(
  { actor, today }: MatterContext,
  { due }: ReportContext,
  lines: readonly ReportLine[],
): Matter[] {
  const isNear = due !== undefined && daysBetween(today, due) <= SOON
  return lines
    .filter(({ unit }) => mayWriteFor(actor, unit))
    .flatMap(({ unit, state, lateness }): Matter[] => {
      const at = {
        id: `report-${unit}`,
        name: '述职报告',
        page: `$year/reports/${unit}`,
        due,
        waits: true,
        urgent: lateness === 'missing',
      }
      if (state === 'returned') return [{ ...at, text: '述职报告被退回，改好后重新上报', urgent: true }]
      if ((state !== 'absent' && state !== 'draft') || !isNear) return []
      return [{ ...at, text: state === 'absent' ? '撰写述职报告并上报' : '写完述职报告并上报' }]
    })
}

function toVet(lines: readonly ReportLine[]): Matter[] {
  const waiting = lines.filter(({ waits }) => waits)
  if (waiting.length === 0) return []
  return [
    {
      id: 'reportsToVet',
      name: '述职报告',
      text: `审核${waiting.length}份述职报告`,
      count: waiting.length,
      who: namesOf(waiting),
      page: '$year/reports',
      waits: true,
    },
  ]
}

async function late(
  { context, year, today, may, forSeal, reach }: MatterContext,
  reports: ReportContext,
  lines: readonly ReportLine[],
): Promise<Matter[]> {
  const missing = lines.filter(({ lateness }) => lateness === 'missing')
  const text = `${missing.length}个单位没有上报述职报告`
  const judges = forSeal || may('recordRoutine')
  const records = await reach('recordRoutine')
  const proposed =
    judges && records.all ? await proposeLateness(context.db, reports, records, { year, today }) : []
  const waits = may('vetReports')
  return [
    ...(missing.length > 0 && waits
      ? [
          {
            id: 'reportsMissing',
            name: '述职报告',
            text,
            who: namesOf(missing),
            page: '$year/reports',
            late: {
              text,
              since: reports.due,
              units: missing.map(({ unitName }) => unitName),
              asks: '报送述职报告',
            },
          },
        ]
      : []),
    ...(proposed.length > 0
      ? [
          {
            id: 'reportLateness',
            name: '述职报告迟报、漏报',
            text: `${proposed.length}个单位的述职报告迟报或漏报，待确认是否记入台账`,
            count: proposed.length,
            page: '$year/reportLateness',
            waits: may('recordRoutine'),
            seal: 'warning' as const,
          },
        ]
      : []),
  ]
}

const NAMED = 3

function namesOf(lines: readonly ReportLine[]): string {
  const names = lines.slice(0, NAMED).map(({ unitName }) => unitName)
  return `${names.join('、')}${lines.length > NAMED ? '等' : ''}`
}
