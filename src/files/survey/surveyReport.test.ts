import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWord } from '../word/readWord.ts'
import { writeWord } from '../word/writeWord.ts'
import { surveyReport, type SurveyReport } from './surveyReport.ts'

const share = { value: 0.5, low: 0.4, high: 0.6 }
const report: SurveyReport = {
  title: '2018年民意调查',
  by: '示范州统计局',
  day: '2018-12-03',
  begins: '2018-11-01',
  ends: '2018-11-30',
  method: '分层抽样。\n\n电话访问。',
  analysis: {
    units: [
      { unit: 'a', name: '州林业局', valid: 40, mean: { value: 90, low: 85, high: 94 }, chance: 'over' },
      { unit: 'b', name: '州水务局', valid: 30, mean: { value: 80, low: 72, high: 87 } },
      { unit: 'c', name: '州农业局', valid: 6 },
    ],
    mean: 85,
    bounds: [
      { answers: 20, low: 70, high: 100 },
      { answers: 50, low: 78, high: 92 },
    ],
    least: 10,
    questions: [],
    heat: [],
    cross: [
      {
        title: '是否满意',
        answers: ['满意', '不满意'],
        rows: [
          { category: '党员', size: 40, cells: [share, share].map(one => ({ count: 20, share: one })) },
          { category: '群众', size: 6 },
        ],
      },
    ],
    unanswered: [],
    frame: [],
    disagreeingGroups: [],
    disagreeingThemes: [{ theme: '组织生活', low: 1, clean: 1, high: 0, faulted: 0 }],
    disagreements: [],
  },
  opinions: [
    { text: '多组织活动', count: 3 },
    { text: '少开会', count: 1 },
  ],
  withheld: 2,
}

test('the report numbers its parts, withholds what is too few, and has its three pictures', async () => {
  const bytes = await writeWord(surveyReport(report))
  const reading = await readWord('报告.docx', bytes)
  const text = JSON.stringify(reading)
  for (const words of [
    '一、调查情况',
    '1个单位有一类对象不足10份',
    '明显高于平均的：州林业局；明显低于平均的：没有',
    '四、意见建议',
    '多组织活动（3条相近）',
    '另有2条能看出说的是谁，不列',
    '不足10份',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('不一致')
  const pictures = Object.keys(unzipSync(bytes)).filter(name => name.startsWith('word/media/'))
  expect(pictures).toHaveLength(3)
})

test('a report without any answer has no picture, but says so', async () => {
  const bytes = await writeWord(
    surveyReport({
      ...report,
      analysis: { ...report.analysis, units: [], mean: undefined, bounds: [], cross: [] },
      opinions: [],
      withheld: 0,
    }),
  )
  expect(JSON.stringify(await readWord('报告.docx', bytes))).toContain('答卷不足，不列得分')
})
