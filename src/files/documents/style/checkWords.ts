import type { StyleFault } from './checkStyle.ts'
import { DAY_LINE, type SortedParagraph } from './sortParagraphs.ts'

const ORDINALS = '一二三四五六七八九十'

/** Checks how number, title, addressee, headings, attachments and date are written. (GB/T 9704 7.2.5, 7.3) */
export function* checkWords(paragraphs: readonly SortedParagraph[]): Generator<StyleFault> {
  for (const { role, text, where } of paragraphs) {
    const line = text.trim()
    if (role === 'number') yield* checkNumber(line, where)
    if (role === 'date') yield* checkDay(line, where)
    if (role === 'title' && /[。；：，,;:]$/.test(line))
      yield { where, what: '标题末尾有标点', remedy: '请删去标题末尾的标点' }
    if (role === 'addressee' && line.endsWith(':'))
      yield { where, what: '主送机关后是半角冒号', remedy: '请改成全角冒号“：”' }
    if (role === 'attachments') yield* checkAttachments(line, where)
    if (role === 'heading1' && !/^[一二三四五六七八九十]{1,3}、/.test(line))
      yield { where, what: '一级标题的序号后不是顿号', remedy: '请写成“一、”' }
    if (role === 'heading2' && !/^（[一二三四五六七八九十]{1,3}）/.test(line))
      yield { where, what: '二级标题的括号是半角的', remedy: '请写成“（一）”' }
    if (role === 'heading2' && /^[（(][一二三四五六七八九十]{1,3}[）)]\s*[、，.．]/.test(line))
      yield { where, what: '二级标题的括号后又加了标点', remedy: '“（一）”后面不加顿号' }
    if (role === 'heading3' && !/^\d{1,2}[.．]/.test(line))
      yield { where, what: '三级标题的序号后不是圆点', remedy: '请写成“1.”' }
    if (role === 'heading4' && !/^（\d{1,2}）/.test(line))
      yield { where, what: '四级标题的括号是半角的', remedy: '请写成“（1）”' }
  }
  yield* checkOrder(paragraphs)
}

function* checkNumber(line: string, where: string): Generator<StyleFault> {
  const remedy = '请写成“代字〔年份〕序号号”，如“州组发〔2018〕5号”'
  if (!/〔\d+〕/.test(line.replaceAll(' ', '')))
    yield { where, what: '发文字号的年份没有用六角括号〔〕', remedy }
  if (!/\D\d{4}\D/.test(line)) yield { where, what: '发文字号的年份没有写全四位', remedy }
  if (/[〕\]）)】］]\s*第/.test(line)) yield { where, what: '发文字号的序号前有“第”', remedy }
  if (/[〕\]）)】］第]\s*0/.test(line)) yield { where, what: '发文字号的序号前补了0', remedy }
  if (/[〕\]）)】］]\s*第?\s*号/.test(line))
    yield { where, what: '发文字号没有序号', remedy: '草稿在印发时编号；已印发的请写上序号' }
  else if (!/\d\s*号/.test(line)) yield { where, what: '发文字号没有“号”', remedy }
}

function* checkDay(line: string, where: string): Generator<StyleFault> {
  const remedy = '请写成“2018年10月8日”'
  const [, year = '', month = '', day = ''] = DAY_LINE.exec(line) ?? []
  if (/[〇○零一二三四五六七八九十]/.test(year + month + day))
    yield { where, what: '成文日期用了汉字数字', remedy }
  if (!/年.*月.*日$/.test(line)) yield { where, what: '成文日期没有写“年月日”', remedy }
  if (month.startsWith('0') || day.startsWith('0')) yield { where, what: '成文日期的月、日补了0', remedy }
  if (/^\d{2}$/.test(year)) yield { where, what: '成文日期的年份没有写全四位', remedy }
}

function* checkAttachments(line: string, where: string): Generator<StyleFault> {
  if (/^附\s*件\s*:/.test(line)) yield { where, what: '“附件”后是半角冒号', remedy: '请改成“附件：”' }
  if (/[。；;，,.]$/.test(line)) yield { where, what: '附件名称后有标点', remedy: '请删去附件名称后的标点' }
  if (/[:：]\s*[一二三四五六七八九十][、.]/.test(line))
    yield { where, what: '附件的序号用了汉字', remedy: '请写成“附件：1.名称”' }
  if (/《/.test(line)) yield { where, what: '附件名称加了书名号', remedy: '附件名称直接写，不加书名号' }
}

/** Checks that headings of the first two levels count on without a gap, that no level is left out, and that a higher one does not come below a lower one. */
function* checkOrder(paragraphs: readonly SortedParagraph[]): Generator<StyleFault> {
  let [expected, level] = [1, 0]
  let [second, isUpsideDown] = [0, false]
  for (const { role, text, where } of paragraphs) {
    if (!role.startsWith('heading')) continue
    const now = Number(role.at(-1))
    if (now > level + 1 && level > 0 && now < 3)
      yield { where, what: '标题跳了一级', remedy: '层次依次为“一、”“（一）”“1.”“（1）”' }
    level = now
    if (now === 2) {
      const ordinal = ORDINALS.indexOf(/[一二三四五六七八九十]+/.exec(text)![0]) + 1
      if (isUpsideDown)
        yield {
          where,
          what: '标题的层次倒了：“（一）”排在了“1.”下面',
          remedy: '层次依次为“一、”“（一）”“1.”“（1）”',
        }
      else if (ordinal > 0 && ordinal !== second + 1)
        yield {
          where,
          what: `二级标题的序号接不上：应为“（${ORDINALS[second] ?? ''}）”`,
          remedy: '请依次编号，每个一级标题下从“（一）”编起',
        }
      second = ordinal > 0 ? ordinal : second + 1
    } else if (now === 3 && second === 0) isUpsideDown = true
    if (now !== 1) continue
    ;[second, isUpsideDown] = [0, false]
    const ordinal = /^[一二三四五六七八九十]+/.exec(text.trim())![0]
    if (ordinal.length === 1 && ORDINALS.indexOf(ordinal) + 1 !== expected)
      yield {
        where,
        what: `一级标题的序号接不上：应为“${ORDINALS[expected - 1] ?? ''}、”`,
        remedy: '请依次编号',
      }
    expected = ordinal.length === 1 ? ORDINALS.indexOf(ordinal) + 2 : expected + 1
  }
}
