import { openSheet } from '../../../../crypto/sealedSheet.ts'
import { publicKeyOf } from '../../../../crypto/meetingKey.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { shuffled } from '../../../platform/shuffled.ts'
import { yieldToEventLoop } from '../../../platform/yieldToEventLoop.ts'
import {
  changeBox,
  countSealed,
  findBox,
  listSealed,
  type OpenedRow,
  replaceSealed,
  type SealedSheet,
} from './ballots.store.ts'
import { changeBallots } from './openBallots.ts'
import { presentBallots } from './presentBallots.ts'

/** Opens the sealed sheets with one copy of the key: in memory, shuffled, written under new random ids; the sealed ones and the keys that signed are deleted. The key is nowhere kept. `ballotKeyMissing`, `ballotKeyWrong`, `ballotsNotClosed`, `ballotsUnsealed`. */
export async function unsealSheets(
  request: Served<'POST /api/years/:year/meetings/:meeting/ballots/unseal'>,
): Promise<Awaited<ReturnType<typeof presentBallots>> | Refusal> {
  const { context } = request
  const { meeting } = request.params
  const key = new Uint8Array(Buffer.from(request.body.key, 'hex'))
  const before = await findBox(context.db, meeting)
  const isRight = before?.sealTo === Buffer.from(publicKeyOf(key)).toString('hex')
  // Sheets are opened before the change, which holds up everybody else; nothing is cast after the close.
  const sealed = isRight ? await listSealed(context.db, meeting) : []
  const opened = await openAll(sealed, meeting, key, context.newId)
  return changeBallots(request, async (tx, open, { scheme }) => {
    const box = await findBox(tx, meeting)
    if (!box?.sealTo) return refuse('ballotKeyMissing', {})
    if (open.stored.voting !== 'closed') return refuse('ballotsNotClosed', {})
    if (box.state !== 'sealed') return refuse('ballotsUnsealed', {})
    if (!isRight) return refuse('ballotKeyWrong', {})
    if ((await countSealed(tx, meeting)) !== opened.length) return refuse('ballotsNotClosed', {})
    await replaceSealed(tx, meeting, opened)
    await changeBox(tx, meeting, { state: 'opened', trials: null })
    return {
      answer: await presentBallots(context, tx, open, scheme),
      events: [{ kind: 'ballotsOpened', values: { meeting: open.stored.name, sheets: opened.length } }],
    }
  })
}

async function openAll(
  sealed: readonly SealedSheet[],
  meeting: string,
  key: Uint8Array,
  newId: () => string,
): Promise<readonly OpenedRow[]> {
  const opened: OpenedRow[] = []
  for (const [at, { voterClass, sealed: text, hash }] of sealed.entries()) {
    const sheet = openSheet(new Uint8Array(Buffer.from(text, 'base64')), meeting, key)
    // What cannot be opened is a void sheet; its receipt is what was answered for it.
    const [nonce, body] =
      sheet === undefined ? ['', hash] : [Buffer.from(sheet.nonce).toString('hex'), sheet.text]
    opened.push({ id: newId(), meeting, voterClass, nonce, body })
    if (at % 50 === 49) await yieldToEventLoop()
  }
  return shuffled(opened)
}
