import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { signInAs } from './browse.ts'

test.each(['wide', 'phone'] as const)(
  '五（三） the committee computes how firm places are, and decides whether units see their own, %s',
  async viewport => {
    const { page, go, settle, faults, leave } = await signInAs('committee', viewport)
    await go('/2018/firmness')
    await page.getByRole('button', { name: /^(重新)?计算$/ }).click()
    await page.getByText('与现在的结果一致').waitFor()
    const shown = page.getByRole('switch', { name: '单位可以查看自己的' })
    const before = await shown.getAttribute('aria-checked')
    await shown.click()
    await page.locator(`[role=switch][aria-checked=${before === 'true' ? 'false' : 'true'}]`).waitFor()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    // The picture fills its place at either size.
    const picture = page.locator('.picture').first()
    const [drawn, place] = await picture.evaluate(box => [
      box.firstElementChild!.getBoundingClientRect().width,
      box.getBoundingClientRect().width,
    ])
    expect(Math.abs(drawn! - place!)).toBeLessThan(2)
    const link = page.locator('main').locator('a[href*="/units/"]').first()
    const unit = await link.innerText()
    await link.click()
    await page.getByRole('heading', { level: 1, name: unit }).waitFor()
    await page.getByText(/名次区间\d+至\d+|九成的次数名次不变/).waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await leave()
  },
)

test('a computation that was begun before the page was left shows its progress', async () => {
  const { page, go, leave } = await signInAs('committee')
  const job = { id: randomUUID(), kind: 'firmness', name: '名次稳固程度', year: 2018, state: 'running' }
  const running = { ...job, stage: '重新抽取', progress: 0.4, startedAt: '2018-12-24T01:00:00Z' }
  await page.route('**/api/jobs', route => route.fulfill({ json: { jobs: [running] } }))
  await go('/2018/firmness')
  await page.getByText('40%　重新抽取').waitFor()
  await page.getByText('可以离开这一页，回来再看').waitFor()
  await leave()
})
