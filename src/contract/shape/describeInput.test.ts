import { expect, test } from 'vitest'
import { z } from 'zod'
import { sized } from '../../../tests/longRun.ts'
import { routes } from '../http/routes.ts'
import type { Route } from '../http/route.ts'
import { describeInput } from './describeInput.ts'
import { readShape } from './readShape.ts'

const told = (schema: z.ZodType, value: unknown) =>
  readShape(schema, value).faults.map(fault => describeInput(schema, fault))

test('a fault is told by the label of its field and its place in a list', () => {
  const finding = z.strictObject({ note: z.string().max(3).describe('说明') })
  const schema = z.strictObject({
    findings: z.array(finding).describe('核查情况'),
    day: z.string().optional(),
  })
  expect(told(schema, { findings: [{ note: '好' }, { note: '太长的话' }] })).toEqual([
    '“核查情况第2条的说明”超过3个字，请缩短后再提交',
  ])
  expect(told(schema, { findings: [{}] })).toEqual(['“核查情况第1条的说明”没有填写，请填写后再提交'])
  expect(told(schema, { findings: [], extra: 1 })).toEqual(['页面与服务器的版本不一致，请刷新页面后再提交'])
  expect(told(schema, { findings: [], day: 3 })).toEqual(['有一项内容不合要求，请重新填写，仍不行请刷新页面'])
})

/** Values that no field takes, or few. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  -1,
  1e12,
  1.00001,
  true,
  '',
  'data:image/png;base64,'.padEnd(sized(70_000, 5_000), 'A'),
  [],
  Array.from({ length: 60 }, () => ({})),
  {},
  { fieldOfAnotherPage: 1 },
]

test('no field name, path or programmer’s word reaches a reader, whatever is sent to whatever route', () => {
  const inputs = new Set(
    (Object.values(routes) as readonly Route[]).flatMap(({ body, query, params }) =>
      [body, query, params].filter(schema => schema !== undefined),
    ),
  )
  const seen = new Set<string>()
  for (const schema of inputs) {
    const fields = Object.keys((schema.def as { readonly shape?: object }).shape ?? {})
    for (const wrong of WRONG) {
      for (const text of told(schema, wrong)) seen.add(text)
      for (const field of fields) for (const text of told(schema, { [field]: wrong })) seen.add(text)
    }
  }
  expect(seen.size).toBeGreaterThan(100)
  expect([...seen].filter(text => /[A-Za-z]{2,}|[{}[\]]|undefined/.test(text))).toEqual([])
})
