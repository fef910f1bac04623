import { expect, test } from 'vitest'
import {
  cleanLines,
  joinParagraph,
  moveParagraph,
  pasteLines,
  removeParagraph,
  splitParagraph,
} from './editContent.ts'
import type { Paragraph } from './reportTypes.ts'

const of = (id: string, text: string, areas: string[] = []): Paragraph => ({ id, text, areas })
const texts = (paragraphs: readonly Paragraph[]): readonly string[] => paragraphs.map(one => one.text)

test('text pasted from Word loses indents, tabs and marks that nobody sees, and no character of the text', () => {
  const pasted = '　　一、履职成效\r\n\r\n\u200b（一）\t抓责任\v抓阵地\u00a0好\n  \nPPT 8分钟\ufeff\r𠮷'
  expect(cleanLines(pasted)).toEqual(['一、履职成效', '（一） 抓责任', '抓阵地 好', 'PPT 8分钟', '𠮷'])
})

test('pasted lines continue the paragraph and push back what stood behind', () => {
  const pasted = pasteLines([of('a', '前后', ['duty']), of('b', '末')], 'a', [1, 1], ['一', '二', '三'])
  expect(texts(pasted)).toEqual(['前一', '二', '三后', '末'])
  expect(pasted[0]).toMatchObject({ id: 'a', areas: ['duty'] })
  expect(texts(pasteLines([of('a', '前去后')], 'a', [1, 2], ['来']))).toEqual(['前来后'])
})

test('a paragraph cut in two keeps its id in front; joined again it is as before', () => {
  const cut = splitParagraph([of('a', '前后', ['duty'])], 'a', 1, of('n', ''))
  expect(cut).toEqual([of('a', '前', ['duty']), of('n', '后', ['duty'])])
  expect(joinParagraph(cut, 'n')).toEqual([of('a', '前后', ['duty'])])
  expect(joinParagraph(cut, 'a')).toBe(cut)
})

test('paragraphs move within their part, and the last one is never taken away', () => {
  const two = [of('a', '1'), of('b', '2')]
  expect(texts(moveParagraph(two, 'b', -1))).toEqual(['2', '1'])
  expect(moveParagraph(two, 'b', 1)).toBe(two)
  expect(texts(removeParagraph(two, 'a'))).toEqual(['2'])
  expect(texts(removeParagraph([of('a', '1')], 'a'))).toEqual([''])
})
