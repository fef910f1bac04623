import { afterAll, expect, test } from 'vitest'
import { formOf } from '../../../src/domain/scheme/forms/ruleForms.ts'
import { outcomesOf } from '../../../src/server/year/outcome/outcomeCache.ts'
import { openEmpty } from '../databases.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice } from '../office.ts'

let office: Office | undefined

afterAll(() => office?.close())

test('五（二） what adds points is no problem', async () => {
  office = await openOffice(await openEmpty('PGlite'))
  await layDemoYear(office.context, 60)
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const { scheme, inputs } = (await outcomesOf(office.context.db).current(2018))!
  const adding = new Set(
    scheme!.rubrics.flatMap(({ rows }) =>
      rows.flatMap(({ rules }) =>
        rules.filter(rule => formOf(rule).effect === 'adds').map(({ text }) => text),
      ),
    ),
  )
  expect(inputs.facts.findings.length).toBeGreaterThan(0)
  const { problems } = (await committee.ask('GET /api/years/2018/problems')).body as {
    problems: { text: string }[]
  }
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.filter(({ text }) => [...adding].some(said => text.includes(said)))).toEqual([])
})
