import { expect, test } from 'vitest'
import { openWorkbookStream } from '../../../src/files/xlsx/stream/workbookStream.ts'
import { createThreads } from '../../../src/server/platform/threads/threads.ts'
import type { readFrameFile } from '../../../src/server/rooms/survey/readFrameFile.ts'
import type { readSurveyFile } from '../../../src/server/rooms/survey/readSurveyFile.ts'
import { LONG } from '../../longRun.ts'

/** Memory in which a million rows do not fit, but those that a list may have do. */
const threads = createThreads({ most: 1, megabytes: 320, seconds: 300, idleMs: 10 })
const ROWS = 1_000_000

const named = { units: [{ id: 'U1', name: '州林业局' }], groups: [{ id: 'members', name: '党员' }] }
const room = new URL('../../../src/server/rooms/survey/', import.meta.url)

async function readAnswers() {
  const bytes = Buffer.from(`单位,对象,第1题\n${'州林业局,党员,满意\n'.repeat(ROWS)}`)
  const answers = [{ id: 'satisfied', name: '满意' }]
  const options = answers.map(({ id, name }) => ({ id, text: name }))
  const question = { id: 'overall', text: '总体评价', kind: 'satisfaction' as const, counts: true }
  const asked = { scored: 'overall', answers, questions: [{ ...question, turned: false, options }] }
  const spec = { ...named, ...asked, kind: 'answers' as const, as: undefined }
  return threads.run<typeof readSurveyFile>(
    new URL('readSurveyFile.ts', room),
    'readSurveyFile',
    spec,
    new Uint8Array(bytes),
  )
}

async function readFrame() {
  const book = openWorkbookStream({ title: '样本框', madeOn: '2018-11-12' })
  const sheet = book.open({ name: '样本框', columns: [], gridLines: true })
  sheet.add(['电话号码', '单位', '对象', '姓名'])
  for (let nth = 0; nth < ROWS; nth++) {
    sheet.add([`139${String(nth).padStart(8, '0')}`, '州林业局', '党员', '张三'])
    if (nth % 1000 === 0) await sheet.settle()
  }
  const spec = { ...named, survey: 's', as: undefined, key: new Uint8Array(32), asked: ['U1\tmembers'] }
  return threads.run<typeof readFrameFile>(
    new URL('readFrameFile.ts', room),
    'readFrameFile',
    spec,
    await book.finish(),
  )
}

test.each([['a bureau’s file', readAnswers] as const, ...(LONG ? ([['a frame', readFrame]] as const) : [])])(
  '%s of a million rows is refused without being held in memory',
  async (_, read) => {
    expect(await read()).toMatchObject({ code: 'tableRowsTooMany', values: { most: 200_000 } })
  },
)
