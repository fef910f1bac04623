import { SYSTEM_ACTOR } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { createChange } from '../../../platform/change/change.ts'
import { forgetPictures, listPastPictures } from './paper.store.ts'

/** Pictures are kept so many days after the result stands. */
const KEPT_DAYS = 30

/** Destroys pictures of paper sheets thirty days after the result stands. */
export async function destroyPastPictures(context: AppContext): Promise<void> {
  const before = new Date(context.now().getTime() - KEPT_DAYS * 24 * 3_600_000).toISOString()
  for (const { id, name, year } of await listPastPictures(context.db, before))
    await createChange(
      context,
      SYSTEM_ACTOR,
    )(async tx => {
      const pictures = await forgetPictures(tx, id)
      for (const picture of pictures) await context.files.remove(picture)
      const values = { name, pictures: pictures.length }
      return { answer: null, events: [{ kind: 'paperPicturesDestroyed', year, values }] }
    })
}
