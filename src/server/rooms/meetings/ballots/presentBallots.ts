import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { ballotFormOf } from '../ballotFormOf.ts'
import type { LoadedMeeting } from '../loadMeeting.ts'
import { findBox, listIssued } from './ballots.store.ts'
import { listRisks } from './databaseRisks.store.ts'
import { votingStateOf } from './votingState.ts'

/** Presents how far the ballots of a meeting are, to those who hold it. */
export async function presentBallots(
  { now }: Pick<AppContext, 'now'>,
  db: Database | Transaction,
  loaded: LoadedMeeting,
  scheme: Scheme,
) {
  const { id } = loaded.stored
  const box = await findBox(db, id)
  const { sealTo = null, trials = null, tried = [], riskReason = null } = box ?? {}
  return {
    state: votingStateOf(loaded, box, now().toISOString()),
    form: ballotFormOf(loaded, scheme),
    keys:
      sealTo === null || trials === null
        ? undefined
        : {
            sealTo,
            tried,
            trials: { teller: trials.teller.sealed, scrutineer: trials.scrutineer.sealed },
          },
    issued: await listIssued(db, id),
    present: presentByClass(loaded),
    risks: await listRisks(db),
    riskReason: riskReason ?? undefined,
  }
}

/** How many voters of each class came, where that was counted. */
export function presentByClass({ classes }: LoadedMeeting): Readonly<Record<string, number>> {
  return Object.fromEntries(classes.flatMap(({ id, present }) => (present === null ? [] : [[id, present]])))
}
