import { decideReport } from '../../../domain/campaign/report/decideReport.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { loadReport } from './loadReport.ts'
import { presentReport, type ReportAnswer } from './presentReport.ts'
import { findVersion } from './reports.store.ts'
import { insertComment, withdrawComment } from './vetting.store.ts'
import { vetterName } from './vetReport.ts'

/** Characters of a paragraph that a comment quotes. */
const QUOTED = 60

/** Comments on a paragraph of the version in vetting, or on the whole. `notVetter`, `vetsOwnReport`, `reportNotVetted`, `reportParagraphGone`. */
export async function commentReport({
  context,
  actor,
  change,
  params: address,
  body: { vetter, nth, paragraph, text },
}: Served<'POST /api/years/:year/units/:unit/report/comments'>): Promise<ReportAnswer | Refusal> {
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address)
    if (isRefusal(loaded)) return loaded
    const name = vetterName(loaded, actor, vetter)
    if (isRefusal(name)) return name
    const decided = decideReport(loaded.state, { do: 'comment', vetter }, context.today())
    if (isRefusal(decided)) return decided
    if (loaded.row!.handedNth !== nth) return refuse('reportParagraphGone', {})
    const version = await findVersion(tx, address, nth)
    const found = version?.content.sections
      .flatMap(({ paragraphs }) => paragraphs)
      .find(({ id }) => id === paragraph)
    if (paragraph !== undefined && found === undefined) return refuse('reportParagraphGone', {})
    await insertComment(tx, {
      id: context.newId(),
      ...address,
      nth,
      vetter,
      paragraph,
      quote: quoteOf(found?.text ?? ''),
      text,
      byId: actor.id,
      by: actor.name,
      at: context.now().toISOString(),
    })
    const answer = await presentReport(tx, context, actor, loaded.ground, address)
    if (isRefusal(answer)) return answer
    return { answer, events: [{ kind: 'reportCommented', ...address, values: { vetter: name, nth, text } }] }
  })
}

/** Withdraws one's own comment. `notFound`. */
export async function withdrawReportComment({
  context,
  actor,
  change,
  params: { comment, ...address },
}: Served<'POST /api/years/:year/units/:unit/report/comments/:comment/withdraw'>): Promise<
  ReportAnswer | Refusal
> {
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address)
    if (isRefusal(loaded)) return loaded
    const by = { id: comment, byId: actor.id, at: context.now() }
    const withdrawn = await withdrawComment(tx, address, by)
    if (withdrawn === undefined) return refuse('notFound', { what: '这条批注' })
    const answer = await presentReport(tx, context, actor, loaded.ground, address)
    if (isRefusal(answer)) return answer
    const vetter = loaded.vetters.find(one => one.vetter === withdrawn.vetter)?.name ?? '牵头单位'
    return { answer, events: [{ kind: 'reportCommentWithdrawn', ...address, values: { vetter } }] }
  })
}

/** Returns what a comment quotes of a paragraph: its beginning. */
export function quoteOf(text: string): string {
  const letters = [...text]
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}……` : text
}
