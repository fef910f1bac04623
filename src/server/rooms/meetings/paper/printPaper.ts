import { paperStyleNames } from '../../../../contract/meetings/paperFields.ts'
import { toDecimal } from '../../../../domain/kernel/points.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { drawPaper } from '../../../../files/paper/drawPaper.ts'
import { paperStyles, type PaperStyle } from '../../../../files/paper/paperLayout.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { addPrinted } from '../ballots/ballots.store.ts'
import { trailOf } from '../changeMeeting.ts'
import { issueMeeting } from '../moveMeeting.ts'
import { loadPaper, openPaper, type PaperContext } from './loadPaper.ts'
import { fixStyle } from './paper.store.ts'
import { presentPaper } from './presentPaper.ts'

/** Draws the paper sheet of a class, page by page; before the first print it may be looked at in every style. `noSuchVoterClass`, `paperStyleUnfit`, `paperStyleFixed`. */
export async function drawSheet(
  request: Served<'GET /api/years/:year/meetings/:meeting/paper/print'>,
): Promise<{ pages: string[] } | Refusal> {
  const { voterClass, style } = request.query
  const found = await loadPaper(request.context.db, request)
  if (isRefusal(found)) return found
  const wrong = faultOf(found, voterClass, style)
  if (wrong !== undefined) return wrong
  const { loaded, form } = found
  const title = `${loaded.stored.name}测评票`
  return {
    pages: Array.from({ length: found.pages }, (_, at) =>
      drawPaper(form, { title, voterClass, page: at + 1, style }),
    ),
  }
}

/** Notes that sheets of a class are printed: the first print fixes the form and how it is marked. The same refusals, and those of issuing. */
export async function notePrinted({
  context,
  actor,
  change,
  params,
  body: { voterClass, sheets, style },
}: Served<'POST /api/years/:year/meetings/:meeting/paper/printed'>) {
  return change(async tx => {
    const open = await openPaper(tx, { actor, params })
    if (isRefusal(open)) return open
    const wrong = faultOf(open, voterClass, style)
    if (wrong !== undefined) return wrong
    const after = await issueMeeting({ context, actor }, tx, open.loaded, open.year.scheme)
    if (isRefusal(after)) return after
    const fixed = await fixStyle(tx, params.meeting, style)
    await addPrinted(tx, params.meeting, voterClass, 'paper', sheets)
    const { name } = after.stored
    const className = open.form.classes.find(({ id }) => id === voterClass)!.name
    return {
      answer: await presentPaper(tx, { ...open, loaded: after, style: fixed }, actor),
      events: trailOf(after.stored, [
        { kind: 'paperPrinted', values: { name, voterClass: className, sheets } },
      ]),
    }
  })
}

function faultOf(
  { form, style: fixed }: PaperContext,
  voterClass: string,
  style: PaperStyle,
): Refusal | undefined {
  if (!form.classes.some(({ id }) => id === voterClass))
    return refuse('noSuchVoterClass', { known: form.classes.map(({ name }) => name).join('、') })
  if (fixed !== undefined && fixed !== style)
    return refuse('paperStyleFixed', { style: paperStyleNames[fixed] })
  return paperStyles(form).includes(style)
    ? undefined
    : refuse('paperStyleUnfit', { full: String(toDecimal(form.full)) })
}
