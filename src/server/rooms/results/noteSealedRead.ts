import { createHash } from 'node:crypto'
import type { Actor } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { ShownYear } from './yearFor.ts'

const noted = new WeakMap<AppContext, Set<string>>()
const MOST_REMEMBERED = 10_000

/** Records in the trail that a sealed result was viewed: one line per hour for each person and unit (or the whole ranking), across all processes. */
export async function noteSealedRead(
  context: AppContext,
  actor: Actor,
  { scored, stored }: ShownYear,
  what: string,
  unit?: string,
): Promise<void> {
  const number = scored.seal ?? stored.seals.at(-1)?.number
  if (number === undefined) return
  const hour = context.now().toISOString().slice(0, 13)
  const key = createHash('sha256')
    .update(`${actor.id}\n${scored.year}\n${number}\n${unit ?? ''}\n${what}\n${hour}`)
    .digest('hex')
  const seen = noted.get(context) ?? new Set<string>()
  noted.set(context, seen)
  if (seen.has(key)) return
  const event = {
    kind: 'sealedRead',
    year: scored.year,
    unit,
    values: { what, number },
  } as const
  await createChange(context, actor, { key: `read-${key}`, fingerprint: key })(async () => ({
    answer: null,
    events: [event],
  }))
  if (seen.size > MOST_REMEMBERED) seen.clear()
  seen.add(key)
}
