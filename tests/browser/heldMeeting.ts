import { bytesToHex } from '@noble/hashes/utils.js'
import { publicKeyOf } from '../../src/crypto/meetingKey.ts'
import { openSheet } from '../../src/crypto/sealedSheet.ts'
import { post, read, type Visitor } from './browse.ts'

interface Meeting {
  readonly id: string
  readonly revision: number
  readonly speech?: object
}

interface Keys {
  readonly keys: { readonly trials: Readonly<Record<'teller' | 'scrutineer', string>> }
}

const KEY = new Uint8Array(32).fill(7)

/** Makes the key of a meeting, and tries both copies. */
export async function tryKeys(convenor: Visitor, api: string): Promise<void> {
  const key = { sealTo: bytesToHex(publicKeyOf(KEY)) }
  const { keys } = await post<Keys>(convenor, `${api}/ballots/key`, key)
  for (const holder of ['teller', 'scrutineer'] as const) {
    const sealed = new Uint8Array(Buffer.from(keys.trials[holder], 'base64'))
    const opened = openSheet(sealed, api.split('/').at(-1)!, KEY)!.text
    await post(convenor, `${api}/ballots/key-tried`, { holder, opened })
  }
}

/** Holds a meeting of one's lead unit to the end of voting, once and past the pages: without it nobody comes to the pages of slips and paper sheets. */
export async function heldMeeting(lead: Visitor): Promise<void> {
  const { plannable } = await read<{
    plannable: { kind: string; lead?: string; meeting?: string; classes: { id: string }[] }[]
  }>(lead, '/api/years/2018/meetings')
  const { classes, kind, lead: unit, meeting } = plannable[0]!
  if (meeting !== undefined) return
  const { id } = await post<Meeting>(lead, '/api/years/2018/meetings', {
    kind,
    lead: unit,
    heldOn: '2018-12-24',
    place: '三楼会议室',
    minutes: 8,
    convenor: '周主持',
    teller: '钱计票',
    scrutineer: '孙监票',
    supervisors: [],
    reviewAfterEach: false,
    phones: true,
    rehearsal: false,
    classes: classes.map(one => ({ id: one.id, expected: 10 })),
  })
  const api = `/api/years/2018/meetings/${id}`
  await tryKeys(lead, api)
  const voterClass = classes[0]!.id
  await post(lead, `${api}/paper/printed`, { voterClass, sheets: 10, style: 'boxes' })
  const step = async (move: object) => {
    const { revision } = await read<Meeting>(lead, api)
    return post<Meeting>(lead, `${api}/steps`, { move, revision })
  }
  await step({ step: 'start' })
  while ((await step({ step: 'next' })).speech !== undefined);
  await step({ step: 'openVoting' })
  await step({ step: 'closeVoting' })
  const { lines } = await read<{ lines: unknown[] }>(lead, `${api}/paper`)
  const marks = lines.map(() => null)
  await post(lead, `${api}/paper/sheets`, { voterClass, number: 1, marks, faulty: false })
}
