import { describe, expect, test } from 'vitest'
import type { ReportSide } from '../../scheme/reportRules.ts'
import { countWords, standingOfWords } from './countWords.ts'
import { measureReport, reportLines } from './measureReport.ts'
import { placeText } from './placeText.ts'
import type { DebriefReport } from './report.ts'
import type { ReportTerms } from './reportTerms.ts'

describe('六（二） words as Word counts them', () => {
  test.each([
    ['', 0],
    ['不忘初心、牢记使命', 9],
    ['2018年', 2],
    ['PPT 8分钟', 4],
    ['3.5%', 1],
    ['“五化”', 4],
    ['党建+扶贫', 4],
    ['　全角空格　不计　', 6],
    ['两个\n段落\r\n\t再来', 6],
    ['𠮷野家', 3],
    ['A4纸、B5纸', 5],
    ['10:30—11:30', 3],
    ['（1）...', 3],
    ['www.example.com/a?b=1', 1],
    ['。'.repeat(5), 5],
    ['- + * /', 0],
  ])('%s → %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test('200,000 characters are counted', () => {
    expect(countWords('党建工作'.repeat(50_000))).toBe(200_000)
  })

  test('95 % of the limit is near it, one word above is above', () => {
    expect([1899, 1900, 2000, 2001].map(words => standingOfWords(words, 2000))).toEqual([
      'within',
      'near',
      'near',
      'above',
    ])
  })
})

const terms = (practice?: ReportSide, lastYear?: ReportSide): ReportTerms => ({
  citation: '六（二）',
  limit: 2000,
  slides: true,
  sections: [
    { id: 'results', name: '履职成效', meaning: 'results', side: 'results' },
    { id: 'practice', name: '特色做法', meaning: 'practice', side: practice },
    { id: 'lastYear', name: '上年度问题整改情况', meaning: 'lastYear', side: lastYear },
    { id: 'problems', name: '存在的问题及原因', meaning: 'problems', side: 'problems' },
    { id: 'nextSteps', name: '下步打算', meaning: 'nextSteps', side: 'problems' },
  ],
  shares: [{ of: 'results', from: 25, to: 35, citation: '六（二）' }],
  areas: [
    { id: 'duty', name: '主体责任', citation: '二（一）' },
    { id: 'study', name: '思想理论学习', citation: '二（三）' },
  ],
})

const report = (words: Readonly<Record<string, number>>, areas: readonly string[] = []): DebriefReport => ({
  title: '述职报告',
  sections: Object.entries(words).map(([section, count]) => ({
    section,
    paragraphs: [{ id: section, text: '字'.repeat(count), areas }],
  })),
  problems: [{ problem: '学习不够经常', cause: '', remedy: '每月两次', due: '2019-03-31' }],
})

describe('六（二） three parts results, seven parts problems and next steps', () => {
  test('title, headings and paragraphs count, the problem list does not', () => {
    const { words, sections } = measureReport(terms(), report({ results: 100, problems: 200 }))
    // 述职报告 4, 一、履职成效 6, 100, 二、存在的问题及原因 10, 200
    expect(words).toBe(320)
    expect(sections.map(one => one.words)).toEqual([100, 0, 0, 200, 0])
  })

  test.each([
    { practice: undefined, lastYear: undefined, percent: 30, isInside: true },
    { practice: 'results', lastYear: 'problems', percent: 36.4, isInside: false },
    { practice: 'problems', lastYear: 'problems', percent: 27.3, isInside: true },
    { practice: 'results', lastYear: 'results', percent: 36.4, isInside: false },
  ] as const)(
    'practice on $practice, last year on $lastYear: $percent %',
    ({ practice, lastYear, ...share }) => {
      const measured = measureReport(
        terms(practice, lastYear),
        report({ results: 300, practice: 100, problems: 500, nextSteps: 200 }),
      )
      expect(measured.shares[0]).toMatchObject(share)
    },
  )

  test('last year’s problems on the side of problems', () => {
    const written = report({ results: 300, lastYear: 300, problems: 300, nextSteps: 100 })
    expect(measureReport(terms(undefined, 'problems'), written).shares[0]!.percent).toBe(30)
    expect(measureReport(terms(undefined, 'results'), written).shares[0]!.percent).toBe(60)
  })

  test('bounds belong to the range, and one third is compared exactly', () => {
    const third = { ...terms(), shares: [{ of: 'problems' as const, from: 100 / 3, citation: '六' }] }
    const at = (results: number, problems: number) =>
      measureReport(third, report({ results, problems })).shares[0]!.isInside
    expect(at(65, 35)).toBe(true)
    expect(at(68, 32)).toBe(false)
    expect(measureReport(terms(), report({ results: 25, problems: 75 })).shares[0]!.isInside).toBe(true)
    expect(measureReport(terms(), report({ results: 24, problems: 76 })).shares[0]!.isInside).toBe(false)
  })

  test('an empty report has no share, and is not outside', () => {
    expect(measureReport(terms(), report({})).shares[0]).toMatchObject({ percent: undefined, isInside: true })
  })

  test('areas without a paragraph are named', () => {
    expect(measureReport(terms(), report({ results: 10 }, ['duty'])).missingAreas).toEqual(['study'])
  })
})

describe('a whole text is placed into the parts', () => {
  const text = [
    '2018年度抓基层党建工作述职报告',
    '一、履职尽责情况',
    '我主持召开党组会四次。',
    '二、特色亮点',
    '我把支部建在项目上。',
    '三、去年反馈问题的整改',
    '三个问题都已改好。',
    '四、存在的不足及原因分析',
    '学习抓得不经常。',
    '五、下一步工作打算',
    '每月两次集中学习。',
    '（一）抓学习',
  ]

  test('by the words of its headings', () => {
    const placed = placeText(terms(), text)
    expect(placed.title).toBe('2018年度抓基层党建工作述职报告')
    expect(placed.sections.map(({ paragraphs }) => paragraphs.map(one => one.text))).toEqual([
      ['我主持召开党组会四次。'],
      ['我把支部建在项目上。'],
      ['三个问题都已改好。'],
      ['学习抓得不经常。'],
      ['每月两次集中学习。', '（一）抓学习'],
    ])
  })

  test('what it is written out as is placed as it was', () => {
    const once = placeText(terms(), text)
    const again = placeText(
      terms(),
      reportLines(terms(), once).map(line => line.text),
    )
    expect(again).toEqual(once)
  })

  test('without headings everything is in the first part', () => {
    const placed = placeText(terms(), ['我一年来做了三件事。', '', '  第一件。 '])
    expect(placed.sections[0]!.paragraphs.map(one => one.text)).toEqual(['我一年来做了三件事。', '第一件。'])
    expect(placed.title).toBe('述职报告')
  })
})
