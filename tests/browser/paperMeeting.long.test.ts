import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { points } from '../../src/domain/kernel/points.ts'
import { countPages, type PaperForm } from '../../src/files/paper/paperLayout.ts'
import { makePage } from '../paper/madeSheet.ts'
import { ownServer, post, read, signInAs, signInFirst, visit, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

interface Meeting {
  readonly id: string
  readonly revision: number
  readonly speech?: object
}

interface Paper {
  readonly marks: 'points' | 'grades'
  readonly full: number
  readonly grades: readonly { readonly id: string; readonly name: string }[]
  readonly classes: readonly { readonly id: string; readonly name: string }[]
  readonly lines: readonly { readonly unitName: string; readonly secretary: string }[]
}

/** Numbers of the sheets entered past the page. */
const MORE = [2, 3, 4, 5]

let server: RunningServer
let first: Visitor
let second: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-24'])
  first = await signInAs('leadUnit', 'wide', server.address)
  const committee = await signInAs('committee', 'wide', server.address)
  const { account } = await read<{ account: { grants: { role: string; unit?: string }[] } }>(
    first,
    '/api/session',
  )
  const unit = account.grants.find(({ role }) => role === 'leadUnit')!.unit
  const made = await post<{ password: string }>(committee, '/api/accounts', {
    username: 'jipiao',
    name: '吴计票',
    administers: false,
    grants: [{ role: 'leadUnit', unit }],
  })
  await committee.leave()
  second = await visit('wide', server.address)
  await second.load('/')
  await signInFirst(second, 'jipiao', made.password, 'Ceshi-2018-kl')
})

afterAll(async () => {
  await first?.leave()
  await second?.leave()
  await server?.stop()
})

test('四（四） without phones: sheets printed, entered apart by two people, read from a photo, counted as by hand', async () => {
  const meeting = await plan()
  const api = `/api/years/2018/meetings/${meeting.id}`
  const address = `/2018/debriefs/${meeting.id}/paper`
  const paper = await read<Paper>(first, `${api}/paper`)
  const { page } = first
  await printSheet(address, paper.lines.length)

  await step(api, { step: 'start' })
  while ((await step(api, { step: 'next' })).speech !== undefined);
  await step(api, { step: 'openVoting' })
  await step(api, { step: 'closeVoting' })

  // Two people key apart; one slips on the second line.
  const lines = paper.lines.length
  const marks = paper.lines.map((_, line) =>
    paper.marks === 'points' ? String(60 + line) : String((line % 2) + 1),
  )
  for (const who of [first, second]) {
    await who.load(address)
    await who.page.getByRole('link', { name: '录入', exact: true }).first().click()
    await who.settle()
    await key(who, who === second ? marks.with(1, paper.marks === 'points' ? '99' : '3') : marks)
  }
  await second.page.getByText('第1号票两人不一致：第2行').waitFor()
  expect(await second.faults({ axe: true })).toEqual([])
  await second.load(address)
  await second.page.getByRole('link', { name: '更正本人录入' }).click()
  await second.page.getByText('两人不一致').waitFor()
  expect(await second.faults({ axe: true })).toEqual([])
  const slipped = second.page.getByRole('textbox').nth(1)
  await slipped.fill(marks[1]!)
  await second.page.getByRole('button', { name: '保存' }).click()
  await second.page.getByRole('cell', { name: '已确定' }).first().waitFor()

  // Four more, past the page: fewer than five sheets of a class would be withheld.
  const mark = paper.marks === 'points' ? 70 : paper.grades[0]!.id
  const same = { voterClass: paper.classes[0]!.id, marks: paper.lines.map(() => mark), faulty: false }
  for (const who of [first, second])
    for (const number of MORE)
      await post(who, `${api}/paper/sheets`, { ...same, marks: varied(same.marks), number })

  // A photo of another sheet, its doubtful rows decided by both.
  const form = formOf(paper, meeting.id)
  const files = await photos(form)
  await first.load(address)
  first.expect(422)
  await page.locator('input[type=file]').setInputFiles([...files, notAPicture()])
  await page.getByText(`${files.length + 1}/${files.length + 1}个文件`).waitFor()
  await page.getByText('只能读照片').waitFor()
  const sheet = await scanned(api)
  const sure = new Map(sheet.rows.map(({ line, read: mark }) => [line, mark]))
  const doubts = sheet.rows.filter(({ isOpen }) => isOpen).length
  expect(await first.faults({ axe: true })).toEqual([])
  for (const who of [first, second]) {
    await who.load(address)
    await who.page.getByRole('link', { name: '确定存疑格' }).click()
    await who.page.getByText(`${doubts}格存疑`).waitFor()
    await who.page.getByRole('img', { name: '的票面' }).first().waitFor()
    expect(await who.faults({ axe: true })).toEqual([])
    for (const field of await who.page.getByRole('textbox').all()) await field.fill('-')
    await who.page.getByRole('button', { name: '保存' }).click()
    await who.page.getByRole('heading', { name: '已录的票' }).waitFor()
  }
  await page.reload()
  await first.settle()
  expect(await page.getByRole('cell', { name: '已确定' }).count()).toBe(2 + MORE.length)

  // Who does not convene looks on.
  const committee = await signInAs('committee', 'wide', server.address)
  await committee.load(`/2018/debriefs/${meeting.id}`)
  await committee.page.getByText('由召集单位计票，计票人和监票人签字').waitFor()
  expect(await committee.page.getByRole('button', { name: '计票', exact: true }).count()).toBe(0)
  await committee.leave()

  await first.load(`/2018/debriefs/${meeting.id}`)
  await page.getByRole('button', { name: '计票', exact: true }).click()
  await page.getByText('已计票').first().waitFor()
  const { count } = await read<{
    count: { units: { classes: { marks: (number | string)[]; abstained: number }[] }[] }
  }>(first, `${api}/ballots/count`)
  const counted = count.units.map(({ classes }) => classes.flatMap(one => one.marks))
  const wanted = paper.lines.map((_, line) => {
    const keyed = paper.marks === 'points' ? Number(marks[line]) : paper.grades[Number(marks[line]) - 1]!.id
    return [keyed, sure.get(line), ...MORE.map(() => varied(same.marks)[line])].filter(
      one => one !== undefined,
    )
  })
  expect(counted.map(list => list.toSorted())).toEqual(wanted.map(list => list.toSorted()))
  expect(lines).toBe(counted.length)
})

