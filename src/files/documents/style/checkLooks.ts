import type { StyleFault } from './checkStyle.ts'
import type { Look } from './readPaper.ts'
import type { PaperRole, SortedParagraph } from './sortParagraphs.ts'

interface Wanted {
  readonly name: string
  readonly font?: readonly [name: string, form: RegExp]
  readonly size: readonly [name: string, halfPoints: number]
  /** First-line indent in characters. */
  readonly indent?: number
  readonly align?: readonly [name: string, of: string]
}

const SONG = ['仿宋', /仿宋|FangSong/i] as const
const THREE = ['三号', 32] as const

/** How each part of a document looks. (GB/T 9704 7.2.5, 7.3) */
const LOOKS: Partial<Record<PaperRole, Wanted>> = {
  title: { name: '标题', font: ['小标宋', /小标宋/], size: ['二号', 44], align: ['居中', 'center'] },
  number: { name: '发文字号', font: SONG, size: THREE },
  addressee: { name: '主送机关', font: SONG, size: THREE, indent: 0 },
  heading1: { name: '一级标题', font: ['黑体', /黑体|SimHei/i], size: THREE, indent: 2 },
  heading2: { name: '二级标题', font: ['楷体', /楷体|KaiTi/i], size: THREE, indent: 2 },
  heading3: { name: '三级标题', font: SONG, size: THREE, indent: 2 },
  heading4: { name: '四级标题', font: SONG, size: THREE, indent: 2 },
  attachments: { name: '附件说明', font: SONG, size: THREE, indent: 2 },
  attachment: { name: '“附件”二字', font: ['黑体', /黑体|SimHei/i], size: THREE, indent: 0 },
  signature: { name: '署名', font: SONG, size: THREE },
  date: { name: '成文日期', font: SONG, size: THREE },
  body: { name: '正文', font: SONG, size: THREE, indent: 2 },
}

/** Lines of exact height between these, in twips, hold 22 to a page. */
const [LEAST, MOST] = [550, 600]

/** Checks fonts, sizes, indents, colours and line heights. */
export function* checkLooks(paragraphs: readonly SortedParagraph[]): Generator<StyleFault> {
  if (!paragraphs.some(({ role }) => role === 'title'))
    yield { where: '文件开头', what: '没有找到标题', remedy: '标题用二号小标宋体，居中，不加粗' }
  for (const one of paragraphs) {
    const wanted = LOOKS[one.role]
    if (wanted === undefined || (one.role === 'body' && one.align === 'center')) continue
    const { name, indent, align } = wanted
    const runs = one.runs.filter(({ text }) => /\p{Script=Han}/u.test(text))
    // The number of a list that Word made looks as its paragraph, not as its text.
    const said = runs.filter(({ text }) => !/^（?[一二三四五六七八九十]+[、）]$/.test(text.trim()))
    const seen = /^heading|^number/.test(one.role) ? (said.length > 0 ? said : runs).slice(0, 1) : runs
    for (const { look } of seen) yield* checkLook(look, wanted, one.where)
    if (indent !== undefined && Math.abs(one.indent - indent) > 0.3)
      yield {
        where: one.where,
        what: indent === 0 ? `${name}没有顶格` : `${name}没有首行缩进2字`,
        remedy: indent === 0 ? '请去掉首行缩进' : '请在“段落”里设首行缩进 2 字符，不用空格',
      }
    if (align !== undefined && one.align !== align[1])
      yield { where: one.where, what: `${name}没有${align[0]}`, remedy: `请设为${align[0]}` }
    if (one.role === 'body' && one.line?.exact && (one.line.twips < LEAST || one.line.twips > MOST))
      yield {
        where: one.where,
        what: `行距是固定值 ${one.line.twips / 20} 磅，一页排不成 22 行`,
        remedy: '请设为固定值 28 至 29 磅，或按文档网格',
      }
    if (one.role === 'body' && one.line !== undefined && !one.line.exact && one.line.twips > 300)
      yield {
        where: one.where,
        what: `行距是 ${(one.line.twips / 240).toFixed(1)} 倍，一页排不成 22 行`,
        remedy: '请设为固定值 28 至 29 磅，或单倍行距按文档网格',
      }
    if (/^[ \u3000]{2,}/.test(one.text) && indent === 2)
      yield { where: one.where, what: `${name}用空格代替缩进`, remedy: '请删去空格，设首行缩进 2 字符' }
  }
}

function* checkLook(look: Look, { name, font, size }: Wanted, where: string): Generator<StyleFault> {
  if (font !== undefined && !font[1].test(look.font ?? ''))
    yield {
      where,
      what: `${name}的字体是${look.font?.replace(/_GB2312$/, '') ?? '默认字体'}，应为${font[0]}`,
      remedy: `请把${name}设为${font[0]}`,
    }
  if ((look.size ?? 20) !== size[1])
    yield {
      where,
      what: `${name}的字号是 ${(look.size ?? 20) / 2} 磅，应为${size[0]}（${size[1] / 2} 磅）`,
      remedy: `请把${name}设为${size[0]}`,
    }
  if (look.bold && name === '标题') yield { where, what: '标题加了粗', remedy: '小标宋本身就粗，请取消加粗' }
  if (look.bold && name === '正文') yield { where, what: '正文加了粗', remedy: '请取消加粗' }
  if (look.italic) yield { where, what: `${name}用了斜体`, remedy: '请取消斜体' }
  if (look.underline) yield { where, what: `${name}加了下划线`, remedy: '请取消下划线' }
  if (look.color !== undefined && !/^(auto|000000)$/i.test(look.color))
    yield { where, what: `${name}的字不是黑色`, remedy: '除红头外，字一律用黑色' }
}
