import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LONG } from '../longRun.ts'
import { ownServer, post, read, signInAs, visit, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

interface Line {
  readonly leadUnit: string
  readonly leadUnitName: string
  readonly state: string
  readonly members: number
}

let server: RunningServer
let committee: Visitor
/** a lead unit by the number of its members. */
const leads = new Map<number, Line>()

/** Members of the boards; the largest is made in the long run. */
const SIZES = LONG ? [7, 10, 13] : [7, 10]

/** By hand: 2.1, 3.5, 1.4 · 3, 5, 2 · 3.9, 6.5, 2.6. */
const PLACES = new Map([
  [7, [2, 4, 1]],
  [10, [3, 5, 2]],
  [13, [4, 6, 3]],
])

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-19'])
  committee = await signInAs('committee', 'wide', server.address)
  const lines = await boards()
  const taken = new Set<Line>()
  for (const size of SIZES) {
    const line = lines
      .filter(one => !taken.has(one) && one.members <= size)
      .toSorted((one, other) => other.members - one.members)[0]!
    taken.add(line)
    leads.set(size, await makeBoard(line, size))
  }
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

async function boards(): Promise<readonly Line[]> {
  return (await read<{ boards: Line[] }>(committee, '/api/years/2018/routine/boards')).boards
}

/** An open board of so many members. */
async function makeBoard(line: Line, size: number): Promise<Line> {
  const at = `/api/years/2018/units/${line.leadUnit}/boards/routine`
  const { revision, members } = await read<{ revision: number; members: { unit: string }[] }>(committee, at)
  if (line.state === 'accepted')
    await post(committee, `${at}/return`, { revision, reason: '名册有变，请重新评定' })
  if (members.length > size) throw new Error(`${line.leadUnitName} has ${members.length} members already`)
  const model = await read<Record<string, unknown>>(committee, `/api/years/2018/roster/${members[0]!.unit}`)
  const { kind, level, tier, affiliated, headedByLeader, cohort } = model
  for (let more = members.length; more < size; more++) {
    const unit = {
      id: `x${size}${more}`,
      name: `新设${size}系统第${more}单位`,
      kind,
      level,
      tier,
      affiliated,
      headedByLeader,
      cohort,
    }
    await post(committee, '/api/years/2018/roster', {
      unit: { ...unit, leadUnit: line.leadUnit },
      holders: [],
    })
  }
  return { ...line, members: size }
}

/** A clerk of this lead unit. */
async function clerkOf(line: Line, viewport: 'wide' | 'phone' = 'wide'): Promise<Visitor> {
  const entry = {
    username: `评${line.members}${viewport}`,
    name: `${line.leadUnitName}联络员`,
    administers: false,
  }
  const grants = [{ role: 'leadUnit', unit: line.leadUnit }]
  const { password } = await post<{ password: string }>(committee, '/api/accounts', { ...entry, grants })
  const visitor = await visit(viewport, server.address)
  await post(visitor, '/api/session/sign-in', { username: entry.username, password })
  await post(visitor, '/api/session/password', { current: password, next: 'Songbai-2018-er' })
  return visitor
}

const addressOf = ({ leadUnit }: Line): string => `/2018/routine/${leadUnit}/routine`

/** Takes all grades away, so that the board is as at first. */
async function clear(clerk: Visitor, line: Line): Promise<readonly { unit: string; unitName: string }[]> {
  const at = `/api/years/2018/units/${line.leadUnit}/boards/routine`
  const { members } = await read<{ members: { unit: string; unitName: string; revision: number }[] }>(
    clerk,
    at,
  )
  const seen = await post<{ members: { unit: string; unitName: string }[] }>(clerk, `${at}/grades`, {
    changes: members.map(({ unit, revision }) => ({ unit, grade: null, reason: '', revision })),
  })
  return seen.members
}

describe('三（二）1 a grading board at 3:5:2', () => {
  test.each(SIZES)(
    'with %i members: the derivation is shown; one too many is refused and can be swapped',
    async n => {
      const line = leads.get(n)!
      const clerk = await clerkOf(line)
      const members = await clear(clerk, line)
      expect(members).toHaveLength(n)
      const { page, go, settle, faults } = clerk
      await go('/2018/routine')
      const [good, fair, ordinary] = PLACES.get(n)!
      await page.getByText(`名额怎样算出：好${good}个，较好${fair}个，一般${ordinary}个`).click()
      await page.getByText(`应评${n}个单位，按3：5：2分成10份。`).waitFor()
      expect(await page.getByRole('region', { name: '名额的推算' }).getByRole('row').count()).toBe(4)
      const column = page.getByRole('region', { name: '好', exact: true })
      for (const { unitName } of members.slice(0, good)) {
        await page
          .getByRole('group', { name: `${unitName}的等次` })
          .getByRole('button', { name: '好', exact: true })
          .click()
      }
      await column.getByText(`${good}/${good}，已满`).waitFor()
      const beyond = members[good!]!
      await page
        .getByRole('group', { name: `${beyond.unitName}的等次` })
        .getByRole('button', { name: '好', exact: true })
        .click()
      await page.getByText('“好”的名额已满').waitFor()
      expect(await column.getByRole('article').count()).toBe(good)
      await page.getByLabel('与“好”中的一个对换').selectOption(members[0]!.unit)
      await column.getByRole('article', { name: beyond.unitName }).waitFor()
      await settle()
      expect(await column.getByRole('article', { name: members[0]!.unitName }).count()).toBe(0)
      expect(await faults({ axe: n === 7 })).toEqual([])
      await clerk.leave()
    },
  )

  test('by keyboard alone a member is picked up, moved and dropped; by mouse it is dragged', async () => {
    const line = leads.get(7)!
    const clerk = await signedClerk(line)
    const members = await clear(clerk, line)
    const { page, go, settle } = clerk
    await go('/2018/routine')
    await page.getByRole('button', { name: `移动${members[0]!.unitName}` }).focus()
    await page.keyboard.press('Space')
    await page.getByText(`${members[0]!.unitName}在未评定`).waitFor({ state: 'attached' })
    // The keys are listened to a moment after the pick-up is said.
    const inGood = page.getByText(`${members[0]!.unitName}在好`, { exact: true })
    do await page.keyboard.press('ArrowRight')
    while (!(await inGood.waitFor({ state: 'attached', timeout: 10_000 }).then(yes, no)))
    await page.keyboard.press('ArrowRight')
    await page.getByText(`${members[0]!.unitName}在较好`).waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    await page
      .getByRole('region', { name: '较好' })
      .getByRole('article', { name: members[0]!.unitName })
      .waitFor()
    await settle()

    const grip = (await page.getByRole('button', { name: `移动${members[1]!.unitName}` }).boundingBox())!
    const target = (await page.getByRole('region', { name: '一般' }).boundingBox())!
    await page.mouse.move(grip.x + 8, grip.y + 8)
    await page.mouse.down()
    await page.mouse.move(target.x + target.width / 2, target.y + 70, { steps: 6 })
    await page.getByText(`${members[1]!.unitName}在一般`, { exact: true }).waitFor({ state: 'attached' })
    await page.mouse.up()
    await page
      .getByRole('region', { name: '一般' })
      .getByRole('article', { name: members[1]!.unitName })
      .waitFor()
    await settle()
    await clerk.leave()
  })

  test('ten members in 13 clicks; returned with a reason, submitted again, accepted: the explanation shows the grade', async () => {
    const line = leads.get(10)!
    const clerk = await signedClerk(line)
    const members = await clear(clerk, line)
    const { page, go, settle, faults } = clerk
    await go('/2018/routine')
    let clicks = 0
    const click = async (target: ReturnType<typeof page.getByRole>) => {
      await target.click()
      clicks += 1
    }
    const names = ['好', '好', '好', '较好', '较好', '较好', '较好', '较好', '一般', '一般']
    for (const [at, { unitName }] of members.entries()) {
      await click(
        page
          .getByRole('group', { name: `${unitName}的等次` })
          .getByRole('button', { name: names[at]!, exact: true }),
      )
    }
    await click(page.getByRole('button', { name: '按台账为10个单位拟理由' }))
    await page.getByText('写明理由10/10').waitFor()
    await settle()
    await click(page.getByRole('button', { name: '上报', exact: true }))
    await click(page.getByRole('button', { name: '确认上报' }))
    await page.getByText('等次评定已上报', { exact: true }).waitFor()
    expect(clicks).toBe(13)
    await settle()

    await committee.go(addressOf(line))
    await committee.page.getByRole('button', { name: '退回' }).click()
    await committee.page.getByRole('textbox', { name: '理由' }).fill('第一个单位的理由再具体些')
    await committee.page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await committee.page.getByText('已退回', { exact: true }).first().waitFor()

    await go('/2018/routine')
    await page.getByText('第一个单位的理由再具体些').first().waitFor()
    await page.getByLabel(`${members[0]!.unitName}的理由`).fill('例会全勤，报表三次提前报送')
    await page.reload()
    await settle()
    expect(await page.getByLabel(`${members[0]!.unitName}的理由`).inputValue()).toBe(
      '例会全勤，报表三次提前报送',
    )
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByRole('button', { name: '确认上报' }).click()
    await page.getByText('等次评定已上报', { exact: true }).waitFor()
    await settle()
    expect(await faults({ axe: true })).toEqual([])

    await committee.go(addressOf(line))
    await committee.page.getByRole('button', { name: '接收' }).click()
    await committee.page.getByText('已接收，等次已写入年度').waitFor()
    await committee.settle()
    expect(await committee.faults({ axe: true })).toEqual([])
    const told = await (
      await committee.context.request.get(`/api/years/2018/units/${members[0]!.unit}/explanation`)
    ).text()
    expect(told).toContain('日常等次评为“好”')
    expect(told).toContain('例会全勤，报表三次提前报送')
    await clerk.leave()
  })
})

describe('三（二）1 附件 四.4 meetings and returns', () => {
  test('absent units, found by initials, are recorded in one step; the unit sees its line at once, with the cost', async () => {
    const { page, go, settle, faults } = committee
    const line = leads.get(SIZES.at(-1)!)!
    await go('/2018/meetings')
    await page.getByRole('button', { name: '登记一次' }).click()
    await page.getByLabel('名称', { exact: true }).fill('年终工作部署会')
    await page.getByLabel('找单位', { exact: true }).fill(line.leadUnitName)
    await page
      .getByRole('group', { name: line.leadUnitName, exact: true })
      .getByRole('button', { name: /缺会/ })
      .click()
    await page
      .getByRole('group', { name: line.leadUnitName, exact: true })
      .getByRole('button', { name: /代会/ })
      .click()
    expect(await page.getByRole('list', { name: '已选的单位' }).getByRole('listitem').count()).toBe(1)
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '登记1条' }).click()
    await page.getByRole('heading', { name: '年终工作部署会' }).waitFor()
    await settle()
    const clerk = await clerkOf(line, 'phone')
    await clerk.go('/2018/meetings')
    await clerk.page.getByRole('heading', { name: '年终工作部署会' }).waitFor()
    await clerk.page.getByText('每一项扣多少分，扣在哪里').click()
    expect(await clerk.page.getByRole('listitem').filter({ hasText: '派人代会：' }).innerText()).toMatch(
      /三（二）1.*0\.50分；附件 四\.4.*0\.50分/,
    )
    expect(await clerk.faults({ axe: true })).toEqual([])
    await clerk.leave()
  })
})

/** The clerk made before, signed in anew. */
async function signedClerk(line: Line): Promise<Visitor> {
  const visitor = await visit('wide', server.address)
  await post(visitor, '/api/session/sign-in', {
    username: `评${line.members}wide`,
    password: 'Songbai-2018-er',
  })
  return visitor
}

function yes(): boolean {
  return true
}

function no(): boolean {
  return false
}
