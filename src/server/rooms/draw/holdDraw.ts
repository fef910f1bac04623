import { drawLots } from '../../../domain/campaign/draw/drawLots.ts'
import { seedOf } from '../../../domain/campaign/draw/drawSeed.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type Actor, isSamePerson } from '../../platform/access/actor.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import {
  findSession,
  listWaiting,
  lockDraws,
  saveAbandoned,
  saveResults,
  type StoredSession,
} from './draw.store.ts'
import { sha256 } from '../../../files/sha256.ts'
import { presentDrawn } from './presentDraw.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Enters the seed and draws for all units of the session; a second draw of a unit is held by another person than the one who prepared it. `drawSecondPerson`, `drawAlreadyHeld`, `drawAbandoned`, `drawSeedMissing`, `drawDiceWrong`, `drawNumberWrong`, `drawPartiesSame`. */
export async function holdDraw({
  context,
  actor,
  change,
  params: { year, draw },
  body: { kind, parts },
}: Served<'POST /api/years/:year/draws/:draw/seed'>): Promise<{ seed: string; drawn: number } | Refusal> {
  const seed = seedOf(kind, parts)
  if (isRefusal(seed)) return seed
  if (kind === 'parties' && parts[0]!.by === parts[1]!.by) return refuse('drawPartiesSame', {})
  return change(async tx => {
    await lockDraws(tx, year)
    const session = await findSession(tx, year, draw)
    const why = whyNot(session)
    if (why !== undefined) return why
    if (needsAnother(session!, actor)) return refuse('drawSecondPerson', { by: session!.preparedBy })
    const results = (await listWaiting(tx, draw)).map(({ id, fingerprint, take, lines }) => ({
      id,
      result: drawLots(fingerprint, seed, lines, take, sha256).map(presentDrawn),
    }))
    const ended = {
      seedKind: kind,
      seedParts: parts,
      seed,
      endedBy: actor.name,
      endedAt: context.now().toISOString(),
    }
    await saveResults(tx, { id: draw, ...ended }, results)
    const { quarter, units, digest } = session!
    const values = { quarter, units, seed, digest, parties: parts.map(part => part.by).join('、') }
    return { answer: { seed, drawn: results.length }, events: [{ kind: 'drawHeld', year, values }] }
  })
}

/** Whether somebody else than this person holds the draw: a second one that they prepared. */
export function needsAnother(session: StoredSession, actor: Actor): boolean {
  const { reason, preparedBy, preparedAccount } = session
  return reason !== null && isSamePerson(actor, { account: preparedAccount, name: preparedBy })
}

/** Abandons a draw that has no seed yet; once it has one, it cannot be abandoned. */
export async function abandonDraw({
  context,
  actor,
  change,
  params: { year, draw },
  body: { reason },
}: Served<'POST /api/years/:year/draws/:draw/abandon'>): Promise<{ draw: string } | Refusal> {
  return change(async tx => {
    await lockDraws(tx, year)
    const session = await findSession(tx, year, draw)
    const why = whyNot(session)
    if (why !== undefined) return why
    await saveAbandoned(tx, draw, { by: actor.name, at: context.now(), reason })
    const { quarter, units } = session!
    return {
      answer: { draw },
      events: [{ kind: 'drawAbandonedBy', year, values: { quarter, units, reason } }],
    }
  })
}

function whyNot(session: StoredSession | undefined): Refusal | undefined {
  if (session === undefined) return refuse('notFound', { what: '这次抽签' })
  if (session.state === 'prepared') return undefined
  const ended = { by: session.endedBy!, at: formatInstant(session.endedAt!) }
  return session.state === 'drawn'
    ? refuse('drawAlreadyHeld', { ...ended, seed: session.seed! })
    : refuse('drawAbandoned', ended)
}
