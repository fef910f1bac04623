import { scanJobOf } from '../../../../contract/meetings/paperFields.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { deleteJobs } from '../../../platform/jobs/jobs.store.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { deleteBallots } from '../ballots/ballots.store.ts'
import { linesOf } from '../changeMeeting.ts'
import { convenes, openMeeting } from '../loadMeeting.ts'
import { deleteMeeting } from '../meeting.store.ts'
import { deletePaper } from '../paper/paper.store.ts'

/** Ends a rehearsal: deletes the meeting with its slips, sheets, count and pictures. Two trail lines stay, begun and ended. `notRehearsal`, `notConvenor`, `notFound`, `staleRevision`. */
export async function endRehearsal({
  context,
  actor,
  change,
  params: { year, meeting },
  body: { revision },
}: Served<'POST /api/years/:year/meetings/:meeting/rehearsal-end'>): Promise<
  Record<string, never> | Refusal
> {
  let pictures: readonly string[] = []
  const done = await change<Record<string, never>>(async tx => {
    const found = await loadYear(tx, year)
    if (isRefusal(found)) return found
    const open = await openMeeting(tx, year, meeting, revision)
    if (isRefusal(open)) return open
    const { name, rehearsal } = open.stored
    if (!convenes(actor, open.stored)) return refuse('notConvenor', { name })
    if (!rehearsal) return refuse('notRehearsal', { name })
    pictures = await deletePaper(tx, meeting)
    await deleteJobs(tx, scanJobOf(meeting))
    await deleteBallots(tx, meeting)
    await deleteMeeting(tx, meeting)
    return {
      answer: {},
      events: linesOf(open.stored, [{ kind: 'rehearsalEnded', values: { name } }]),
      forgets: true,
    }
  })
  if (!isRefusal(done)) for (const picture of pictures) await context.files.remove(picture)
  return done
}
