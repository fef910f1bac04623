import { bytesToHex } from '@noble/hashes/utils.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicKeyOf } from '../../src/crypto/meetingKey.ts'
import { openSheet } from '../../src/crypto/sealedSheet.ts'
import { ownServer, post, read, signInAs, type Visitor } from './browse.ts'
import { checkPage } from './checkPage.ts'
import { type Line, openLine } from './openLine.ts'
import type { RunningServer } from './startServer.ts'
import { hallHost, takePhone, type VotingPhone } from './votePages.ts'

interface Meeting {
  readonly id: string
  readonly revision: number
  readonly speech?: object
}

const KEY = new Uint8Array(32).fill(5)
const VOTERS = 6

let server: RunningServer
let line: Line
let committee: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-24'])
  line = await openLine(hallHost, server.address)
  committee = await signInAs('committee', 'wide', server.address)
})

afterAll(async () => {
  await committee?.leave()
  await line?.stop()
  await server?.stop()
})

test('四（四） from printed slips to checked receipts: phones vote over plain http, one reloaded at each step', async () => {
  const meeting = await plan()
  const api = `/api/years/2018/meetings/${meeting.id}`
  const codes = await printSlips(meeting.id)
  await prepareKey(api, meeting.id)

  const phones = await Promise.all(codes.map(() => takePhone()))
  await Promise.all(phones.map((phone, at) => open(phone, codes[at]!)))
  const [first] = phones
  await first!.page.getByText('还没有开始投票').waitFor()
  await openVoting(api)
  for (const [at, phone] of phones.entries()) await vote(phone, at)

  await step(api, { step: 'closeVoting' })
  await post(committee, `${api}/ballots/unseal`, { key: bytesToHex(KEY) })
  await post(committee, `${api}/ballots/count`, {})
  await first!.page.getByRole('button', { name: '核对回执' }).tap()
  await first!.page.getByText('结果还没有公布').waitFor()
  await post(committee, `${api}/ballots/publish`, {})
  for (const { page } of phones) {
    await page.getByRole('button', { name: '核对回执' }).tap()
    await page.getByText(`公布的${VOTERS}个回执中有您的回执`).waitFor()
  }
  const { count } = await read<{
    readonly count: {
      readonly units: readonly { readonly classes: readonly { readonly marks: readonly number[] }[] }[]
    }
  }>(committee, `${api}/ballots/count`)
  const wanted = phones.map((_, voter) => 70 + voter).toReversed()
  expect(count.units[0]!.classes.find(one => one.marks.length > 0)!.marks).toEqual(wanted)
  expect(phones.flatMap(({ errors }) => errors)).toEqual([])
  await Promise.all(phones.map(({ context }) => context.close()))
})

/** Prints slips of the first class on their page and reads the codes off it; nothing on them tells them apart but the code. */
async function printSlips(meeting: string): Promise<readonly string[]> {
  const { page } = committee
  await committee.go(`/2018/debriefs/${meeting}/slips`)
  await page.getByLabel('张数').fill(String(VOTERS))
  expect(await committee.faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '生成票条' }).click()
  await page.getByRole('heading', { name: '打印票条' }).waitFor()
  const slips = page.locator('.vote-slip')
  await slips.first().getByRole('img', { name: '票条的二维码' }).locator('svg').waitFor()
  expect(await committee.faults({ axe: true })).toEqual([])
  const codes = await page.locator('.vote-slip-letters').allInnerTexts()
  const words = (await slips.allInnerTexts()).map((text, at) => text.replace(codes[at]!.trim(), ''))
  expect(new Set(words).size).toBe(1)
  await page.getByRole('button', { name: '打印好了，关掉' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '打印好了，关掉' }).click()
  await page.getByRole('heading', { name: '票条', exact: true }).waitFor()
  expect(codes).toHaveLength(VOTERS)
  return codes
}

async function open({ page }: VotingPhone, code: string): Promise<void> {
  await page.goto(`${line.address}/vote#${code.trim()}`)
  await page.getByRole('button', { name: '开始评价' }).waitFor()
}

async function vote({ page }: VotingPhone, voter: number): Promise<void> {
  const reload = async () => voter === 0 && void (await page.reload())
  await reload()
  await page.getByRole('button', { name: '开始评价' }).tap()
  const fields = page.getByRole('textbox')
  await fields.first().waitFor()
  await fields.nth(0).fill(String(70 + voter))
  await fields.nth(1).fill('60')
  await reload()
  await fields.first().waitFor()
  expect(await fields.nth(0).inputValue()).toBe(String(70 + voter))
  await page.getByRole('button', { name: '检查并投票' }).tap()
  await page.locator('.vote-main:not(:disabled)').waitFor()
  if (voter === 1) expect(await checkPage(page, { axe: true })).toEqual([])
  await page.getByRole('button', { name: '投票', exact: true }).tap()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  await reload()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
}

async function plan(): Promise<Meeting> {
  const { plannable } = await read<{
    readonly plannable: readonly {
      readonly kind: string
      readonly classes: readonly { readonly id: string }[]
    }[]
  }>(committee, '/api/years/2018/meetings')
  const { kind, classes } = plannable[0]!
  return post(committee, '/api/years/2018/meetings', {
    kind,
    heldOn: '2018-12-24',
    place: '一号厅',
    minutes: 8,
    convenor: '周主持',
    teller: '钱计票',
    scrutineer: '孙监票',
    supervisors: [],
    reviewAfterEach: false,
    phones: true,
    rehearsal: false,
    classes: classes.map(({ id }) => ({ id, expected: VOTERS })),
  })
}

/** Makes the key and tries both copies, past the page. */
async function prepareKey(api: string, meeting: string): Promise<void> {
  const { keys } = await post<{ readonly keys: { readonly trials: Readonly<Record<string, string>> } }>(
    committee,
    `${api}/ballots/key`,
    { sealTo: bytesToHex(publicKeyOf(KEY)) },
  )
  for (const holder of ['teller', 'scrutineer']) {
    const { text } = openSheet(new Uint8Array(Buffer.from(keys.trials[holder]!, 'base64')), meeting, KEY)!
    await post(committee, `${api}/ballots/key-tried`, { holder, opened: text })
  }
}

async function openVoting(api: string): Promise<void> {
  await step(api, { step: 'start' })
  while ((await step(api, { step: 'next' })).speech !== undefined);
  await step(api, { step: 'openVoting' })
}

async function step(api: string, move: object): Promise<Meeting> {
  const { revision } = await read<Meeting>(committee, api)
  return post(committee, `${api}/steps`, { move, revision })
}
