import type { TrailEvent } from '../../../../contract/trail/trailEvents.ts'
import {
  DEBRIEF_SIDES,
  type DebriefSide,
  debriefSides,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { saveDebrief, type StoredDebrief } from './debriefs.store.ts'

/** Undoes the debrief whose ledger entry was withdrawn: it counts as not held, and its planned day stays. (六（四）) */
export async function undoDebrief(
  tx: Transaction,
  context: AppContext,
  actor: Pick<Actor, 'name'>,
  row: StoredDebrief,
  entry: string,
): Promise<TrailEvent> {
  const side = sideOf(row, entry)
  await saveDebrief(tx, row, {
    [side]: { plannedOn: row[side].plannedOn },
    changedBy: actor.name,
    changedAt: context.now().toISOString(),
  })
  const { year, unit, name } = row
  return { kind: 'debriefUndone', year, unit, values: { name, side: debriefSides[side] } }
}

/** The meeting whose ballots an entry of a debrief was recorded from, if it was. */
export function meetingOfEntry(row: StoredDebrief, entry: string): string | undefined {
  return row[sideOf(row, entry)].meeting
}

function sideOf(row: StoredDebrief, entry: string): DebriefSide {
  return DEBRIEF_SIDES.find(side => row[side].entry === entry)!
}
