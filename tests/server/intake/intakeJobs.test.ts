import { expect, test } from 'vitest'
import { demoYear } from '../../../src/demo/demoYear.ts'
import { writeFactsTemplate } from '../../../src/files/facts/writeFactsTemplate.ts'
import type { RefusalCode } from '../../../src/domain/kernel/refusal.ts'
import { refusalSentences } from '../../../src/contract/shape/refusalSentences.ts'
import { addIntake, findIntake } from '../../../src/server/office/intake/intake.store.ts'
import { createIntakeJobs } from '../../../src/server/office/intake/intakeJobs.ts'
import {
  DeskFault,
  type DeskThread,
  startIntakeThread,
} from '../../../src/server/office/intake/worker/startIntakeThread.ts'
import { annexScheme } from '../../engine/aYear.ts'
import { describeWays } from '../databases.ts'
import { openOffice } from '../office.ts'
import { openYear } from '../openYear.ts'

const { roster, facts } = demoYear({ seed: 4, units: 8, scheme: annexScheme })

describeWays('a job that fails', open => {
  const cases: readonly (readonly [RefusalCode, Error])[] = [
    ['intakeTooLarge', new DeskFault('heap', true)],
    ['intakeUnreadable', new DeskFault('a bug', false)],
  ]

  test.each(cases)('%s: the import reports the failure, and the next one runs', async (code, error) => {
    const office = await openOffice(await open())
    const { context } = office
    await openYear(context, { scheme: annexScheme })
    let opened = 0
    const jobs = createIntakeJobs(context, onProgress => {
      const desk = startIntakeThread(onProgress)
      return ++opened === 1 ? ({ ...desk, read: () => Promise.reject(error) } as DeskThread) : desk
    })
    const bytes = await writeFactsTemplate(annexScheme, { roster, facts })
    const ids = [context.newId(), context.newId()]
    for (const id of ids) {
      const at = context.now().toISOString()
      const row = {
        id,
        year: 2018,
        file: 'a.xlsx',
        bytes: 1,
        hash: id,
        state: 'waiting' as const,
        uploadedBy: '测试',
      }
      await context.db.transaction(tx => addIntake(tx, { ...row, beatAt: at, uploadedAt: at }))
      jobs.read(id, 2018, bytes.slice())
    }
    await expect.poll(async () => (await findIntake(context.db, 2018, ids[1]!))!.state).toBe('ready')
    const failed = (await findIntake(context.db, 2018, ids[0]!))!
    const said = (refusalSentences[code] as (values: { reference: string }) => string)({ reference: '.{8}' })
    expect(failed.state).toBe('failed')
    expect(failed.fault).toMatch(new RegExp(`^${said}$`))
    await jobs.close()
    await office.close()
  })
})

test('a file too large for its thread ends only that thread', async () => {
  const desk = startIntakeThread(() => {}, 10)
  const large = await writeFactsTemplate(annexScheme, demoYear({ seed: 4, units: 400, scheme: annexScheme }))
  const fault = await desk
    .read(annexScheme, large, { units: [], holders: [] })
    .catch((error: unknown) => error)
  expect(fault).toMatchObject({ outOfMemory: true })
  await expect(desk.takePart()).rejects.toBe(fault)
  await desk.close()
})
