import { expect, test } from 'vitest'
import { TRAIL_START } from '../../src/files/trail/trailHash.ts'
import { describeOnEachDatabase } from './databases.ts'
import { openOffice } from './office.ts'

const DAY = 24 * 60

describeOnEachDatabase('a clock that steps back a day', open => {
  test('every act is kept once, the same act sent again gets its answer, and the trail stays whole', async () => {
    const office = await openOffice(await open())
    try {
      const committee = await office.someone('kaohe', [{ role: 'committee' }])
      const auditor = await office.someone('shenji', [{ role: 'auditAdmin' }])
      const add = (at: number) =>
        committee.ask('POST /api/questions', {
          key: `question-${at}`,
          body: { kind: 'single', topic: '时钟', stem: `第${at}题`, options: ['甲', '乙'], answer: [0] },
        })
      const before = await Promise.all([0, 1, 2, 3].map(add))
      office.forward(-DAY)
      const again = await Promise.all([0, 1, 2, 3].map(add))
      expect(again.map(said => said.body)).toEqual(before.map(said => said.body))
      const after = await Promise.all([4, 5, 6, 7].map(add))
      office.forward(DAY)
      const later = await Promise.all([8, 9].map(add))
      expect([...before, ...after, ...later].map(said => said.status)).toEqual(Array(10).fill(200))
      const bank = (await committee.ask('GET /api/questions')).body['questions'] as {
        readonly stem: string
      }[]
      expect(bank.map(one => one.stem).toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => `第${at}题`))
      const checked = await auditor.ask(`GET /api/trail/verification?after=0&hash=${TRAIL_START}`)
      expect(checked.body).toMatchObject({ done: true })
      expect(checked.body['fault']).toBeUndefined()
    } finally {
      await office.close()
    }
  })
})
