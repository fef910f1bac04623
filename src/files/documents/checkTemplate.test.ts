import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { documentKinds } from '../../contract/documents/documentKinds.ts'
import { sampleData } from '../../contract/documents/documentField.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { editDocx } from '../../../tests/server/documents/editDocx.ts'
import { readWord } from '../word/readWord.ts'
import { checkTemplate } from './checkTemplate.ts'
import { fillTemplate } from './fillTemplate.ts'
import { shippedTemplate } from './shippedTemplates.ts'

const ours = await shippedTemplate('feedback')

/** What is found in our own feedback letter after an edit. */
function after(change: (text: string) => string, part?: string): readonly string[] {
  const found = checkTemplate('模板.docx', editDocx(ours, change, part), 'feedback')
  return isRefusal(found) ? [found.code] : found.map(({ weight, what }) => `${weight}: ${what}`)
}

test.each(documentKinds)(
  'the template that ships for $name has no finding, and prints no placeholder',
  async ({ id, fields }) => {
    const template = await shippedTemplate(id)
    expect(checkTemplate('模板.docx', template, id)).toEqual([])
    const read = await readWord('公文.docx', fillTemplate(template, sampleData(fields)))
    expect(JSON.stringify(read)).not.toMatch(/[{}]文|\{[#/^]|undefined|null/)
  },
)

test('headings count on where a section is left out', async () => {
  const data = sampleData(documentKinds.find(({ id }) => id === 'feedback')!.fields)
  const read = await readWord('公文.docx', fillTemplate(ours, { ...data, 结果运用: [] }))
  const text = JSON.stringify(read)
  expect(text).toContain('二、存在的问题')
  expect(text).toContain('三、整改要求')
})

test('GB/T 9704 7.4 a page break brings the imprint to an even page; none is made where one has room', async () => {
  const breaksOf = (id: string, template: Uint8Array) => {
    const data = sampleData(documentKinds.find(kind => kind.id === id)!.fields)
    const document = unzipSync(fillTemplate(template, data))['word/document.xml']!
    return strFromU8(document).split('<w:pageBreakBefore/>').length - 1
  }
  expect(breaksOf('feedback', ours)).toBe(1)
  expect(breaksOf('issueList', await shippedTemplate('issueList'))).toBe(0)
})

test.each(documentKinds.filter(({ isEditable }) => isEditable))(
  'GB/T 9704 7.3.5 the signature of $name follows words that stay on its page, not a table',
  async ({ id, fields }) => {
    const template = await shippedTemplate(id)
    const blanks = fields.filter(({ what }) => what.includes('为空')).map(({ name }) => ({ [name]: '' }))
    for (const data of [{}, { 补充内容: '补充一句。' }, ...blanks]) {
      const filled = unzipSync(fillTemplate(template, { ...sampleData(fields), 补充内容: '', ...data }))
      const [body] = strFromU8(filled['word/document.xml']!)
        .replace(/<w:tbl>[^]*?<\/w:tbl>/g, '<w:p>table</w:p>')
        .split(/<w:p>(?:(?!<\/w:p>)[^])*(?:：＿|<w:ind w:right="640")/)
      const words = body!.match(/<w:p>[^]*?<\/w:p>/g)!.filter(one => /<w:t[ >]|table/.test(one))
      expect(words.at(-1)).toMatch(/<w:keepNext\/>[^]*<w:t/)
    }
  },
)

test('of a list at the end of a text the last entries alone are kept with the signature', async () => {
  const row = { 问题内容: '台账不全', 进展: '已下发待报方案' }
  const data = { ...sampleData(documentKinds.find(({ id }) => id === 'rectification')!.fields), 补充内容: '' }
  const keptOf = async (rows: number) => {
    const filled = fillTemplate(await shippedTemplate('rectification'), {
      ...data,
      未报: Array.from({ length: rows }, () => row),
    })
    const text = strFromU8(unzipSync(filled)['word/document.xml']!)
    return [...text.matchAll(/<w:p>(?:(?!<\/w:p>)[^])*台账不全（/g)].map(([one]) => one.includes('keepNext'))
  }
  expect(await keptOf(5)).toEqual([false, false, false, true, true])
  expect(await keptOf(2)).toEqual([true, true])
})

test('each line that was typed is a paragraph of the body, indented as the others are', () => {
  const data = sampleData(documentKinds.find(({ id }) => id === 'feedback')!.fields)
  const filled = fillTemplate(ours, { ...data, 补充内容: '第一句。\n第二句。' })
  const text = strFromU8(unzipSync(filled)['word/document.xml']!)
  for (const line of ['第一句。', '第二句。'])
    expect(text).toMatch(
      new RegExp(`<w:p><w:pPr><w:pStyle w:val="OfficialBody"/>(?:(?!</w:p>)[^])*>${line}</w:t></w:r></w:p>`),
    )
  expect(text).not.toMatch(/第一句。(?:(?!<\/w:p>)[^])*<w:br\/>/)
})

test('GB/T 9704 7.5 a blank page before the imprint and the page of the imprint bear no number', () => {
  const data = sampleData(documentKinds.find(kind => kind.id === 'feedback')!.fields)
  const textOf = (lines: number) => {
    const filled = fillTemplate(ours, { ...data, 补充内容: '一行\n'.repeat(lines).trim() })
    return strFromU8(unzipSync(filled)['word/document.xml']!)
  }
  const texts = Array.from({ length: 50 }, (_, lines) => textOf(lines + 1))
  const breaks = texts.map(text => text.split('<w:pageBreakBefore/>').length - 1)
  expect(new Set(breaks)).toEqual(new Set([0, 1, 2]))
  for (const [at, text] of texts.entries())
    expect(text.split('<w:titlePg/>').length - 1).toBe(breaks[at] === 2 ? 2 : 0)
})

test('a broken brace does not hide a mistyped name: both are told at once', () => {
  const found = after(text => text.replace('{综合得分}', '{综合的分}').replace('{等次}', '{等次'))
  expect(found.some(one => one.includes('只有左花括号'))).toBe(true)
  expect(found).toContain('fault: 这个文种没有“综合的分”（是否指“综合得分”）')
  expect(found).toHaveLength(2)
})

test.each([
  [
    'a name the kind does not have',
    '{综合得分}',
    '{综合的分}',
    'fault: 这个文种没有“综合的分”（是否指“综合得分”）',
  ],
  ['a name outside its rows', '{综合得分}', '{问题内容}', 'fault: “问题内容”写在了“问题”之外'],
  ['rows written as one value', '{等次}', '{问题}', 'fault: “问题”是成组的内容，不能直接写'],
  ['a loop without end', '{/问题}', '', 'fault: 有开头的{#问题}，没有结束的{/问题}'],
  ['a loop without beginning', '{#问题}', '', 'fault: 有结束的{/问题}，没有开头的{#问题}'],
  ['a loop that ends by another name', '{/问题}', '{/结果运用}', 'fault: 开头是{#问题}，结束却是{/结果运用}'],
  ['full-width braces', '{等次}', '｛等次｝', 'fault: 花括号是全角的，印出来不会换成内容'],
  ['raw text of the format', '{等次}', '{@等次}', 'fault: {@等次}是不支持的写法'],
  ['other braces', '{等次}', '{=[[ ]]=}', 'fault: 这个文种没有“=[[ ]]=”'],
  ['a name of the program', '{等次}', '{__proto__}', 'fault: 这个文种没有“__proto__”'],
  ['no number', '{发文字号}', '', 'hint: 没有用到{发文字号}，印发后的文件上不会有发文字号'],
  [
    'declared entities',
    '<w:document',
    '<!DOCTYPE a [<!ENTITY b "c">]><w:document',
    'fault: 有不该有的声明，可能是专门做来让程序出错的',
  ],
  ['a broken file', '</w:body>', '', 'fault: 文件内部的结构不完整'],
] as const)('%s is found', (_, from, to, found) => {
  expect(after(text => text.replace(from, to))).toContain(found)
})

test('a document that is filled in is no template', () => {
  const { fields } = documentKinds.find(({ id }) => id === 'feedback')!
  expect(checkTemplate('反馈意见.docx', fillTemplate(ours, sampleData(fields)), 'feedback')).toMatchObject([
    { weight: 'fault', what: '没有一处写在花括号里的名字，像是已经写好的文件' },
  ])
})

test('a placeholder that the program split into runs is read as one; an edited paragraph is no fault', () => {
  expect(after(text => text.replace('{成文日期}', '{成文</w:t></w:r><w:r><w:t>日期}'))).toEqual([])
  expect(after(text => text.replace('现将你单位', '现把贵单位'))).toEqual([])
})

test('links to the outside are found; macros and paths are refused', () => {
  const link = (target: string, kind: string) =>
    after(
      text =>
        text.replace(
          '</Relationships>',
          `<Relationship Id="x9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/></Relationships>`,
        ),
      'word/_rels/document.xml.rels',
    )
  expect(link('http://198.51.100.7/a.png', 'image')).toEqual([
    'fault: 链接到文件外面：http://198.51.100.7/a.png',
  ])
  const parts = unzipSync(ours)
  const code = (more: Record<string, Uint8Array>) => {
    const found = checkTemplate('模板.docx', zipSync({ ...parts, ...more }), 'feedback')
    return isRefusal(found) ? found.code : found
  }
  expect(code({ 'word/vbaProject.bin': strToU8('x') })).toBe('fileHasMacros')
  expect(code({ '../../etc/passwd': strToU8('x') })).toBe('fileUnsafe')
})
