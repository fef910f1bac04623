import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoOffice, openDemoOffice } from './demoOffice.ts'

let demo: DemoOffice

beforeAll(async () => {
  demo = await openDemoOffice()
})

afterAll(async () => {
  await demo.close()
})

test('slips print the address set for the installation, completed as people write it', async () => {
  const committee = demo.people.get('committee')!
  const read = async () =>
    (await committee.ask('GET /api/installation')).body as {
      readonly address: string
      readonly revision: number
    }
  const before = await read()
  expect(before.address).toBe('')
  const body = {
    institution: '示范州委组织部',
    address: ' kaohe.example.cn:8100/ ',
    revision: before.revision,
  }
  expect((await committee.ask('PUT /api/installation/institution', { body })).status).toBe(200)
  expect((await read()).address).toBe('http://kaohe.example.cn:8100')
})
