import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sampleData } from '../../../contract/documents/documentField.ts'
import { documentKinds } from '../../../contract/documents/documentKinds.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { editDocx } from '../../../../tests/server/documents/editDocx.ts'
import { fillTemplate } from '../fillTemplate.ts'
import { shippedTemplate } from '../shippedTemplates.ts'
import { checkStyle } from './checkStyle.ts'

const { fields } = documentKinds.find(({ id }) => id === 'feedback')!
const ours = fillTemplate(await shippedTemplate('feedback'), {
  ...sampleData(fields),
  附件说明: '1.问题清单',
})

function after(from: string | RegExp, to: string, part?: string): readonly string[] {
  const found = checkStyle(
    '公文.docx',
    editDocx(
      ours,
      text => {
        const changed = text.replace(from, to)
        expect(changed).not.toBe(text)
        return changed
      },
      part,
    ),
  )
  return isRefusal(found) ? [found.code] : found.map(({ what }) => what)
}

test.each(documentKinds)(
  'the document that ships for $name has no fault of style',
  async ({ id, fields: all }) => {
    const filled = fillTemplate(await shippedTemplate(id), sampleData(all))
    expect(checkStyle('公文.docx', filled)).toEqual([])
  },
)

const STYLES = 'word/styles.xml'
const BODY = '现将你单位'
const bodyFont = /(w:styleId="OfficialBody"[^]*?<\/w:pPr>)/

test.each([
  ['w:w="11906"', 'w:w="12240"', '纸张不是 A4'],
  ['w:top="2098"', 'w:top="1440"', '上边距是 25.4 毫米，应为 37 毫米'],
  ['w:bottom="1984"', 'w:bottom="1440"', '下边距是 25.4 毫米，应为 35 毫米'],
  ['w:left="1588"', 'w:left="1800"', '左边距是 31.7 毫米，应为 28 毫米'],
  ['w:right="1474"', 'w:right="1800"', '右边距是 31.7 毫米，应为 26 毫米'],
  ['w:linePitch="579"', 'w:linePitch="312"', '文档网格每页约 40 行，应为 22 行'],
  ['〔2019〕', '[2019]', '发文字号的年份没有用六角括号〔〕'],
  ['〔2019〕6号', '〔2019〕第6号', '发文字号的序号前有“第”'],
  ['〔2019〕6号', '〔2019〕06号', '发文字号的序号前补了0'],
  ['〔2019〕6号', '〔2019〕6', '发文字号没有“号”'],
  ['〔2019〕6号', '〔2019〕　号', '发文字号没有序号'],
  ['〔2019〕', '〔19〕', '发文字号的年份没有写全四位'],
  ['有关情况的函', '有关情况的函。', '标题末尾有标点'],
  ['州林业局党组：', '州林业局党组:', '主送机关后是半角冒号'],
  ['一、考核结果', '一.考核结果', '一级标题的序号后不是顿号'],
  ['二、存在的问题', '三、存在的问题', '一级标题的序号接不上：应为“二、”'],
  ['四、整改要求', '(一)整改要求', '二级标题的括号是半角的'],
  ['四、整改要求', '（一）、整改要求', '二级标题的括号后又加了标点'],
  ['1.“三会一课”', '1、“三会一课”', '三级标题的序号后不是圆点'],
  ['2.“三会一课”', '(2)“三会一课”', '四级标题的括号是半角的'],
  ['>2019年1月8日<', '>二〇一九年一月八日<', '成文日期用了汉字数字'],
  ['>2019年1月8日<', '>2019年01月08日<', '成文日期的月、日补了0'],
  ['>2019年1月8日<', '>2019.1.8<', '成文日期没有写“年月日”'],
  ['附件：', '附件:', '“附件”后是半角冒号'],
  ['1.问题清单', '1.问题清单。', '附件名称后有标点'],
  ['1.问题清单', '《问题清单》', '附件名称加了书名号'],
  [BODY, '现将,你单位', '汉字旁边用了半角逗号'],
  [BODY, '现将;你单位', '汉字旁边用了半角分号'],
  [BODY, '现将(你单位)', '汉字旁边用了半角括号'],
  [BODY, '现 将你单位', '汉字之间有空格'],
  [BODY, '现将&quot;你单位&quot;', '用了直引号'],
  [BODY, '现将２０１８你单位', '用了全角数字'],
  [BODY, '现将。。你单位', '标点重复'],
  [BODY, '现将...你单位', '省略号不是六个点'],
  [BODY, '现将（甲（乙）丙）你单位', '括号里又套了同样的括号'],
  [BODY, '现将《甲》、《乙》你单位', '书名号或引号之间用了顿号'],
] as const)('%s → %s is found: %s', (from, to, what) => {
  expect(after(from, to)).toContain(what)
})

