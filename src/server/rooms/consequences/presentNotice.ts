import type { z } from 'zod'
import type { consequenceRow } from '../../../contract/consequences/consequencesRoutes.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { StoredNotice } from './consequences.store.ts'

/** A notice, as the contract defines it. */
export type NoticePart = NonNullable<z.output<typeof consequenceRow>['notice']>

/** Presents a notice. */
export function presentNotice({
  addressee,
  servedOn,
  servedBy,
  servedAt,
  text,
  reply,
  repliedBy,
  repliedAt,
  revision,
}: StoredNotice): NoticePart {
  return {
    servedOn,
    servedBy,
    servedAt: toInstant(servedAt),
    to: addressee,
    text,
    reply: reply ?? undefined,
    repliedBy: repliedBy ?? undefined,
    repliedAt: repliedAt === null ? undefined : toInstant(repliedAt),
    revision,
  }
}
