import type { IntakeChoice } from '../../../contract/intake/intakeRoutes.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { refuse } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createQueue } from '../../platform/jobs/createQueue.ts'
import { updateIntake } from './intake.store.ts'
import { giveParts, type Medium, planIntake, readIntake } from './runIntake.ts'
import { DeskFault, type DeskThread, startIntakeThread } from './worker/startIntakeThread.ts'

/** Import jobs: read and planned in the background, one after another; each can be left and found again by its row. */
export interface IntakeJobs {
  /** reads an upload, then plans it. The bytes are transferred. */
  read(id: string, year: number, bytes: Uint8Array, headings?: string): void
  /** plans it again, with another choice or against the year as it is now. */
  plan(
    id: string,
    of: { readonly year: number; readonly medium: Medium },
    number: number,
    choice: IntakeChoice,
  ): void
  cancel(id: string): void
  /** stops what is running; it shows as interrupted. */
  close(): Promise<void>
}

const BEAT_MS = 1_000

/** Creates the import jobs; each has its own thread. */
export function createIntakeJobs(
  context: AppContext,
  openDesk: typeof startIntakeThread = startIntakeThread,
): IntakeJobs {
  let progress: { readonly done: number; readonly total?: number } = { done: 0 }
  const jobs = createQueue(
    BEAT_MS,
    async (id, waits) => {
      const at = { beatAt: context.now().toISOString() }
      await (waits
        ? updateIntake(context.db, id, ['waiting', 'planning'], at)
        : updateIntake(context.db, id, ['reading', 'planning'], { ...at, ...progress }))
    },
    (id, error) => context.log.error({ err: error, intake: id }, 'an import could not be kept'),
  )

  function queue(id: string, work: (desk: DeskThread) => Promise<void>): void {
    jobs.add(id, async signal => {
      progress = { done: 0 }
      const desk = openDesk((done, total) => (progress = { done, ...(total !== undefined && { total }) }))
      signal.addEventListener('abort', () => void desk.close())
      try {
        await work(desk)
      } catch (error) {
        if (!signal.aborted) await fail(id, error)
      } finally {
        await desk.close()
      }
    })
  }

  async function fail(id: string, error: unknown): Promise<void> {
    const reference = context.newId().slice(0, 8)
    context.log.error({ err: error, reference }, 'import failed')
    const isTooLarge = error instanceof DeskFault && error.outOfMemory
    const fault = sentenceOfRefusal(
      isTooLarge ? refuse('intakeTooLarge', {}) : refuse('intakeUnreadable', { reference }),
    )
    // The database itself may be away; then the row goes on to show as interrupted.
    await updateIntake(context.db, id, ['waiting', 'reading', 'planning'], { state: 'failed', fault }).catch(
      () => {},
    )
  }

  return {
    read: (id, year, bytes, headings) =>
      queue(id, async desk => {
        const medium = await readIntake(context, desk, id, year, bytes, headings)
        if (medium !== undefined) await planIntake(context, desk, id, { year, medium }, 1)
      }),
    plan: (id, of, number, choice) =>
      queue(id, async desk => {
        await giveParts(context, desk, id)
        await planIntake(context, desk, id, of, number, choice)
      }),
    cancel: id => jobs.cancel(id),
    close: () => jobs.close(),
  }
}