async function plan(): Promise<Meeting> {
  const { plannable } = await read<{
    plannable: { kind: string; lead?: string; classes: { id: string }[] }[]
  }>(first, '/api/years/2018/meetings')
  const { kind, lead, classes } = plannable[0]!
  return post(first, '/api/years/2018/meetings', {
    kind,
    lead,
    heldOn: '2018-12-24',
    place: '二楼会议室',
    minutes: 8,
    convenor: '周主持',
    teller: '钱计票',
    scrutineer: '孙监票',
    supervisors: [],
    reviewAfterEach: false,
    phones: false,
    rehearsal: false,
    classes: classes.map(({ id }) => ({ id, expected: 3 })),
  })
}

/** Marks that are not all equal, which would make a sheet void. */
function varied(marks: readonly (number | string)[]): readonly (number | string | null)[] {
  return marks.map((one, line) => (line === 0 && typeof one === 'number' ? one - 1 : one))
}

/** Prints the sheet of the first class, as pages of A4. */
async function printSheet(address: string, lines: number): Promise<void> {
  const { page } = first
  await first.load(address)
  expect(await first.faults({ axe: true })).toEqual([])
  await page.getByRole('link', { name: '打印', exact: true }).first().click()
  await page.getByRole('img', { name: '票面第1页' }).waitFor()
  await page.getByLabel('印制张数').fill('5')
  expect(await first.faults({ axe: true })).toEqual([])
  await page.evaluate(() => void (window.print = () => document.body.setAttribute('data-printed', '1')))
  await page.getByRole('button', { name: '登记并打印' }).click()
  await page.locator('body[data-printed]').waitFor()
  await page.getByText('已登记印制5张').waitFor()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  keep('paper.pdf', pdf)
  expect(pdf.toString('latin1')).toMatch(new RegExp(`/Count ${Math.ceil(lines / 20)}\\b`))
  expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/)
}

/** Keys a sheet by the keyboard alone. */
async function key({ page }: Visitor, marks: readonly string[]): Promise<void> {
  await page.getByRole('textbox').first().focus()
  for (const mark of marks) {
    await page.keyboard.type(mark)
    if (mark.length > 1) await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: '第1号票' }).waitFor()
}

/** Photos of one marked sheet, with an empty and a crossed row on each page. */
async function photos(form: PaperForm): Promise<readonly string[]> {
  const files: string[] = []
  for (let page = 1; page <= countPages(form); page++) {
    const made = await makePage(form, form.classes[0]!.id, page, 9_300_000 + page, { factor: 1, odd: 1 })
    files.push(keep(`sheet-${page}.jpg`, made.bytes))
  }
  return files
}

/** The scanned sheet as the first of the two sees it. */
async function scanned(api: string) {
  const { sheets } = await read<{ sheets: { id: string; way: string }[] }>(first, `${api}/paper`)
  const { id } = sheets.find(({ way }) => way === 'scanned')!
  return read<{ rows: { line: number; isOpen: boolean; read?: number | string }[] }>(
    first,
    `${api}/paper/sheets/${id}`,
  )
}

function notAPicture(): string {
  return keep('zz.pdf', Buffer.from('不是扫描件'))
}

function keep(name: string, bytes: Uint8Array): string {
  const folder = join(tmpdir(), `paper-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function step(api: string, move: object): Promise<Meeting> {
  const { revision } = await read<Meeting>(first, api)
  return post(first, `${api}/steps`, { move, revision })
}

function formOf({ marks, full, grades, classes, lines }: Paper, meeting: string): PaperForm {
  return {
    meeting,
    marks,
    full: points(full),
    grades,
    classes,
    lines: lines.map((line, at) => ({ unit: `u${at}`, ...line })),
  }
}
