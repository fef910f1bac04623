import { standingOf } from '../../../../domain/campaign/publish/publication.ts'
import type { Day } from '../../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { periodOf } from './publicPages.ts'
import { findReleased, type SitePublication } from './site.store.ts'

/** What a reader is told of an address that shows nothing: no more than that. */
export const NOT_OPEN = refuse('publicationNone', {})

/** Whether a publication is shown on a day. */
export function isOpen({ from, to }: SitePublication, day: Day): boolean {
  return standingOf({ released: true, from, to }, day) === 'open'
}

/** Finds the publication of a year, if it is shown on a day. */
export async function findOpen(
  context: AppContext,
  year: number,
  day = context.today(),
): Promise<SitePublication | undefined> {
  const row = Number.isInteger(year) ? await findReleased(context.db, year) : undefined
  return row !== undefined && isOpen(row, day) ? row : undefined
}

/** Says why nothing is shown or taken below a year: over, or nothing there that a reader may know of. */
export async function whyShut({ db, today }: AppContext, year: number): Promise<Refusal> {
  const row = Number.isInteger(year) ? await findReleased(db, year) : undefined
  return row !== undefined && standingOf({ released: true, ...row }, today()) === 'over'
    ? refuse('publicationOver', { year, period: periodOf(row) })
    : NOT_OPEN
}
