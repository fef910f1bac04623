// What needs no server: signing, a phone's own computing, recounts.
import { randomBytes, randomUUID } from 'node:crypto'
import { hexToBytes } from '@noble/hashes/utils.js'
import { readCredential, requestCredential } from '../../src/crypto/credential.ts'
import { paddedLength, sealSheet } from '../../src/crypto/sealedSheet.ts'
import { slipCodeFrom, slipSecretOf } from '../../src/crypto/slipSecret.ts'
import { recountFile } from '../../src/files/ballots/recountFile.ts'
import { writeCount } from '../../src/server/rooms/meetings/ballots/countFile.ts'
import { EXPONENT, makeSigner, signBlinded } from '../../src/server/rooms/meetings/ballots/signCredential.ts'
import { processorSince } from './child.ts'
import { chanceSheet, CLASS, hallForm } from './hallForm.ts'

/** Processor time of signing so many credentials, in milliseconds. */
export async function timeSigning(count: number): Promise<number> {
  const signer = await makeSigner()
  const blinded = Array.from({ length: count }, () => `00${randomBytes(255).toString('hex')}`)
  const from = process.cpuUsage()
  for (const one of blinded) signBlinded(signer, one)
  return processorSince(from)
}

/** Processor time of a voter's side, in milliseconds. */
export interface PhoneTimes {
  /** all of it in a script that has just been loaded: slip, credential, sheet. */
  readonly first: number
  /** credential and sealed sheet, once the script is warm. */
  readonly usual: number
}

/** Times what a voter's phone computes, with the phone's own script. */
export async function timePhone(): Promise<PhoneTimes> {
  const { modulus, privateKey } = await makeSigner()
  const key = { modulus: hexToBytes(modulus), exponent: hexToBytes(EXPONENT) }
  const form = hallForm(randomUUID())
  const sealTo = hexToBytes(randomBytes(32).toString('hex'))
  const length = paddedLength(form.lines.length, Math.max(...form.lines.map(({ unit }) => unit.length)))
  let spent = 0
  const timed = <T>(work: () => T): T => {
    const from = process.cpuUsage()
    const done = work()
    spent += processorSince(from)
    return done
  }
  const vote = (secret: Uint8Array) => {
    const request = timed(() => requestCredential(secret, form.meeting, key))
    const blinded = Buffer.from(request.blindedMessage).toString('hex')
    const signature = hexToBytes(signBlinded({ modulus, privateKey }, blinded)!)
    const credential = timed(() => readCredential(key, request, signature))
    if (credential === undefined) throw new Error('the credential is not valid')
    const opened = { nonce: randomBytes(16), text: chanceSheet(form) }
    timed(() => sealSheet(opened, form.meeting, sealTo, randomBytes(32), length))
  }
  vote(timed(() => slipSecretOf(slipCodeFrom(new Uint8Array(randomBytes(16))))))
  const first = spent
  spent = 0
  for (let round = 0; round < 20; round++) vote(new Uint8Array(randomBytes(32)))
  return { first, usual: spent / 20 }
}

/** Times a recount of so many sheets, ours and the independent one, in milliseconds. */
export async function timeRecount(sheets: number): Promise<readonly [number, number]> {
  const form = hallForm(randomUUID())
  const opened = Array.from({ length: sheets }, () => ({
    id: randomUUID(),
    meeting: form.meeting,
    voterClass: CLASS,
    nonce: randomBytes(16).toString('hex'),
    body: chanceSheet(form),
  }))
  const meeting = { id: form.meeting, name: '', heldOn: '2018-12-25', institution: '', rehearsal: false }
  const { countFile } = writeCount({ meeting, form, opened, paper: [], issued: [], present: {} })
  const script = new URL('../../scripts/recount.mjs', import.meta.url).href
  const { checkCountFile } = (await import(script)) as { checkCountFile: (text: string) => readonly string[] }
  const time = (recount: () => number): number => {
    const from = performance.now()
    if (recount() !== 0) throw new Error('the recount differs')
    return performance.now() - from
  }
  return [time(() => recountFile(countFile)!.faults.length), time(() => checkCountFile(countFile).length)]
}
