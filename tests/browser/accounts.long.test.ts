import { expect, test } from 'vitest'
import { signInAs, visit } from './browse.ts'

const OWN = 'Ziji-de-kouling-7'

test('an account is created by form, its one-time password is shown once, and its owner signs in with it and changes it', async () => {
  const committee = await signInAs('committee')
  await committee.go('/accounts/new')
  const { page } = committee
  await page.getByLabel('姓名或名称').fill('核查二组')
  await page.getByLabel('用户名').fill('核查二组')
  await page.getByLabel('角色').selectOption('核查组')
  await page.getByRole('button', { name: '添加' }).click()
  await page.locator('form').getByRole('button', { name: '开设账号' }).click()
  const password = (await page.locator('.slips-password').textContent())!
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  expect(await committee.faults({ axe: true })).toEqual([])

  const owner = await visit()
  await owner.go('/')
  await owner.page.getByLabel('用户名').fill('核查二组')
  await owner.page.getByLabel('口令').fill(password)
  await owner.page.keyboard.press('Enter')
  await owner.page.getByText('请换成只有您自己知道的口令').waitFor()
  await owner.page.getByLabel('现在的口令').fill(password)
  await owner.page.getByLabel('新口令', { exact: true }).fill(OWN)
  await owner.page.getByLabel('再填一次新口令').fill(OWN)
  await owner.page.keyboard.press('Enter')
  await owner.page.getByRole('link', { name: '首页' }).waitFor()
  await owner.settle()
  expect(await owner.faults()).toEqual([])

  page.once('dialog', dialog => void dialog.accept())
  await page.getByRole('button', { name: '已交给本人' }).click()
  await committee.go('/accounts')
  await page.getByRole('link', { name: '核查二组' }).click()
  await page.getByRole('button', { name: '停用账号' }).click()
  await page.getByLabel('理由').fill('试用结束')
  await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click()
  await page.getByRole('button', { name: '恢复账号' }).waitFor()
  owner.expect(401)
  await owner.load('/')
  await owner.page.getByRole('button', { name: '登录' }).waitFor()
  await owner.leave()
  await committee.leave()
})

test('accounts are created from a list pasted from a table; a wrong row says why', async () => {
  const committee = await signInAs('committee')
  await committee.go('/accounts/bulk')
  const { page } = committee
  await page.getByLabel('怎样开设').selectOption('按清单：自己列出')
  await page
    .getByLabel('或者从表格中复制粘贴')
    .fill('账号\t姓名\t角色\t单位\n核查八组号\t核查八组\t核查组\n李四\t李四\t组长')
  await page.getByRole('button', { name: '读取粘贴的清单' }).click()
  await page.getByText('“角色”写的是“组长”').first().waitFor()
  expect(await committee.faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '开设通过的1行' }).click()
  await page.locator('.slips-password').waitFor()
  expect(await page.locator('.slips').innerText()).toContain('核查八组号')
  page.once('dialog', dialog => void dialog.accept())
  await page.getByRole('button', { name: '已交给本人' }).click()
  await committee.leave()
})

test('the trail shows the change, is filtered, exported, and verified on the page', async () => {
  const auditor = await signInAs('auditAdmin')
  await auditor.go('/trail')
  const { page } = auditor
  await page.getByLabel('人员').fill('考核办公室')
  await page.getByLabel('事项中的文字').fill('停用账号')
  await page.locator('#content').getByRole('button', { name: '查找' }).click()
  await page.getByText('停用账号“核查二组”（核查二组），理由：试用结束').waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出全部存档' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^留痕-.*\.ndjson$/)
  await page.getByRole('button', { name: '核验全部留痕' }).click()
  await page.getByText(/^留痕完整：\d+条，逐条核验相符$/).waitFor()
  expect(await auditor.faults({ axe: true })).toEqual([])
  await auditor.leave()
})
