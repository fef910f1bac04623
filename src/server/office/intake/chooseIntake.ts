import type { IntakeChoice } from '../../../contract/intake/intakeRoutes.ts'
import { intakeStates } from '../../../contract/intake/intakeStates.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type StoredIntake, updateIntake } from './intake.store.ts'
import type { IntakeJobs } from './intakeJobs.ts'
import { loadIntake } from './loadIntake.ts'
import { stateOf } from './viewIntake.ts'

/** Chooses how to import: the plan is made again in the background from what was read of the file. Nothing in the year changes. */
export async function chooseIntake(
  context: AppContext,
  jobs: IntakeJobs,
  { year, id }: { readonly year: number; readonly id: string },
  choice: IntakeChoice,
): Promise<{ id: string } | Refusal> {
  const opened = await context.db.transaction(async tx => {
    const row = await loadIntake(tx, year, id)
    if (isRefusal(row)) return row
    const state = stateOf(row, context.now())
    if ((state !== 'ready' && state !== 'interrupted') || row.medium === null)
      return refuse('intakeNotReady', { state: intakeStates[state] })
    await updateIntake(tx, id, [row.state], {
      state: 'planning',
      choice,
      beatAt: context.now().toISOString(),
    })
    return row
  })
  if (isRefusal(opened)) return opened
  const { medium, plan } = opened as StoredIntake
  jobs.plan(id, { year, medium: medium! }, (plan?.number ?? 0) + 1, choice)
  return { id }
}
