import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.ts'
import { LONGEST_WAIT } from '../longRun.ts'
import { checkPage } from './checkPage.ts'
import type { Relay } from './openRelay.ts'

/** 一部手机: a browser that keeps what is in it when it is closed. */
export interface PhoneInHand {
  readonly folder: string
  page: Page
  context: BrowserContext
  /** closes the browser and opens it again on the same folder. */
  reopen(): Promise<void>
  /** takes the signal away, or gives it back. */
  signal(there: boolean): Promise<void>
  /** the faults of the page as it stands. */
  faults(): Promise<readonly string[]>
  row(name: string): Locator
  leave(): Promise<void>
}

/** Looked for once: each candidate is started to see whether it starts. */
let found: string | undefined

/** Opens one at the relay. */
export async function takePhone(relay: Relay): Promise<PhoneInHand> {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-phone-'))
  let hasSignal = true
  const open = async (): Promise<void> => {
    phone.context = await chromium.launchPersistentContext(folder, {
      executablePath: (found ??= findChromium(() => {})),
      args: [...CHROMIUM_FLAGS],
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      baseURL: relay.address,
    })
    phone.page = phone.context.pages()[0] ?? (await phone.context.newPage())
    phone.context.setDefaultTimeout(LONGEST_WAIT)
    await phone.context.setOffline(!hasSignal)
    phone.page.on('pageerror', error => errors.push(error.message))
  }
  const errors: string[] = []
  const phone: PhoneInHand = {
    folder,
    page: undefined as never,
    context: undefined as never,
    reopen: async () => {
      await phone.context.close()
      await open()
    },
    signal: async there => {
      hasSignal = there
      relay.decide(() => (there ? 'pass' : 'breakBefore'))
      await phone.context.setOffline(!there)
    },
    faults: async () => [...errors, ...(await checkPage(phone.page, { axe: true, fingers: true }))],
    row: name =>
      phone.page
        .locator('article.row')
        .filter({ has: phone.page.getByRole('heading', { name: new RegExp(`^${name} `) }) }),
    leave: async () => {
      await phone.context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await open()
  return phone
}

/** Signs in on the phone's own page and waits for the tasks. */
export async function signInOnPhone(
  { page }: PhoneInHand,
  username: string,
  password: string,
): Promise<void> {
  await page.goto('/inspect')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('口令').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.locator('.task').first().waitFor()
  // Until the worker has all that it takes to open without a signal.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

/** A name written on the glass. */
export async function writeName(page: Page, side: '核查人' | '单位'): Promise<void> {
  const glass = page.getByRole('img', { name: `${side}签字处` })
  await glass.scrollIntoViewIfNeeded()
  const box = (await glass.boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (let step = 0; step < 12; step++)
    await page.mouse.move(box.x + 40 + step * 18, box.y + 60 + Math.sin(step) * 30)
  await page.mouse.up()
  await page.getByAltText(`${side}的签字`).waitFor()
}

/** A photo of this many pixels, as a camera gives it, with a place and day in its metadata. */
export async function aPicture(page: Page, width: number, height: number, seed: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([w, h, s]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w!
      canvas.height = h!
      const drawing = canvas.getContext('2d')!
      for (let at = 0; at < 60; at++) {
        drawing.fillStyle = `hsl(${(at * 37 + s! * 91) % 360} 70% 50%)`
        drawing.fillRect(((at * 131 * s!) % w!) - 50, (at * 67) % h!, w! / 5, h! / 6)
      }
      return canvas.toDataURL('image/jpeg', 0.9)
    },
    [width, height, seed],
  )
  const plain = Buffer.from(address.split(',')[1]!, 'base64')
  const told = Buffer.from('Exif\0\0GPS 28.3N 109.7E', 'latin1')
  const segment = Buffer.from([0xff, 0xe1, 0, told.length + 2])
  return Buffer.concat([plain.subarray(0, 2), segment, told, plain.subarray(2)])
}

/** What is on the phone, read past the page. */
export function keptOnPhone<T>({ page }: PhoneInHand, table: string): Promise<readonly T[]> {
  return page.evaluate(
    name =>
      new Promise<readonly T[]>((resolve, reject) => {
        const asked = indexedDB.open('hengping-inspect')
        asked.onerror = () => reject(asked.error!)
        asked.onsuccess = () => {
          const all = asked.result.transaction(name).objectStore(name).getAll()
          all.onsuccess = () => {
            resolve(all.result)
            asked.result.close()
          }
        }
      }),
    table,
  )
}

/** To the end of a unit's sheet and off, the unit unwilling to sign. */
export async function finishUnsigned({ page }: PhoneInHand, unitName: string): Promise<void> {
  if (!new URL(page.url()).pathname.includes('/task/')) {
    await page.goto('/inspect')
    await page.locator('.task').filter({ hasText: unitName }).click()
  }
  const toEnd = page.getByRole('button', { name: '签字发送' })
  if ((await page.getByRole('heading', { name: '核查人签字' }).count()) === 0) await toEnd.click()
  await writeName(page, '核查人')
  await page.getByRole('button', { name: '不签字' }).click()
  await page.getByLabel(/不签字的原因/).fill('负责人不在')
  await page.getByRole('button', { name: '完成并发送' }).click()
}
