import { expect, test } from 'vitest'
import { readWord } from './readWord.ts'
import { reportDocument } from './reportDocument.ts'
import { writeWord } from './writeWord.ts'

const terms = {
  sections: [
    { id: 'results', name: '履职成效', meaning: 'results' },
    { id: 'practice', name: '特色做法', meaning: 'practice' },
    { id: 'problems', name: '存在的问题及原因', meaning: 'problems' },
  ],
} as const

const report = {
  title: '抓党建工作述职报告',
  sections: [
    { section: 'results', paragraphs: ['（一）抓责任落实', '本人到联系点讲党课4次。', '1.阵地', ' '] },
    { section: 'practice', paragraphs: [] },
    { section: 'problems', paragraphs: ['（一）到基层少，原因是本人重视不够。'] },
  ].map(({ section, paragraphs }) => ({
    section,
    paragraphs: paragraphs.map((text, at) => ({ id: `${section}${at}`, text, areas: [] })),
  })),
  problems: [
    { problem: '到基层少', cause: '重视不够', remedy: '每季度到支部一次', due: '2019-06-30' as const },
    { problem: '台账不全', cause: '', remedy: '' },
  ],
}

test('六（二） the report as official Word: the text that was counted, parts numbered, the problem list as attachment', async () => {
  const document = reportDocument(terms, report, { by: '示范州林业局党组书记 张三', day: '2018-12-05' })
  expect(document.blocks.slice(0, 6)).toEqual([
    { kind: 'heading', level: 1, text: '一、履职成效' },
    { kind: 'heading', level: 2, text: '（一）抓责任落实' },
    { kind: 'paragraph', text: '本人到联系点讲党课4次。' },
    { kind: 'heading', level: 3, text: '1.阵地' },
    { kind: 'heading', level: 1, text: '二、存在的问题及原因' },
    { kind: 'paragraph', text: '（一）到基层少，原因是本人重视不够。' },
  ])
  const read = await readWord('报告.docx', await writeWord(document))
  expect(read).toMatchObject({
    parts: [
      { text: '抓党建工作述职报告' },
      { text: '示范州林业局党组书记 张三' },
      { text: '（2018年12月5日）' },
      { text: '一、履职成效' },
      { text: '（一）抓责任落实' },
      { text: '本人到联系点讲党课4次。' },
      { text: '1.阵地' },
      { text: '二、存在的问题及原因' },
      { text: '（一）到基层少，原因是本人重视不够。' },
      { text: '附件' },
      { text: '问题清单' },
      {
        rows: [
          ['序号', '问题', '原因', '整改措施', '完成时限'],
          ['1', '到基层少', '重视不够', '每季度到支部一次', '2019年6月30日'],
          ['2', '台账不全', '', '', ''],
        ],
      },
    ],
  })
})

test('a draft has no day below its title, one without problems no attachment', () => {
  const { blocks, subtitle } = reportDocument(terms, { ...report, problems: [] }, { by: '张三' })
  expect(subtitle).toBe('张三')
  expect(blocks.map(({ kind }) => kind)).not.toContain('newPage')
})
