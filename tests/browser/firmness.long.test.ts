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
    const link = page.locator('main').locator('a[href*="/units/"]').first()
    const unit = await link.innerText()
    await link.click()
    await page.getByRole('heading', { level: 1, name: unit }).waitFor()
    await page.getByText(/名次区间\d+至\d+|九成的次数名次不变/).waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await leave()
  },
)
