import { describeDutySign, dutySignNames } from '../../../contract/leadDuty/describeDutySign.ts'
import { findDutySigns, isAllEqual } from '../../../domain/campaign/leadDuty/findDutySigns.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { dayIn } from '../../../domain/kernel/calendar.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { readDue } from '../routine/boards.store.ts'
import { readLed } from './leadDuty.store.ts'

type Signs = Answered<'GET /api/years/:year/lead-duty/signs'>

/** Lists the signs that lead units go through the motions, for the committee to weigh; they score nothing. (六（四）) */
export async function listDutySigns({
  context,
  params: { year },
}: Served<'GET /api/years/:year/lead-duty/signs'>): Promise<Signs | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  if (scored?.scheme === undefined) return refuse('yearWithoutScheme', { year })
  const meetingsDue = dueOfMeetings(scored)
  const gradesDue = await readDue(context.db, year)
  const sheets = sheetsByLead(scored)
  const order = new Intl.Collator('zh')
  const signs = (await readLed(context.db, year)).flatMap(({ lead, boards, meetings, ...led }) => {
    const conduct = {
      ...led,
      gradesDue,
      boards: (boards ?? []).map(one => ({ ...one, handedInOn: one.handedInOn ?? undefined })),
      meetingsDue,
      meetings: (meetings ?? []).map(one => ({ ...one, reportedOn: one.reportedOn ?? undefined })),
      sheets: sheets.get(lead) ?? { all: 0, equal: 0 },
    }
    const unitName = scored.units.get(lead)?.name ?? lead
    return findDutySigns(conduct, context.today()).map(sign => ({
      unit: lead,
      unitName,
      name: dutySignNames[sign.kind],
      text: describeDutySign(sign),
    }))
  })
  return { year, signs: signs.toSorted((one, other) => order.compare(one.unitName, other.unitName)) }
}

/** The day by which lead units hold their debrief meetings. */
function dueOfMeetings({ scheme, year }: ScoredYear): string | undefined {
  const kind = scheme!.meetings?.find(({ convenor }) => convenor === 'leadUnit')
  const entry = scheme!.timetable.find(({ id }) => id === kind?.deadline)
  return entry?.due === undefined ? undefined : dayIn(year, entry.due)
}

/** Counts the sheets of each lead unit's meetings, and those with equal marks. */
function sheetsByLead({ inputs, units }: ScoredYear) {
  const found = new Map<string, { readonly all: number; readonly equal: number }>()
  for (const sheet of inputs.facts.sheets) {
    const lead = units.get(sheet.marks[0]?.unit ?? '')?.leadUnit
    if (lead === undefined || sheet.marks.length < 2) continue
    const { all, equal } = found.get(lead) ?? { all: 0, equal: 0 }
    found.set(lead, { all: all + 1, equal: equal + (isAllEqual(sheet) ? 1 : 0) })
  }
  return found
}
