import { afterAll, expect, test } from 'vitest'
import { formOf } from '../../../src/domain/scheme/forms/ruleForms.ts'
import { outcomesOf } from '../../../src/server/year/outcome/outcomeCache.ts'
import { openEmpty } from '../databases.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'

let office: Office | undefined
let committee: Visitor

afterAll(() => office?.close())

test('五（二） what adds points is no problem', async () => {
  office = await openOffice(await openEmpty('PGlite'))
  await layDemoYear(office.context, 40)
  committee = await office.someone('kaohe', [{ role: 'committee' }])
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

test('五（二） the only committee account is told to have another opened, before and when it reviews its own draft', async () => {
  const { body: before } = await committee.ask('GET /api/years/2018/problems')
  expect(before).not.toHaveProperty('whyNoReview')
  const { problems, bodies } = before as never as {
    problems: { unit: string }[]
    bodies: { id: string }[]
  }
  const at = `/api/years/2018/units/${problems[0]!.unit}/problems`
  const { body: made } = await committee.ask(`POST ${at}`, { body: { text: '台账不全' } })
  const { body: after } = await committee.ask('GET /api/years/2018/problems')
  expect(after['whyNoReview']).toContain('系统管理员')
  const review = { body: bodies[0]!.id, outcome: 'agree', opinion: '同意', problems: [made['id']] }
  const refused = await committee.ask('POST /api/years/2018/problems/review', { body: review })
  expect(refused.body).toMatchObject({ code: 'problemNoReviewer' })
})

test('五（二） with two committee accounts, the second reviews for both bodies and is told so; with three, each for one', async () => {
  const colleague = await office!.someone('fuhe', [{ role: 'committee' }])
  const LIST = 'GET /api/years/2018/problems'
  const { bodies, problems } = (await colleague.ask(LIST)).body as never as {
    bodies: { id: string; waiting: number }[]
    problems: { id: string; unit: string; text: string }[]
  }
  const all = bodies[0]!.waiting
  const draft = problems.find(({ text }) => text === '台账不全')!
  const review = (at: number) =>
    colleague.ask('POST /api/years/2018/problems/review', {
      body: { body: bodies[at]!.id, outcome: 'agree', opinion: '同意', problems: [draft.id] },
    })
  expect((await review(0)).status).toBe(200)
  const asked = async () => {
    const left = (await colleague.ask(LIST)).body as never as { bodies: { waiting: number }[] }
    const one = await colleague.ask(`GET /api/years/2018/units/${draft.unit}/problems/${draft.id}`)
    return [left.bodies.map(({ waiting }) => waiting), (one.body['acts'] as string[]).includes('review')]
  }
  expect(await asked()).toEqual([[all - 1, all], true])
  const { waiting } = (await colleague.ask('GET /api/years/2018/due')).body as never as {
    waiting: { id: string; who?: string }[]
  }
  expect(waiting.find(({ id }) => id === 'problemsWaiting')!.who).toContain(`研究审核${all}个`)
  await office!.someone('sanhe', [{ role: 'committee' }])
  expect(await asked()).toEqual([[all - 1, all - 1], false])
  expect((await review(1)).body.code).toBe('problemSignedForAnother')
})

test('五（二） evidence that was withdrawn since is marked as gone, and is not cited again', async () => {
  const { body: list } = await committee.ask('GET /api/years/2018/problems')
  const { problems } = list as never as {
    problems: { id: string; unit: string; standing: string; revision: number }[]
  }
  const { id, unit, revision } = problems.find(({ standing }) => standing === 'inProgress')!
  const clerk = await office!.someone('danwei', [{ role: 'unit', unit }])
  const at = `/api/years/2018/units/${encodeURIComponent(unit)}`
  const { entries } = (await clerk.ask(`GET ${at}/entries`)).body as never as { entries: { id: string }[] }
  const report = { text: '已补开', entries: [entries[0]!.id], files: [], revision }
  const { body: kept } = await clerk.ask(`POST ${at}/problems/${id}/progress`, { body: report })
  expect((kept as never as Steps).steps.at(-1)).toMatchObject({ kind: 'progress', gone: 0 })
  await clerk.ask(`POST ${at}/entries/${entries[0]!.id}/withdraw`, { body: { reason: '登记错误' } })
  const { body: after } = await clerk.ask(`GET ${at}/problems/${id}`)
  expect((after as never as Steps).steps.at(-1)).toMatchObject({ kind: 'progress', entries: [], gone: 1 })
  const again = { ...report, revision: revision + 1 }
  const refused = await clerk.ask(`POST ${at}/problems/${id}/progress`, { body: again })
  expect(refused.body).toMatchObject({ code: 'problemEntryUnknown' })
})

interface Steps {
  readonly steps: readonly object[]
}