test.each([
  [bodyFont, '$1<w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr>', '正文的字体是宋体，应为仿宋'],
  [bodyFont, '$1<w:rPr><w:sz w:val="28"/></w:rPr>', '正文的字号是 14 磅，应为三号（16 磅）'],
  [bodyFont, '$1<w:rPr><w:b/></w:rPr>', '正文加了粗'],
  [bodyFont, '$1<w:rPr><w:i/></w:rPr>', '正文用了斜体'],
  [bodyFont, '$1<w:rPr><w:u w:val="single"/></w:rPr>', '正文加了下划线'],
  [bodyFont, '$1<w:rPr><w:color w:val="0000FF"/></w:rPr>', '正文的字不是黑色'],
  [/w:firstLineChars="200"/g, 'w:firstLineChars="0"', '正文没有首行缩进2字'],
  [/方正小标宋简体/g, '黑体', '标题的字体是黑体，应为小标宋'],
  [/w:val="44"/g, 'w:val="36"', '标题的字号是 18 磅，应为二号（22 磅）'],
  [/楷体_GB2312|黑体/g, '宋体', '一级标题的字体是宋体，应为黑体'],
] as const)('styles: %s → %s is found: %s', (from, to, what) => {
  expect(after(from, to, STYLES)).toContain(what)
})

/** A list that Word made, with headings of the first level; indented by the list or not. */
function listed(indent: string): readonly string[] {
  const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/><w:pPr>${indent}</w:pPr></w:lvl>`
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7">${level}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
  const parts = unzipSync(ours)
  const text = strFromU8(parts['word/document.xml']!)
    .replaceAll(
      /<w:pPr><w:pStyle w:val="OfficialHeading1"\/>/g,
      '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:ind w:left="0"/>',
    )
    .replaceAll(/>[一二三四]、/g, '>')
    .replaceAll(
      /<w:t xml:space="preserve">(考核结果|存在的问题|结果运用|整改要求)</g,
      `<w:rPr>${HEI}</w:rPr>$&`,
    )
  const found = checkStyle(
    '公文.docx',
    zipSync({ ...parts, 'word/document.xml': strToU8(text), 'word/numbering.xml': strToU8(numbering) }),
  )
  return isRefusal(found) ? [found.code] : found.map(({ what }) => what)
}

const HEI = '<w:rFonts w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/>'

test('a list that Word made is read with its numbers, and with the indent of its level', () => {
  expect(listed('<w:ind w:firstLine="640"/>')).toEqual([])
  expect(listed('<w:ind w:left="425" w:hanging="425"/>')).toEqual(['一级标题没有首行缩进2字'])
})

test.each([
  [['一、甲', '1.乙', '（一）丙'], '标题的层次倒了：“（一）”排在了“1.”下面'],
  [['一、甲', '（一）乙', '（三）丙'], '二级标题的序号接不上：应为“（二）”'],
  [['一、甲', '（一）乙', '二、丙', '（二）丁'], '二级标题的序号接不上：应为“（一）”'],
])('headings %s: %s', (lines, what) => {
  const paragraphs = lines.map(line => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  expect(after(/<w:p>(?:(?!<w:p>)[^])*一、考核结果[^]*?四、整改要求[^]*?<\/w:p>/, paragraphs)).toContain(what)
})

test('page numbers on the same side, without dashes or not at all are found', () => {
  expect(after(/<w:evenAndOddHeaders[^>]*>/, '', 'word/settings.xml')).toContain('奇偶页的页码在同一边')
  expect(after(/—/g, '', 'word/footer1.xml')).toContain('页码左右没有一字线')
})
