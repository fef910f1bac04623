import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { dropOrphans } from './files.store.ts'

const KEPT_DAYS = 7
const AT_ONCE = 500

/** Sweeps files that were uploaded, never attached, and not offered again for a week. Bytes are deleted while their rows are locked, so that a concurrent upload puts them back. */
export async function sweepFiles(context: AppContext): Promise<void> {
  await context.files.tidy(context.now())
  const before = new Date(context.now().getTime() - KEPT_DAYS * 24 * 3_600_000)
  for (let swept = AT_ONCE; swept === AT_ONCE;) {
    swept = await sweepSome(context, before)
    if (swept > 0) context.log.info({ files: swept }, 'files that nothing refers to were swept')
  }
}

async function sweepSome(context: AppContext, before: Date): Promise<number> {
  let files = 0
  await createChange(
    context,
    SYSTEM_ACTOR,
  )(async tx => {
    const dropped = await dropOrphans(tx, before, AT_ONCE)
    if (dropped.length === 0) return refuse('notFound', { what: '搁置的附件' })
    for (const { hash } of dropped) await context.files.remove(hash)
    files = dropped.length
    const bytes = dropped.reduce((sum, { size }) => sum + size, 0)
    return { answer: null, events: [{ kind: 'filesSwept', values: { files, bytes } }] }
  })
  return files
}
