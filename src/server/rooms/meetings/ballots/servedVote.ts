import { createHash, type KeyObject } from 'node:crypto'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import { votingStateNames } from '../../../../contract/meetings/ballotFields.ts'
import { paddedLength } from '../../../../crypto/sealedSheet.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { castQueueOf } from './castQueue.ts'
import { EXPONENT, isCredential, publicKeyFrom, signBlinded } from './signCredential.ts'
import { findBox, findKept, findSigner, findSlip, redeemOnce } from './ballots.store.ts'

/** Shows the form and the keys to a slip's holder. `voteSlipUnknown`. */
export async function viewSlip({ context: { db }, body }: Served<'POST /api/vote/slip'>) {
  const slip = await findSlip(db, storedSlip(body.slip))
  const box = slip && (await findBox(db, slip.meeting))
  const signer = slip && (await findSigner(db, slip.meeting, slip.voterClass))
  if (slip === undefined || box === undefined || signer === undefined) return refuse('voteSlipUnknown', {})
  const { heading, form } = box
  const voterClass = form.classes.find(({ id }) => id === slip.voterClass)!
  return {
    meetingName: heading.name,
    institution: heading.institution,
    heldOn: heading.heldOn,
    state: box.state,
    rehearsal: heading.rehearsal,
    voterClass,
    slip: slip.blinded === null ? ('fresh' as const) : ('redeemed' as const),
    form,
    signer: { modulus: signer.modulus, exponent: EXPONENT },
    sealTo: box.sealTo ?? undefined,
    sealedLength: sealedLength(form),
  }
}

/** Redeems a slip: signs its blinded message without reading it. The same message gets the same signature; another one `voteSlipUsed`. */
export async function redeemSlip({
  context: { db },
  body,
}: Served<'POST /api/vote/redeem'>): Promise<{ readonly signature: string } | Refusal> {
  const hash = storedSlip(body.slip)
  return db.transaction(async tx => {
    const slip = await findSlip(tx, hash)
    if (slip === undefined) return refuse('voteSlipUnknown', {})
    const box = await findBox(tx, slip.meeting)
    const signer = await findSigner(tx, slip.meeting, slip.voterClass)
    const isOver = box === undefined || !['prepared', 'open'].includes(box.state)
    if (isOver || signer === undefined || signer.privateKey === null)
      return refuse('voteNotOpen', { state: votingStateNames[box?.state ?? 'brokenOff'] })
    const signature = signBlinded(signer.privateKey, body.blinded)
    if (signature === undefined) return refuse('blindedFaulty', {})
    const blinded = sha256(Buffer.from(body.blinded, 'hex'))
    return (await redeemOnce(tx, hash, blinded)) ? { signature } : refuse('voteSlipUsed', {})
  })
}

/** Keeps a cast sheet; the answer comes when it is on the disk. The same sheet again gets the same answer; another one `credentialUsed`. */
export async function castSheet({
  context: { db },
  body: { meeting, voterClass, token, signature, sealed },
}: Served<'POST /api/vote/cast'>) {
  const key = await signerKey(db, meeting, voterClass)
  if (key === undefined || !isCredential(key.key, token, signature)) return refuse('credentialFaulty', {})
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length !== key.sealedLength) return refuse('sealedFaulty', {})
  return castQueueOf(db).cast({ token, meeting, voterClass, sealed, hash: sha256(bytes) })
}

/** Tells the holder of a credential whether a sheet was kept for it. */
export async function viewKept({
  context: { db },
  body: { meeting, voterClass, token, signature },
}: Served<'POST /api/vote/kept'>) {
  const key = await signerKey(db, meeting, voterClass)
  const box = await findBox(db, meeting)
  if (key === undefined || box === undefined || !isCredential(key.key, token, signature))
    return refuse('credentialFaulty', {})
  return { state: box.state, kept: await findKept(db, token) }
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

interface SignerKey {
  readonly key: KeyObject
  readonly sealedLength: number
}

const keys = new WeakMap<Database, Map<string, SignerKey>>()

const MOST_KEYS = 200

/** The public key of a class with the length of its sheets: both are fixed once slips are printed. */
async function signerKey(db: Database, meeting: string, voterClass: string): Promise<SignerKey | undefined> {
  let known = keys.get(db)
  if (known === undefined) keys.set(db, (known = new Map()))
  const name = `${meeting} ${voterClass}`
  const before = known.get(name)
  if (before !== undefined) return before
  const [signer, box] = [await findSigner(db, meeting, voterClass), await findBox(db, meeting)]
  if (signer === undefined || box === undefined) return undefined
  const made = { key: publicKeyFrom(signer.modulus), sealedLength: sealedLength(box.form) + 48 }
  known.set(name, made)
  if (known.size > MOST_KEYS) known.delete(known.keys().next().value!)
  return made
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
