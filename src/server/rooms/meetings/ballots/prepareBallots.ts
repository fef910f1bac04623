import { randomBytes } from 'node:crypto'
import { holderNames, mediumNames } from '../../../../contract/meetings/ballotFields.ts'
import { sealSheet } from '../../../../crypto/sealedSheet.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { sha256 } from '../../../../files/sha256.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { isSeen, loadMeeting } from '../loadMeeting.ts'
import { issueMeeting } from '../moveMeeting.ts'
import {
  addPrinted,
  changeBox,
  countSlips,
  findBox,
  findSigner,
  insertSigner,
  insertSlips,
  isRedeemed,
  saveIssued,
} from './ballots.store.ts'
import type { KeyTrials } from './ballots.tables.ts'
import { listRisks } from './databaseRisks.store.ts'
import { changeBallots } from './openBallots.ts'
import { presentBallots } from './presentBallots.ts'
import { makeSigner } from './signCredential.ts'
import { storedSlip } from './servedVote.ts'

type BallotsPart = Awaited<ReturnType<typeof presentBallots>>

/** More slips than any hall takes. */
const MOST_SLIPS = 5000

/** Shows how far the ballots of a meeting are. `notFound`. */
export async function viewBallots({
  context,
  actor,
  reach,
  params: { year, meeting },
}: Served<'GET /api/years/:year/meetings/:meeting/ballots'>): Promise<BallotsPart | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const loaded = await loadMeeting(context.db, year, meeting)
  if (isRefusal(loaded)) return loaded
  if (!isSeen(loaded.stored, loaded.speakers, { actor, reach }, 'readBallots'))
    return refuse('notFound', { what: '这次会议' })
  return presentBallots(context, context.db, loaded, found.scheme)
}

/** Registers the public half of the key, until somebody redeemed a slip. `ballotKeyFixed`, `ballotKeyWrong`. */
export async function registerKey(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/key'>,
): Promise<BallotsPart | Refusal> {
  const { sealTo } = request.body
  return changeBallots(request, async (tx, open, { scheme }) => {
    const { id, name } = open.stored
    if (open.stored.voting !== 'notYet' || (await isRedeemed(tx, id))) return refuse('ballotKeyFixed', {})
    const trials = makeTrials(id, sealTo)
    if (trials === undefined) return refuse('ballotKeyWrong', {})
    await changeBox(tx, id, { sealTo, trials, tried: [] })
    return {
      answer: await presentBallots(request.context, tx, open, scheme),
      events: [{ kind: 'ballotKeyMade', values: { meeting: name } }],
    }
  })
}

/** Notes that a holder's copy opened what was sealed to it. `ballotKeyMissing`, `ballotKeyWrong`. */
export async function tryKey(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/key-tried'>,
): Promise<BallotsPart | Refusal> {
  const { holder, opened } = request.body
  return changeBallots(request, async (tx, open, { scheme }) => {
    const { id, name } = open.stored
    const box = await findBox(tx, id)
    if (!box?.trials) return refuse('ballotKeyMissing', {})
    if (sha256(opened) !== box.trials[holder].hash) return refuse('ballotKeyWrong', {})
    await changeBox(tx, id, { tried: [...new Set([...box.tried, holder])] })
    return {
      answer: await presentBallots(request.context, tx, open, scheme),
      events: [{ kind: 'ballotKeyTried', values: { meeting: name, holder: holderNames[holder] } }],
    }
  })
}

/** Registers slips by their hashes, which the page that prints them made; the first ones issue the meeting. `voterClassUnknown`, `slipsTooMany`, `slipsRepeated`, `phonesUnused`, and those of `issueMeeting`. */
export async function registerSlips(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/slips'>,
): Promise<BallotsPart | Refusal> {
  const { voterClass, slips } = request.body
  const { meeting } = request.params
  // Making a key takes a while, and holds nobody up here.
  const signer = (await findSigner(request.context.db, meeting, voterClass)) ?? (await makeSigner())
  return changeBallots(request, async (tx, open, { scheme }) => {
    const { name, phones } = open.stored
    if (!phones) return refuse('phonesUnused', {})
    const known = open.classes.find(({ id }) => id === voterClass)
    if (known === undefined) return refuse('voterClassUnknown', { voterClass })
    if ((await countSlips(tx, meeting)) + slips.length > MOST_SLIPS)
      return refuse('slipsTooMany', { most: MOST_SLIPS })
    const issued = await issueMeeting(request, tx, open, scheme)
    if (isRefusal(issued)) return issued
    await insertSigner(tx, { ...signer, meeting, voterClass })
    const added = await insertSlips(tx, meeting, voterClass, slips.map(storedSlip))
    if (added < slips.length) return refuse('slipsRepeated', {})
    await addPrinted(tx, meeting, voterClass, 'phone', added)
    const values = { meeting: name, voterClass: known.name, slips: added }
    return {
      answer: await presentBallots(request.context, tx, issued, scheme),
      events: [{ kind: 'slipsPrinted', values }],
    }
  })
}

/** Records what was handed out, given back and spoilt. `voterClassUnknown`, `issuedBeyond`. */
export async function recordIssued(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/issued'>,
): Promise<BallotsPart | Refusal> {
  return changeBallots(request, async (tx, open, { scheme }) => {
    const { id, name } = open.stored
    const told: string[] = []
    for (const row of request.body.issued) {
      const known = open.classes.find(one => one.id === row.voterClass)
      if (known === undefined) return refuse('voterClassUnknown', { voterClass: row.voterClass })
      if (row.givenBack + row.spoilt > row.handedOut)
        return refuse('issuedBeyond', { voterClass: known.name })
      await saveIssued(tx, id, row)
      told.push(
        `${known.name}${mediumNames[row.medium]}发出${row.handedOut}张、退回${row.givenBack}张、作废${row.spoilt}张`,
      )
    }
    return {
      answer: await presentBallots(request.context, tx, open, scheme),
      events: [{ kind: 'ballotsIssued', values: { meeting: name, told: told.join('；') || '无' } }],
    }
  })
}

/** Answers for a database that keeps an order of votes. `ballotRisksNone`. */
export async function confirmRisks(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/risks'>,
): Promise<BallotsPart | Refusal> {
  const { reason } = request.body
  return changeBallots(request, async (tx, open, { scheme }) => {
    const { id, name } = open.stored
    const risks = (await listRisks(tx)).join('、')
    if (risks === '') return refuse('ballotRisksNone', {})
    await changeBox(tx, id, { riskReason: reason })
    return {
      answer: await presentBallots(request.context, tx, open, scheme),
      events: [{ kind: 'ballotRiskConfirmed', values: { meeting: name, risks, reason } }],
    }
  })
}

/** Seals one random text for each holder; undefined if nothing can be sealed to this key. */
function makeTrials(meeting: string, sealTo: string): KeyTrials | undefined {
  const key = new Uint8Array(Buffer.from(sealTo, 'hex'))
  const trial = () => {
    const text = randomBytes(16).toString('hex')
    const sealed = sealSheet({ nonce: randomBytes(16), text }, meeting, key, randomBytes(32), 128)
    return { sealed: Buffer.from(sealed).toString('base64'), hash: sha256(text) }
  }
  try {
    return { teller: trial(), scrutineer: trial() }
  } catch {
    return undefined
  }
}
