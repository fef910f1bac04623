import { createHash, type KeyObject } from 'node:crypto'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { paddedLength } from '../../../../crypto/sealedSheet.ts'
import type { PublishedFile } from '../../../../domain/campaign/ballot/ballotFiles.ts'
import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import { mayCast } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { readSetting } from '../../../office/installation/installation.store.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { keptFormOf } from '../ballotFormOf.ts'
import { complete, type LoadedMeeting } from '../loadMeeting.ts'
import { findMeeting } from '../meeting.store.ts'
import { findBox, findKept, findSigner, findSlip, redeemOnce } from './ballots.store.ts'
import { castQueueOf } from './castQueue.ts'
import { EXPONENT, isCredential, publicKeyFrom, signBlinded } from './signCredential.ts'
import { votingStateOf } from './votingState.ts'

/** Shows the form and the keys to a slip's holder. `voteSlipUnknown`. */
export async function viewSlip({ context, body }: Served<'POST /api/vote/slip'>) {
  const { db } = context
  const slip = await findSlip(db, storedSlip(body.slip))
  const signer = slip && (await findSigner(db, slip.meeting, slip.voterClass))
  const loaded = slip && (await loadAny(db, slip.meeting))
  const form = loaded && keptFormOf(loaded)
  if (slip === undefined || signer === undefined || loaded === undefined || form === undefined)
    return refuse('voteSlipUnknown', {})
  const box = await findBox(db, slip.meeting)
  const now = context.now().toISOString()
  const institution = (await readSetting(db, 'institution'))?.value
  return {
    meetingName: loaded.stored.name,
    institution: typeof institution === 'string' ? institution : '',
    heldOn: loaded.stored.heldOn,
    state: votingStateOf(loaded, box, now),
    mayCast: mayCast(loaded.state, now),
    rehearsal: loaded.stored.rehearsal,
    voterClass: form.classes.find(({ id }) => id === slip.voterClass)!,
    slip: slip.blinded === null ? ('fresh' as const) : ('redeemed' as const),
    form,
    signer: { modulus: signer.modulus, exponent: EXPONENT },
    sealTo: box?.sealTo ?? undefined,
    sealedLength: sealedLength(form),
  }
}

/** Redeems a slip: signs its blinded message without reading it. The same message gets the same signature; another one `voteSlipUsed`. */
export async function redeemSlip({
  context: { db, now },
  body,
}: Served<'POST /api/vote/redeem'>): Promise<{ readonly signature: string } | Refusal> {
  const hash = storedSlip(body.slip)
  const slip = await findSlip(db, hash)
  if (slip === undefined) return refuse('voteSlipUnknown', {})
  const signer = await findSigner(db, slip.meeting, slip.voterClass)
  const state = votingStateOf((await loadAny(db, slip.meeting))!, undefined, now().toISOString())
  if ((state !== 'prepared' && state !== 'open') || signer === undefined || signer.privateKey === null)
    return refuse('voteNotOpen', { state: votingStateNames[state] })
  const signature = signBlinded(signer.privateKey, body.blinded)
  if (signature === undefined) return refuse('blindedFaulty', {})
  // One statement marks the slip, so that a crowd does not hold connections; what is signed leaves only then.
  const blinded = sha256(Buffer.from(body.blinded, 'hex'))
  const isFirst = slip.blinded === blinded || (await redeemOnce(db, hash, blinded))
  return isFirst ? { signature } : refuse('voteSlipUsed', {})
}

/** Keeps a cast sheet; the answer comes when it is on the disk. The same sheet again gets the same answer; another one `credentialUsed`. */
export async function castSheet({
  context,
  body: { meeting, voterClass, token, signature, sealed },
}: Served<'POST /api/vote/cast'>) {
  const key = await signerKey(context.db, meeting, voterClass)
  if (key === undefined || !isCredential(key, token, signature)) return refuse('credentialFaulty', {})
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < LEAST_SEALED) return refuse('sealedFaulty', {})
  return castQueueOf(context).cast({ token, meeting, voterClass, sealed, hash: sha256(bytes) })
}

/** Tells the holder of a credential whether a sheet was kept for it. */
export async function viewKept({
  context: { db, now },
  body: { meeting, voterClass, token, signature },
}: Served<'POST /api/vote/kept'>) {
  const key = await signerKey(db, meeting, voterClass)
  const loaded = await loadAny(db, meeting)
  if (key === undefined || loaded === undefined || !isCredential(key, token, signature))
    return refuse('credentialFaulty', {})
  const state = votingStateOf(loaded, await findBox(db, meeting), now().toISOString())
  return { state, kept: await findKept(db, token) }
}

/** Answers what was published of a meeting, the same to everybody. */
export async function viewPublished({
  context: { db },
  params: { meeting },
}: Served<'GET /api/vote/meetings/:meeting/published'>): Promise<PublishedFile | Refusal> {
  const box = await findBox(db, meeting)
  if (box?.state !== 'published') return refuse('ballotsUnpublished', {})
  return JSON.parse(box.publishedFile!) as PublishedFile
}

async function loadAny(db: Database, meeting: string): Promise<LoadedMeeting | undefined> {
  const stored = await findMeeting(db, meeting)
  return stored && complete(db, stored)
}

/** What a database row knows a slip by: a hash of what the phone sends, so that reading the database redeems nothing. */
export function storedSlip(slip: string): string {
  return sha256(Buffer.from(slip, 'hex'))
}

/** The length of a sealed sheet in bytes: ephemeral key, padded sheet and tag. */
export function sealedLength(form: BallotForm): number {
  return paddedLength(form.lines.length, longestUnit(form))
}

function longestUnit({ lines }: BallotForm): number {
  return Math.max(0, ...lines.map(({ unit }) => Buffer.byteLength(unit)))
}

const keys = new WeakMap<Database, Map<string, KeyObject>>()

const MOST_KEYS = 200

/** Fewer bytes hold neither key nor tag. */
const LEAST_SEALED = 68

/** The public key of a class, which never changes. */
async function signerKey(db: Database, meeting: string, voterClass: string): Promise<KeyObject | undefined> {
  let known = keys.get(db)
  if (known === undefined) keys.set(db, (known = new Map()))
  const name = `${meeting} ${voterClass}`
  const before = known.get(name)
  if (before !== undefined) return before
  const signer = await findSigner(db, meeting, voterClass)
  if (signer === undefined) return undefined
  const made = publicKeyFrom(signer.modulus)
  known.set(name, made)
  if (known.size > MOST_KEYS) known.delete(known.keys().next().value!)
  return made
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
