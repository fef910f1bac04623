import { findFiles } from '../../office/files/files.store.ts'
import { seenAlready } from '../../office/files/seenAlready.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { SheetAnswer } from './presentSheet.ts'
import type { StoredFinding, StoredSheet } from './sheets.store.ts'

/** Notes of a sheet's photos which wait for a look, cannot be decoded, or were used elsewhere, whole or nearly. Compared when read, so that a copy that comes later shows as well. */
export async function notePhotos(
  context: AppContext,
  actor: Actor,
  sheet: Pick<StoredSheet, 'id' | 'photos'>,
  findings: readonly Pick<StoredFinding, 'id' | 'photos'>[],
): Promise<SheetAnswer['photoNotes']> {
  const own = new Set([sheet.id, ...findings.map(finding => finding.id)])
  const photos = [...new Set([...sheet.photos, ...findings.flatMap(finding => finding.photos)])]
  const files = new Map((await findFiles(context.db, photos)).map(file => [file.hash, file]))
  const notes = []
  for (const photo of photos) {
    const file = files.get(photo)
    if (file === undefined) continue
    const seen = await seenAlready(context, actor, file, place => own.has(place.ownerId))
    const isAlone = Object.values(seen).every(
      one => one === false || (Array.isArray(one) && one.length === 0),
    )
    if (file.look !== 'done' || !isAlone) notes.push({ file: photo, look: file.look, ...seen })
  }
  return notes
}
