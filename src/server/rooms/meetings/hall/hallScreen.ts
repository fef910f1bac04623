import type { z } from 'zod'
import type { hallPart } from '../../../../contract/meetings/hallRoutes.ts'
import { shownTurnout } from '../../../../domain/campaign/meeting/turnout.ts'
import { isVotingOpen } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { sha256 } from '../../../../files/sha256.ts'
import { readSetting } from '../../../office/installation/installation.store.ts'
import { OUTSIDER } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import { createChange } from '../../../platform/change/change.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import { readShortCode, shortCode } from '../../../platform/shortCode.ts'
import { trailOf } from '../changeMeeting.ts'
import { complete, convenes, type LoadedMeeting, loadMeeting, openMeeting } from '../loadMeeting.ts'
import { findMeeting } from '../meeting.store.ts'
import { presentLine, presentSpeech } from '../presentMeeting.ts'
import { findPairing, insertPairing, type StoredPairing } from './pairing.store.ts'
import { countCast } from './turnout.store.ts'
import { takeStep } from './takeStep.ts'

/** A pairing lasts a day: rehearsed in the evening, used in the morning. */
const LASTS = 24 * 3_600_000

type HallPart = z.output<typeof hallPart>

/** Gives a code that opens the hall screen or the remote without an account. `notConvenor`, `notFound`. */
export async function pairScreen({
  context,
  actor,
  change,
  params: { year, meeting: id },
  body: { screen },
}: Served<'POST /api/years/:year/meetings/:meeting/pairings'>): Promise<
  { readonly code: string; readonly until: string } | Refusal
> {
  return change(async tx => {
    const loaded = await loadMeeting(tx, year, id)
    if (isRefusal(loaded)) return loaded
    const { stored } = loaded
    if (!convenes(actor, stored)) return refuse('notConvenor', { name: stored.name })
    const code = shortCode(context.newId())
    const until = new Date(context.now().getTime() + LASTS).toISOString()
    await insertPairing(tx, { hash: sha256(code), meeting: id, screen, madeBy: actor.name, until })
    const values = { name: stored.name, what: screen === 'hall' ? '会场大屏' : '遥控' }
    return { answer: { code, until }, events: trailOf(stored, [{ kind: 'screenPaired', values }]) }
  })
}

/** Shows the hall screen or the remote: the speech with its clock, the next speaker, voting. Never a partial result. `pairingUnknown`. */
export async function viewHall({
  context,
  body: { code },
}: Served<'POST /api/hall'>): Promise<HallPart | Refusal> {
  const pairing = await pairingOf(context, context.db, code)
  if (isRefusal(pairing)) return pairing
  const stored = await findMeeting(context.db, pairing.meeting)
  return presentHall(context, context.db, pairing, await complete(context.db, stored!))
}

/** Takes a step by the remote; the trail names who paired it. `pairingUnknown`, `staleRevision`, and those of `takeStep`. */
export async function stepByRemote({
  context,
  body: { code, move, revision },
}: Served<'POST /api/hall/steps'>): Promise<HallPart | Refusal> {
  const pairing = await pairingOf(context, context.db, code)
  if (isRefusal(pairing)) return pairing
  if (pairing.screen !== 'remote') return refuse('pairingUnknown', {})
  const actor = { ...OUTSIDER, name: `${pairing.madeBy}（遥控）` }
  return createChange(
    context,
    actor,
  )<HallPart>(async tx => {
    const found = await findMeeting(tx, pairing.meeting)
    const open = await openMeeting(tx, found!.year, pairing.meeting, revision)
    if (isRefusal(open)) return open
    const done = await takeStep({ context, actor }, tx, open, move)
    if (isRefusal(done)) return done
    return {
      answer: await presentHall(context, tx, pairing, done.after),
      events: trailOf(open.stored, done.events),
    }
  })
}

/** The turnout of classes that are large enough, at quarters only. */
async function presentTurnout(
  db: Database | Transaction,
  { stored, classes }: LoadedMeeting,
): Promise<HallPart['turnout']> {
  const cast = await countCast(db, stored.id)
  return classes.flatMap(({ id, name, expected, present }) => {
    const percent = shownTurnout(cast.get(id) ?? 0, present ?? expected)
    return percent === undefined ? [] : [{ name, percent }]
  })
}

async function pairingOf(
  context: AppContext,
  db: Database | Transaction,
  code: string,
): Promise<StoredPairing | Refusal> {
  const found = await findPairing(db, sha256(readShortCode(code)), context.now().toISOString())
  return found ?? refuse('pairingUnknown', {})
}

async function presentHall(
  context: AppContext,
  db: Database | Transaction,
  { screen }: StoredPairing,
  loaded: LoadedMeeting,
): Promise<HallPart> {
  const { stored, speakers, state } = loaded
  const now = context.now()
  const institution = (await readSetting(db, 'institution'))?.value
  const left = speakers.filter(one => one.removedWhy === null)
  const next = left.find(one => one.speaks && !one.spoken && one.unit !== stored.speaking)
  const { votingUntil } = state
  return {
    screen,
    meeting: stored.id,
    institution: typeof institution === 'string' ? institution : '',
    name: stored.name,
    place: stored.place,
    heldOn: stored.heldOn,
    startsAt: stored.startsAt ?? undefined,
    rehearsal: stored.rehearsal,
    time: formatInstant(now).slice(-5),
    phones: stored.phones,
    reviewAfterEach: stored.reviewAfterEach,
    phase: stored.phase,
    voting: stored.voting,
    votingLeft:
      votingUntil !== undefined && isVotingOpen(state, now.toISOString())
        ? Date.parse(votingUntil) - now.getTime()
        : undefined,
    votingUntil: votingUntil === undefined ? undefined : formatInstant(votingUntil),
    minutes: stored.minutes,
    speech: presentSpeech(loaded, now),
    next:
      next === undefined
        ? undefined
        : { unit: next.unit, unitName: next.unitName, secretary: next.secretary },
    agenda: left.map(line => {
      const { unit, unitName, secretary, place, speaks, spoken } = presentLine(line)
      return { unit, unitName, secretary, place, speaks, spoken }
    }),
    turnout: stored.voting === 'notYet' ? [] : await presentTurnout(db, loaded),
    revision: stored.revision,
  }
}
