import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import { isPoints, points } from '../../../../domain/kernel/points.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { createFactBook } from '../../../../domain/year/facts/factBook.ts'
import type { BallotCount } from '../../../../domain/year/facts/facts.ts'
import { createFactsIntake } from '../../../../domain/year/facts/factsIntake.ts'
import { attachFiles } from '../../../office/files/attachFiles.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear, type YearContext } from '../../../year/loadYear.ts'
import { trailOf } from '../changeMeeting.ts'
import { convenes } from '../loadMeeting.ts'
import { insertMeeting, replaceSpeakers, saveMeeting } from '../meeting.store.ts'
import { type AskedMeeting, findAsked } from '../plan/meetingKinds.ts'
import { refuseOneForTwo } from '../plan/planMeeting.ts'
import { stampOf } from '../stampOf.ts'

type Body = Served<'POST /api/years/:year/meetings-elsewhere'>['body']

/** Enters the counts of a meeting held by other means, with its count sheet attached; it is reported and judged like any other, and marked so. `notConvenor`, `tellerIsScrutineer`, `meetingThere`, `countSheetFaulty`, `fileUnknown`. (四（四）) */
export async function enterElsewhere({
  context,
  actor,
  change,
  params: { year },
  body,
}: Served<'POST /api/years/:year/meetings-elsewhere'>): Promise<{ readonly id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const found = await loadYear(tx, year, { lock: true })
    if (isRefusal(found)) return found
    const asked = findAsked(found, body.kind, body.lead)
    if (isRefusal(asked)) return asked
    const [name, lead] = [`${asked.name}（另行召开）`, asked.lead ?? null]
    if (!convenes(actor, { lead })) return refuse('notConvenor', { name })
    const wrong = refuseOneForTwo(body)
    if (wrong !== undefined) return wrong
    const counts = readCounts(found, asked, name, body.counts)
    if (isRefusal(counts)) return counts
    const [id, stamp] = [context.newId(), stampOf(context, actor)]
    const { heldOn, place, teller, scrutineer } = body
    const made = await insertMeeting(tx, {
      id,
      year,
      kind: asked.kind.id,
      lead,
      component: asked.kind.component,
      name,
      heldOn,
      place,
      teller,
      scrutineer,
      convenor: actor.name,
      minutes: 1,
      reviewAfterEach: false,
      phones: false,
      rehearsal: false,
      elsewhere: true,
      entered: counts,
      phase: 'planned',
      ...stamp,
    })
    if (made === undefined) return refuse('meetingThere', { name: asked.name })
    const rated = new Set(counts.map(one => one.unit))
    await replaceSpeakers(
      tx,
      id,
      asked.appraisees
        .filter(one => rated.has(one.unit))
        .map((one, at) => ({
          unit: one.unit,
          unitName: one.name,
          secretary: one.personName ?? '',
          place: at + 1,
          speaks: true,
          spoken: true,
        })),
    )
    const owner = { owner: 'meeting', ownerId: id, year, unit: lead ?? '' } as const
    const refusal = await attachFiles(tx, context, actor, owner, body.files)
    if (refusal !== undefined) return refusal
    const stored = await saveMeeting(tx, made, { phase: 'counted', voting: 'closed' }, stamp)
    return {
      answer: { id },
      events: trailOf(stored, [{ kind: 'meetingEntered', values: { name, units: rated.size } }]),
    }
  })
}

/** Reads the counts as facts, by the same checks as every fact. `countSheetFaulty`. */
function readCounts(
  { scheme, roster, units }: YearContext,
  { kind: { component }, appraisees }: AskedMeeting,
  session: string,
  rows: Body['counts'],
): readonly BallotCount[] | Refusal {
  const known = new Set(appraisees.map(one => one.unit))
  const where = (at: number) => `第${at + 1}行（${units.get(rows[at]!.unit)?.name ?? '名册里没有的单位'}）`
  const intake = createFactsIntake(createFactBook(scheme, roster), scheme.cycle, (_list, at) => where(at))
  const faults: string[] = []
  for (const [at, { unit, voterClasses, marks, voided, abstained }] of rows.entries()) {
    if (!known.has(unit)) {
      faults.push(`${where(at)}的书记不在这种会议上述职`)
      continue
    }
    if (marks.some(({ mark }) => typeof mark === 'number' && !isPoints(mark))) {
      faults.push(`${where(at)}的分数最多三位小数`)
      continue
    }
    const written = marks.flatMap(({ mark, times }) =>
      Array.from({ length: times }, () => (typeof mark === 'number' ? points(mark) : mark)),
    )
    const count = { component, session, unit, voterClasses, marks: written, voided, abstained }
    const found = intake.take('ballotCounts', count, at)
    faults.push(...found.map(({ refusal }) => `${where(at)}${sentenceOfRefusal(refusal)}`))
  }
  return faults.length > 0
    ? refuse('countSheetFaulty', { faults: faults.slice(0, 5).join('；') })
    : intake.facts().ballotCounts
}
