import { afterEach, expect, test } from 'vitest'
import { checkDraw } from '../../../src/domain/campaign/draw/checkDraw.ts'
import type { DrawRecord } from '../../../src/domain/campaign/draw/drawRecord.ts'
import { sha256 } from '../../../src/web/kit/sha256.ts'
import { listDrawn } from '../../../src/server/rooms/draw/drawn.store.ts'
import { type DemoOffice, openDemoOffice } from '../demoOffice.ts'

let demo: DemoOffice | undefined

afterEach(async () => {
  await demo?.close()
  demo = undefined
})

test('四（二） demo draws: four quarters, one of them twice for one unit, and every record recomputes without a difference', async () => {
  demo = await openDemoOffice(24)
  const inspector = demo.people.get('inspector')!
  const { draws } = (await inspector.ask('GET /api/years/2018/draws')).body as never as {
    draws: { draw: string; quarter: number; reason?: string }[]
  }
  expect(draws.map(draw => draw.quarter).toSorted()).toEqual([1, 2, 3, 3, 4])
  expect(draws.filter(draw => draw.reason !== undefined)).toHaveLength(1)
  for (const { draw } of draws) {
    const file = JSON.parse((await inspector.ask(`GET /api/years/2018/draws/${draw}/record`)).text) as {
      draws: DrawRecord[]
    }
    expect(file.draws.flatMap(record => checkDraw(record, sha256).filter(check => !check.isRight))).toEqual(
      [],
    )
  }
  const drawn = await listDrawn(demo.office.context.db, 2018, demo.units.member, 'member')
  expect(drawn.map(({ quarter, lines }) => [quarter, lines.length])).toEqual(
    [1, 2, 3, 4].map(quarter => [quarter, 10]),
  )
})
