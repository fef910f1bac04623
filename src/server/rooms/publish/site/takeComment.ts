import { hash } from 'node:crypto'
import { MOST_COMMENT } from '../../../../contract/publish/publishFields.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { findOpen, whyShut } from './openPublication.ts'
import { findSitePage, insertSiteComment } from './site.store.ts'

/** What somebody typed into the form of the comment board. */
export interface Typed {
  readonly wrote: string
  readonly name: string
}

/** A unit's page on the site. */
export interface SiteAddress {
  readonly year: number
  readonly unit: string
}

/** The shape of a random id. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes a comment: no trail line and no time below the day, so that nothing tells who wrote. A form sent twice counts once. */
export async function takeComment(
  context: AppContext,
  { year, unit }: SiteAddress,
  token: string,
  { wrote, name }: Typed,
  letThrough: () => boolean,
): Promise<Refusal | undefined> {
  const over = [...wrote].length - MOST_COMMENT
  // A flood costs no question to the database.
  if (wrote !== '' && over <= 0 && !letThrough()) return refuse('commentFlood', {})
  const day = context.today()
  const row = await findOpen(context, year, day)
  if (row === undefined || (await findSitePage(context.db, year, unit)) === undefined)
    return whyShut(context, year)
  if (row.comments === 'off') return refuse('commentBoardShut', { why: '这次公示不设发言板块' })
  if (wrote === '') return refuse('commentEmpty', {})
  if (over > 0) return refuse('commentTooLong', { most: MOST_COMMENT, over })
  return insertSiteComment(context.db, {
    id: UUID.test(token) ? idOf(token, year, unit, name, wrote) : context.newId(),
    year,
    unit,
    day,
    wrote,
    hash: hash('sha256', wrote),
    name: [...name].slice(0, 40).join('') || null,
    standing: row.comments,
  }).then(
    () => undefined,
    // It was withdrawn at this moment: the database takes nothing below a page that is not published.
    error => (isUnpublished(error) ? whyShut(context, year) : Promise.reject(error)),
  )
}

/** Names a comment by its form and its text: sent twice it is one, written anew on a page gone back to it is another. */
function idOf(...parts: readonly (string | number)[]): string {
  const digits = hash('sha256', parts.join('\n'))
  return digits.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** Whether the check option of the view refused a row. */
function isUnpublished(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: string; readonly cause?: { readonly code?: string } }
  return (cause?.code ?? code) === '44000'
}
