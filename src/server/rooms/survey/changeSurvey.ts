import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import type { SurveyStep } from '../../../domain/campaign/survey/surveyState.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { decideLoaded, type LoadedSurvey, loadSurvey, type SurveyAddress } from './loadSurvey.ts'
import { presentSurvey, type SurveyAnswer } from './presentSurvey.ts'
import { type SurveyRow, updateSurvey } from './survey.store.ts'

/** What a step changes in a survey, and its line for the trail. */
interface SurveyChange {
  readonly set?: Partial<SurveyRow>
  readonly event: TrailEvent
}

/** A request that takes a step of a survey. */
export interface SurveyRequest {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: SurveyAddress
}

/** Returns who changes a survey, and when. */
export function stampOf({ now }: Pick<AppContext, 'now'>, { name }: Pick<Actor, 'name'>) {
  return { changedBy: name, changedAt: now().toISOString() }
}

/** Takes a step of a survey: loads and locks it, asks its lifecycle, does the work, saves it and answers it whole. `notFound`, `staleRevision`, `surveyStep`. */
export async function changeSurvey(
  { context, actor, change, params }: SurveyRequest,
  step: SurveyStep,
  revision: number,
  work: (tx: Transaction, loaded: LoadedSurvey) => Promise<SurveyChange | Refusal> | SurveyChange | Refusal,
): Promise<SurveyAnswer | Refusal> {
  return change<SurveyAnswer>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true, revision })
    if (isRefusal(loaded)) return loaded
    const stage = decideLoaded(loaded, step)
    if (isRefusal(stage)) return stage
    const done = await work(tx, loaded)
    if (isRefusal(done)) return done
    const row = await updateSurvey(tx, loaded.row.id, { stage, ...done.set, ...stampOf(context, actor) })
    return { answer: await presentSurvey(tx, context, { ...loaded, row }), events: [done.event] }
  })
}
