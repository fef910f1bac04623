import { drawAgenda } from '../../../../domain/campaign/meeting/arrangeAgenda.ts'
import { seedOf } from '../../../../domain/campaign/draw/drawSeed.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { sha256 } from '../../../../files/sha256.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { changeMeeting } from '../changeMeeting.ts'
import { complete, type LoadedMeeting } from '../loadMeeting.ts'
import { moveMeeting } from '../moveMeeting.ts'
import { stampOf } from '../stampOf.ts'
import { replaceSpeakers, saveMeeting, savePresent } from '../meeting.store.ts'
import type { MeetingPart } from '../presentMeeting.ts'

/** Arranges the agenda by hand: every secretary once, each speaking or only read. `agendaNotWhole`, `meetingFrozen`. */
export async function setAgenda(
  request: Served<'PUT /api/years/:year/meetings/:meeting/agenda'>,
): Promise<MeetingPart | Refusal> {
  const { lines } = request.body
  return changeMeeting(request, async (tx, open) => {
    const units = new Set(lines.map(line => line.unit))
    const off = open.speakers.filter(line => !units.has(line.unit)).map(line => line.unitName)
    if (off.length > 0 || units.size !== lines.length || lines.length !== open.speakers.length)
      return refuse('agendaNotWhole', { units: off.join('、') || '有重复或不在名单上的' })
    const none = { drawSeed: null, drawFingerprint: null }
    const moved = await moveMeeting(request, tx, open, { do: 'edit' }, none)
    if (isRefusal(moved)) return moved
    const after = await placeLines(tx, moved.after, lines)
    const read = lines.filter(line => !line.speaks).length
    const how = read === 0 ? '手工排定' : `手工排定，书面述职${read}人`
    return {
      after,
      events: [{ kind: 'agendaArranged', values: { name: open.stored.name, how } }],
    }
  })
}

/** Draws the order by the throws of dice, with the same rule as every draw, so that anybody can repeat it. `drawDiceWrong`, `meetingFrozen`. */
export async function drawOrder(
  request: Served<'POST /api/years/:year/meetings/:meeting/agenda-draw'>,
): Promise<MeetingPart | Refusal> {
  const seed = seedOf('dice', [{ by: request.actor.name, text: request.body.dice }])
  if (isRefusal(seed)) return seed
  return changeMeeting(request, async (tx, open) => {
    const { fingerprint, order } = drawAgenda(
      open.stored.id,
      open.speakers.map(line => line.unit),
      seed,
      sha256,
    )
    const moved = await moveMeeting(
      request,
      tx,
      open,
      { do: 'edit' },
      { drawSeed: seed, drawFingerprint: fingerprint },
    )
    if (isRefusal(moved)) return moved
    const speaks = new Map(open.speakers.map(line => [line.unit, line.speaks]))
    const after = await placeLines(
      tx,
      moved.after,
      order.map(unit => ({ unit, speaks: speaks.get(unit)! })),
    )
    return {
      after,
      events: [{ kind: 'agendaDrawn', values: { name: open.stored.name, seed, fingerprint } }],
    }
  })
}

/** Records how many voters of each class came; until voting closes. `classPresentTooMany`, `noSuchVoterClass`, `votingNotOpen`. */
export async function recordPresent(
  request: Served<'PUT /api/years/:year/meetings/:meeting/present'>,
): Promise<MeetingPart | Refusal> {
  return changeMeeting(request, async (tx, open) => {
    const { stored, classes } = open
    if (stored.voting === 'closed') return refuse('votingNotOpen', {})
    for (const { id, present } of request.body.classes) {
      const known = classes.find(one => one.id === id)
      if (known === undefined)
        return refuse('noSuchVoterClass', { known: classes.map(one => one.name).join('、') })
      if (present > known.expected)
        return refuse('classPresentTooMany', { voterClass: known.name, expected: known.expected })
      await savePresent(tx, stored.id, id, present)
    }
    const told = request.body.classes
      .map(({ id, present }) => `${classes.find(one => one.id === id)!.name}${present}人`)
      .join('、')
    return {
      after: await complete(tx, await saveMeeting(tx, stored, {}, stampOf(request.context, request.actor))),
      events: [{ kind: 'presentCounted', values: { name: stored.name, present: told } }],
    }
  })
}

async function placeLines(
  tx: Parameters<typeof replaceSpeakers>[0],
  { stored, speakers }: LoadedMeeting,
  lines: readonly { readonly unit: string; readonly speaks: boolean }[],
): Promise<LoadedMeeting> {
  const known = new Map(speakers.map(line => [line.unit, line]))
  await replaceSpeakers(
    tx,
    stored.id,
    lines.map(({ unit, speaks }, at) => ({ ...known.get(unit)!, speaks, place: at + 1 })),
  )
  return complete(tx, stored)
}
