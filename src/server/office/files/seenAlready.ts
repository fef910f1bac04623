import { fileOwnerNames } from '../../../contract/files/fileKinds.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import { findReach, type Reach } from '../../platform/access/reach.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { partsOfHash } from './admit/perceptualHash.ts'
import { placesNear, placesOf, type StoredAttachment } from './files.store.ts'
import type { Uploaded } from './uploadFile.ts'

/** Pictures whose hashes differ in more bits than this are different. */
const NEAR_BITS = 6

type Seen = Pick<Uploaded, 'seenBefore' | 'seenElsewhere' | 'similar' | 'similarElsewhere'>

/** Finds where the same file, or a similar picture, is already attached; places that the actor may not read are mentioned without details, and its own place is left out. */
export async function seenAlready(
  context: AppContext,
  actor: Actor,
  { hash, phash }: { readonly hash: string; readonly phash: string | null },
  isOwn: (place: StoredAttachment) => boolean = () => false,
): Promise<Seen> {
  const same = await describePlaces(
    context,
    actor,
    (await placesOf(context.db, hash)).filter(place => !isOwn(place)),
  )
  const near =
    phash === null
      ? []
      : await placesNear(context.db, { hash, phash, parts: partsOfHash(phash), most: NEAR_BITS })
  const alike = await describePlaces(
    context,
    actor,
    near.filter(place => !isOwn(place)),
  )
  return {
    seenBefore: same.places,
    seenElsewhere: same.isElsewhere,
    similar: alike.places,
    similarElsewhere: alike.isElsewhere,
  }
}

async function describePlaces(
  context: AppContext,
  actor: Actor,
  rows: readonly StoredAttachment[],
): Promise<{ readonly places: Uploaded['seenBefore']; readonly isElsewhere: boolean }> {
  const reaches = new Map<number, Reach | undefined>()
  for (const { year } of rows) if (!reaches.has(year)) reaches.set(year, await reachOf(context, actor, year))
  const visible = rows.filter(row => reaches.get(row.year)?.has(row.unit) === true)
  const places = []
  for (const { file, name, year, unit, owner, at } of visible) {
    const unitName = (await context.years.nameOf(year, unit)) ?? unit
    places.push({ file, name, year, unit, unitName, what: fileOwnerNames[owner], at: toInstant(at) })
  }
  return { places, isElsewhere: visible.length < rows.length }
}

async function reachOf(context: AppContext, actor: Actor, year: number): Promise<Reach | undefined> {
  const sentences = judgeAccess(actor, 'readLedger')
  if (isRefusal(sentences)) return undefined
  const reach = await findReach(context.years, actor, 'readLedger', sentences, year)
  return isRefusal(reach) ? undefined : reach
}
