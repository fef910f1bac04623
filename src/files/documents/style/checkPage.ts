import type { StyleFault } from './checkStyle.ts'
import type { Paper } from './readPaper.ts'

/** A millimetre in twips. */
const MM = 56.693

/** Margins in mm: 天头, 版心以下, 订口, 版心以右. */
const MARGINS = [
  ['top', '上', 37],
  ['bottom', '下', 35],
  ['left', '左', 28],
  ['right', '右', 26],
] as const

/** Checks paper, margins, grid and page numbers. (GB/T 9704 5.1, 5.2, 7.5) */
export function* checkPage({ pages, footers, oddAndEven }: Paper): Generator<StyleFault> {
  for (const [at, page] of pages.entries()) {
    const where = pages.length === 1 ? '页面设置' : `第${at + 1}节的页面设置`
    const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)]
    if (Math.abs(short - 11906) > 60 || Math.abs(long - 16838) > 60)
      yield { where, what: '纸张不是 A4', remedy: '请在“布局—纸张大小”里选 A4' }
    if (page.width > page.height) continue
    for (const [side, name, mm] of MARGINS) {
      const now = page[side] / MM
      if (Math.abs(now - mm) > 1.2)
        yield {
          where,
          what: `${name}边距是 ${now.toFixed(1)} 毫米，应为 ${mm} 毫米`,
          remedy: `请在“布局—页边距—自定义”里把${name}边距设为 ${mm} 毫米`,
        }
    }
    if (page.grid !== undefined && Math.abs(page.grid.pitch - 579) > 12)
      yield {
        where,
        what: `文档网格每页约 ${Math.floor((page.height - page.top - page.bottom) / page.grid.pitch)} 行，应为 22 行`,
        remedy: '请在“页面设置—文档网格”里设每页 22 行、每行 28 字',
      }
  }
  const numbered = footers.filter(({ hasNumber }) => hasNumber)
  if (numbered.length === 0) {
    yield { where: '页脚', what: '没有页码', remedy: '请插入页码：四号半角宋体数字，左右各一条一字线' }
    return
  }
  if (!oddAndEven)
    yield {
      where: '页脚',
      what: '奇偶页的页码在同一边',
      remedy: '请勾选“奇偶页不同”，单页码居右空一字，双页码居左空一字',
    }
  for (const { text, look } of numbered) {
    if (!/[—–-]/.test(text))
      yield { where: '页脚', what: '页码左右没有一字线', remedy: '请在页码左右各加一条一字线，如“— 1 —”' }
    if (look.size !== undefined && look.size !== 28)
      yield { where: '页脚', what: '页码不是四号字', remedy: '请把页码设为四号' }
    if (look.font !== undefined && !/宋体|SimSun/i.test(look.font))
      yield { where: '页脚', what: '页码不是宋体', remedy: '请把页码设为宋体' }
  }
}
