import { type Day, daysBetween } from '../../../domain/kernel/calendar.ts'
import type { RoomDate } from '../../year/due/listDates.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { type ReportLine, reportLines } from './listReports.ts'
import { proposeLateness } from './proposeLateness.ts'
import { mayWriteFor } from './presentReport.ts'
import { type ReportContext, reportContextOf } from './reportContext.ts'

/** Days ahead within which a report is told as due. */
const SOON = 30

/** Lists the reports under way: the secretary's own, those that wait for vetting, who is late, and what is proposed for the ledger. (六（三）) */
export async function listReportMatters(ground: MatterContext): Promise<Matter[]> {
  const reports = reportsOf(ground)
  if (reports === undefined) return []
  const lines = await linesOf(ground, reports)
  return [...own(ground, reports, lines), ...toVet(lines), ...(await late(ground, reports, lines))]
}

/** Lists the day for reports as a date of the year, with how many within reach are owing. */
export async function listReportDates(ground: MatterContext): Promise<readonly RoomDate[]> {
  const reports = reportsOf(ground)
  if (reports === undefined) return []
  const lines = await linesOf(ground, reports)
  const left = lines.filter(({ state }) => isOwed(state)).length
  return [{ of: reports.rules.deadline, open: left > 0 || lines.length === 0, left }]
}

function reportsOf({ scored: { scheme, units, inputs } }: MatterContext): ReportContext | undefined {
  return scheme && reportContextOf({ scheme, roster: inputs.roster, units })
}

/** The lines within reach, read once a question: matters and dates ask for the same. */
async function linesOf(ground: MatterContext, reports: ReportContext): Promise<readonly ReportLine[]> {
  const { context, year, today, actor } = ground
  const read = async () =>
    reportLines(context.db, reports, { actor, reach: await ground.reach('readReports'), year, today })
  const known = asked.get(ground) ?? read()
  asked.set(ground, known)
  return known
}

const asked = new WeakMap<MatterContext, Promise<readonly ReportLine[]>>()

/** Whether a report is still to be handed in, for the first time or again. */
function isOwed(state: ReportLine['state']): boolean {
  return state === 'absent' || state === 'draft' || state === 'returned'
}

function isOwing({ state }: ReportLine, { due }: ReportContext, today: Day): boolean {
  return isOwed(state) && due !== undefined && today > due
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
      if (state === 'returned') return [{ ...at, text: '修改退回的述职报告并重新上报', urgent: true }]
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
      who: namesOf(waiting),
      page: '$year/reports',
      waits: true,
    },
  ]
}

async function late(
  { context, year, today, actor, may, forSeal, reach }: MatterContext,
  reports: ReportContext,
  lines: readonly ReportLine[],
): Promise<Matter[]> {
  const owing = lines.filter(one => isOwing(one, reports, today) && !mayWriteFor(actor, one.unit))
  const returned = owing.filter(({ state }) => state === 'returned').length
  const parts = [
    [owing.length - returned, '没有上报'],
    [returned, '退回后没有重新上报'],
  ] as const
  const [only, other] = parts.filter(([count]) => count > 0)
  const of = other === undefined ? `，${only?.[1]}` : `：${partsOf(parts, '份')}`
  const text = `述职报告逾期${owing.length}份${of}`
  const judges = forSeal || may('recordRoutine')
  const records = await reach('recordRoutine')
  const proposed =
    judges && records.all ? await proposeLateness(context.db, reports, records, { year, today }) : []
  return [
    ...(owing.length > 0
      ? [
          {
            id: 'reportsMissing',
            name: '述职报告',
            text,
            page: '$year/reports',
            late: {
              text,
              since: reports.due,
              units: owing.map(({ unitName }) => unitName),
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
            act: `确认述职报告迟报、漏报的${proposed.length}个单位是否记入台账`,
            who: partsOf(
              [
                [proposed.filter(({ kind }) => kind === 'late').length, '迟报，已报来'],
                [proposed.filter(({ kind }) => kind === 'missing').length, '漏报，至今没有报来'],
              ],
              '个',
            ),
            page: '$year/reportLateness',
            waits: may('recordRoutine'),
            seal: 'warning' as const,
          },
        ]
      : []),
  ]
}

/** Says of what a count consists: 5份没有上报，3份退回后没有重新上报. */
function partsOf(parts: readonly (readonly [count: number, what: string])[], unit: string): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count}${unit}${what}`)
    .join('；')
}

const NAMED = 3

function namesOf(lines: readonly ReportLine[]): string {
  const names = lines.slice(0, NAMED).map(({ unitName }) => unitName)
  return `${names.join('、')}${lines.length > NAMED ? '等' : ''}`
}
