import type { Visitor } from './browse.ts'

/** Drafts the year's scheme from the first sample of 2018, as one's own, and promulgates it. The day of the notice is typed. */
export async function promulgateSample({ page, go }: Visitor): Promise<void> {
  await go('/schemes/new')
  const sample = page.getByRole('listitem').filter({ hasText: '2018年度' }).first()
  await sample.getByRole('button', { name: '以此起草' }).click()
  const start = page.getByRole('dialog')
  await start.getByLabel('方案名称').fill('2018年度党建考核')
  await start.getByLabel('考核组织者').fill('示范州')
  await start.getByLabel('考核年度').fill('2018')
  await start.getByLabel('所依据通知的文号').fill('示组〔2018〕1号')
  await start.getByLabel('通知的印发日期').fill('2018-1-5')
  await start.getByLabel('通知的印发日期').press('Enter')
  await start.getByRole('button', { name: '建立草案' }).click()
  await start.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '印发' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '印发' }).click()
  await page.getByText('第1版已印发').waitFor()
}
