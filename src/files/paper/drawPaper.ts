import qrcode from 'qrcode'
import {
  BAR,
  BOX_SIZE,
  CODE,
  CORNERS,
  CORNER_SIZE,
  layOutPage,
  PAGE,
  ROW,
  type PaperForm,
  type PaperPage,
  type PaperStyle,
} from './paperLayout.ts'

/** Ten points in millimetres: no name is printed smaller. */
const TEN_POINTS = 3.53
const NAMES_FROM = 25
const FONTS = "SimSun,'Songti SC','Noto Serif CJK SC',serif"

/** The modules of a form code, row by row; dark is true. */
function codeModules(code: string): { readonly size: number; readonly dark: readonly boolean[] } {
  const { modules } = qrcode.create(code, { errorCorrectionLevel: 'Q', version: 1 })
  return { size: modules.size, dark: [...modules.data].map(Boolean) }
}

/** Draws a page of the paper sheet as SVG, one unit a millimetre. */
export function drawPaper(
  form: PaperForm,
  { title, voterClass, page, style }: { title: string; voterClass: string; page: number; style: PaperStyle },
): string {
  const layout = layOutPage(form, voterClass, page, style)
  const className = form.classes.find(one => one.id === voterClass)?.name ?? ''
  const parts = [
    ...CORNERS.map(({ x, y }) => block(x, y, CORNER_SIZE, CORNER_SIZE)),
    drawCode(layout.code),
    text(20, 18, 5.3, title, { width: 134 }),
    text(20, 26, 4.6, `票种：${className}`, {}),
    text(20, 32.5, TEN_POINTS, `第${page}页，共${layout.pages}页`, {}),
    ...adviceOf(form, style, layout).map((line, at) => text(20, 38.5 + at * 4.8, TEN_POINTS, line, {})),
    ...layout.heads.flatMap(y => headOf(layout, y, style)),
    ...layout.rows.flatMap(({ line, y, boxes }) => [
      ...[BAR.left, BAR.right].map(x => block(x, y, BAR.width, BAR.height)),
      `<path d="M17 ${round(y + ROW / 2)}H${BOXES_END}" stroke="#bbb" stroke-width=".12"/>`,
      text(18, y + 1.2, TEN_POINTS, String(line + 1), {}),
      ...namesOf(form.lines[line]!, layout.boxesFrom - NAMES_FROM, y),
      ...boxes.map(box => frame(box.x, box.y, BOX_SIZE, BOX_SIZE)),
      ...(style === 'figures' ? [frame(BOXES_END - 12, y, 22, 8)] : []),
    ]),
    text(105, 286, TEN_POINTS, '请勿折损四角黑块和两侧黑条', { middle: true }),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}mm" height="${PAGE.height}mm" viewBox="0 0 ${PAGE.width} ${PAGE.height}" font-family="${FONTS}"><rect width="${PAGE.width}" height="${PAGE.height}" fill="#fff"/>${parts.join('')}</svg>`
}

const BOXES_END = 193

function adviceOf(form: PaperForm, style: PaperStyle, { pages }: PaperPage): readonly string[] {
  const how =
    style === 'figures'
      ? '用黑色或蓝色笔在每行方框内写一个分数。'
      : form.marks === 'grades'
        ? '用黑色或蓝色笔，每行在一个方框内打√或涂满。'
        : '用黑色或蓝色笔，每行在一个分数的方框内打√或涂满；要加半档的，再填最右一格。'
  return [
    how,
    style === 'figures'
      ? '写错了：划去后在旁边另写。'
      : '填错了：把错的方框划去，再填对的；这一行由两人看原票确定。',
    ...(pages > 1 ? ['各页都要填写，不得拆开。'] : []),
  ]
}

function headOf(layout: PaperPage, y: number, style: PaperStyle): readonly string[] {
  const base = y + 3.6
  const boxes = layout.rows[0]?.boxes ?? []
  return [
    text(NAMES_FROM, base, TEN_POINTS, '单位、姓名', {}),
    ...(style === 'figures' ? [text(BOXES_END - 12, base, TEN_POINTS, '分数', { middle: true })] : []),
    ...boxes.map(({ x, label }) => text(x, base, TEN_POINTS, label, { middle: true })),
  ]
}

function namesOf(
  { unitName, secretary }: { readonly unitName: string; readonly secretary: string },
  width: number,
  y: number,
): readonly string[] {
  const [first, rest] = breakAt(unitName, width / TEN_POINTS)
  const second = rest === '' ? secretary : `${rest}　${secretary}`
  return [
    text(NAMES_FROM, y - 1, TEN_POINTS, first, {}),
    text(NAMES_FROM, y + 3.4, TEN_POINTS, second, { width }),
  ]
}

/** Breaks words where a line of so many characters ends. */
function breakAt(words: string, most: number): readonly [string, string] {
  const all = [...words]
  let end = all.length
  while (end > 1 && widthOf(all.slice(0, end).join('')) > most) end--
  return [all.slice(0, end).join(''), all.slice(end).join('')]
}

function drawCode(code: string): string {
  const { size, dark } = codeModules(code)
  const module = CODE.size / size
  const path = dark
    .flatMap((on, at) =>
      on
        ? [
            `M${round(CODE.x + (at % size) * module)} ${round(CODE.y + Math.floor(at / size) * module)}h${round(module)}v${round(module)}h-${round(module)}z`,
          ]
        : [],
    )
    .join('')
  return `<path d="${path}"/>`
}

function block(x: number, y: number, width: number, height: number): string {
  return `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}"/>`
}

function frame(x: number, y: number, width: number, height: number): string {
  return `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}" fill="none" stroke="#777" stroke-width=".25"/>`
}

/** A line of text; one wider than its place is set narrower, never smaller. */
function text(
  x: number,
  y: number,
  size: number,
  words: string,
  { width, middle }: { readonly width?: number; readonly middle?: boolean },
): string {
  const squeezed =
    width !== undefined && widthOf(words) * size > width
      ? ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`
      : ''
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${middle ? ' text-anchor="middle"' : ''}${squeezed}>${escapeText(words)}</text>`
}

function widthOf(words: string): number {
  return [...words].reduce((sum, one) => sum + (one.codePointAt(0)! < 0x2e80 ? 0.55 : 1), 0)
}

function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
