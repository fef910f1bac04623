import { createHash, type KeyObject } from 'node:crypto'
import { publishedFileSchema, votePart } from '../../../../contract/meetings/ballotParts.ts'
import { paddedLength } from '../../../../crypto/sealedSheet.ts'
import type { PublishedFile } from '../../../../domain/campaign/ballot/ballotFiles.ts'
import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import { mayCast } from '../../../../domain/campaign/meeting/decideMeeting.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { institutionName } from '../../../platform/http/institution.store.ts'
import { type ReadyAnswer, rememberAnswers } from '../../../platform/http/readyAnswer.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { keptFormOf } from '../ballotFormOf.ts'
import type { LoadedMeeting } from '../loadMeeting.ts'
import { findBox, findSigner } from './ballots.store.ts'
import { keepSheet } from './keepSheets.ts'
import { loadKnown } from './loadKnown.ts'
import { redeem, type RedeemAnswer } from './redeemSlips.ts'
import { EXPONENT, isCredential, publicKeyFrom } from './signCredential.ts'
import { findKept, findProgress, findSlips } from './vote.store.ts'
import { votingStateOf } from './votingState.ts'

/** Shows the form and the keys to a slip's holder. Phones ask every few seconds while they wait: all slips of a class that are as far share one written answer. `voteSlipUnknown`. */
export async function viewSlip({
  context: { db, now },
  body,
}: Served<'POST /api/vote/slip'>): Promise<ReadyAnswer | Refusal> {
  const [slip] = await findSlips(db, [storedSlip(body.slip)])
  const signer = slip && (await signerOf(db, slip.meeting, slip.voterClass))
  const loaded = slip && (await loadKnown(db, slip.meeting, slip.revision))
  const form = loaded && keptFormOf(loaded)
  if (slip === undefined || signer === undefined || loaded === undefined || form === undefined)
    return refuse('voteSlipUnknown', {})
  const at = now().toISOString()
  const part = {
    institution: await institutionName(db),
    state: votingStateOf(loaded, slip, at),
    mayCast: mayCast(loaded.state, at),
    slip: slip.blinded === null ? ('fresh' as const) : ('redeemed' as const),
    sealTo: slip.sealTo ?? undefined,
  }
  return writtenPart(loaded, JSON.stringify([slip.voterClass, part]), async () => ({
    ...part,
    meetingName: loaded.stored.name,
    heldOn: loaded.stored.heldOn,
    rehearsal: loaded.stored.rehearsal,
    voterClass: form.classes.find(({ id }) => id === slip.voterClass)!,
    form,
    signer: { modulus: signer.modulus, exponent: EXPONENT },
    sealedLength: sealedLength(form),
  }))
}

const writtenPart = rememberAnswers<LoadedMeeting, typeof votePart>(votePart, 60)

/** Redeems a slip: signs its blinded message without reading it. The same message gets the same signature; another one `voteSlipUsed`. */
export async function redeemSlip({
  context,
  body: { slip, blinded },
}: Served<'POST /api/vote/redeem'>): Promise<RedeemAnswer> {
  return redeem(context, { slip: storedSlip(slip), message: blinded })
}

/** Keeps a cast sheet; the answer comes when it is on the disk. The same sheet again gets the same answer; another one `credentialUsed`. */
export async function castSheet({
  context,
  body: { meeting, voterClass, token, signature, sealed },
}: Served<'POST /api/vote/cast'>) {
  const signer = await signerOf(context.db, meeting, voterClass)
  if (signer === undefined || !isCredential(signer.key, token, signature))
    return refuse('credentialFaulty', {})
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < LEAST_SEALED) return refuse('sealedFaulty', {})
  return keepSheet(context, { token, meeting, voterClass, sealed, hash: sha256(bytes) })
}

/** Tells the holder of a credential whether a sheet was kept for it. */
export async function viewKept({
  context: { db, now },
  body: { meeting, voterClass, token, signature },
}: Served<'POST /api/vote/kept'>) {
  const signer = await signerOf(db, meeting, voterClass)
  const progress = await findProgress(db, meeting)
  const loaded = progress && (await loadKnown(db, meeting, progress.revision))
  if (signer === undefined || loaded === undefined || !isCredential(signer.key, token, signature))
    return refuse('credentialFaulty', {})
  const state = votingStateOf(loaded, progress, now().toISOString())
  return { state, kept: await findKept(db, token) }
}

/** Answers what was published of a meeting, the same to everybody. */
export async function viewPublished({
  context: { db },
  params: { meeting },
}: Served<'GET /api/vote/meetings/:meeting/published'>): Promise<ReadyAnswer | Refusal> {
  const progress = await findProgress(db, meeting)
  const loaded = progress?.state === 'published' && (await loadKnown(db, meeting, progress.revision))
  if (!loaded) return refuse('ballotsUnpublished', {})
  return writtenFile(
    loaded,
    progress.version!,
    async () => JSON.parse((await findBox(db, meeting))!.publishedFile!) as PublishedFile,
  )
}

const writtenFile = rememberAnswers<LoadedMeeting, typeof publishedFileSchema>(publishedFileSchema, 1)

/** What a database row knows a slip by: a hash of what the phone sends, so that reading the database redeems nothing. */
export function storedSlip(slip: string): string {
  return sha256(Buffer.from(slip, 'hex'))
}

/** The length of a sealed sheet in bytes: ephemeral key, padded sheet and tag. */
function sealedLength(form: BallotForm): number {
  return paddedLength(form.lines.length, longestUnit(form))
}

function longestUnit({ lines }: BallotForm): number {
  return Math.max(0, ...lines.map(({ unit }) => Buffer.byteLength(unit)))
}

/** The public key of a class. */
interface PublicSigner {
  readonly modulus: string
  readonly key: KeyObject
}

const signers = new WeakMap<Database, Map<string, PublicSigner>>()

const MOST_SIGNERS = 200

/** Fewer bytes hold neither key nor tag. */
const LEAST_SEALED = 68

/** Finds the public key of a class, which never changes and is kept in memory. */
async function signerOf(
  db: Database,
  meeting: string,
  voterClass: string,
): Promise<PublicSigner | undefined> {
  let known = signers.get(db)
  if (known === undefined) signers.set(db, (known = new Map()))
  const name = `${meeting} ${voterClass}`
  const before = known.get(name)
  if (before !== undefined) return before
  const found = await findSigner(db, meeting, voterClass)
  if (found === undefined) return undefined
  const made = { modulus: found.modulus, key: publicKeyFrom(found.modulus) }
  known.set(name, made)
  if (known.size > MOST_SIGNERS) known.delete(known.keys().next().value!)
  return made
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
