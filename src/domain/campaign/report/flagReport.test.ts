import { expect, test } from 'vitest'
import { flagReport } from './flagReport.ts'

const terms = {
  sections: [
    { id: 'results', name: '履职成效', meaning: 'results' },
    { id: 'practice', name: '特色做法', meaning: 'practice' },
    { id: 'problems', name: '问题及原因', meaning: 'problems' },
  ],
} as const

type Problem = { problem: string; cause: string; remedy: string; due?: string }

function notesOf(texts: Readonly<Record<string, string>>, problems: readonly Problem[] = []) {
  const sections = terms.sections.map(({ id }) => ({
    section: id,
    paragraphs: [{ id, text: texts[id] ?? '', areas: [] }],
  }))
  return flagReport(terms, { title: '', sections, problems }).map(({ notes }) => notes)
}

const whole: Problem = { problem: '到支部少', cause: '', remedy: '每月一次', due: '2019-06-30' }

test('六（二） an empty report names the four points and notices nothing yet', () => {
  expect(notesOf({})).toEqual([[], [], [], []])
})

test('六（二） causes are to be found, and with the writer', () => {
  const good = { results: '我讲党课4次。', practice: '本人建立联建机制。' }
  expect(notesOf({ ...good, problems: '到支部少，原因是本人重视不够。' }, [whole])).toEqual([[], [], [], []])
  expect(notesOf({ ...good, problems: '到支部少，原因是事务多。' }, [whole])[0]).toEqual([
    '写原因的句子里没有提到本人。',
  ])
  expect(notesOf({ ...good, problems: '到支部少。' }, [whole])[0]).toEqual([
    '“问题”部分没有找到写原因的句子。',
  ])
})

test('六（二） a work report is noticed by its sentences on unit and team; 我单位 is not 我', () => {
  const shared = notesOf({ results: '我单位开会12次；班子带头学；全局投入5万元。本人讲课1次。' })[1]
  expect(shared).toEqual(['写单位、班子的有3句，多于写本人的1句。'])
  expect(notesOf({ results: '我带领班子抓整改。我单位获奖。' })[1]).toEqual([])
})

test('六（二） a practice of its own, and a list of problems with remedy and date', () => {
  expect(notesOf({ results: '我讲课。' }).slice(2)).toEqual([
    ['“特色做法”部分还没有内容。'],
    ['问题清单还是空的。'],
  ])
  expect(notesOf({}, [whole, { ...whole, remedy: ' ' }, { ...whole, due: undefined }])[3]).toEqual([
    '2项没有措施或时限。',
  ])
})
