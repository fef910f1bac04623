import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { sampleData } from '../../src/contract/documents/documentField.ts'
import { documentKinds, findKind } from '../../src/contract/documents/documentKinds.ts'
import { fillTemplate } from '../../src/files/documents/fillTemplate.ts'
import { shippedTemplate } from '../../src/files/documents/shippedTemplates.ts'
import { readWord } from '../../src/files/word/readWord.ts'
import { convertInLibreOffice, findLibreOffice, testInLibreOffice } from '../results/libreOffice.ts'

const soffice = findLibreOffice()

/** What stands in for the fonts of offices, which are absent here: 方正小标宋, 仿宋_GB2312, 楷体_GB2312, 黑体 and 宋体. */
const SUBSTITUTES = /CJK|DejaVu|Liberation|Noto/

/** The imprint of two lines reaches so far from the foot of the page, in points: 35 mm of margin below it. */
const ABOVE_FOOT = 35 * 2.83 + 50

interface Item {
  readonly text: string
  readonly font: string
  readonly from: number
  readonly to: number
  readonly foot: number
}

/** Reads the pages of a PDF: each piece of text with its font and where it stands, in points. */
async function readPages(bytes: Uint8Array): Promise<readonly (readonly Item[])[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: Item[][] = []
  for (let nth = 1; nth <= document.numPages; nth++) {
    const page = await document.getPage(nth)
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap(item => {
        if (!('str' in item) || item.str === '') return []
        const { name } = page.commonObjs.get(item.fontName) as { name: string }
        const [, , , , x, y] = item.transform as number[]
        return [{ text: item.str, font: name, from: x!, to: x! + item.width, foot: y! }]
      }),
    )
  }
  return pages
}

const bare = (text: string) => text.replaceAll(/\s/g, '')

const filled = await Promise.all(
  documentKinds.map(async ({ id, name, fields, form, isEditable }) => ({
    name,
    isBetween: form === 'between',
    isEditable,
    bytes: fillTemplate(await shippedTemplate(id), { ...sampleData(fields), 附件说明: '1.问题清单' }),
  })),
)

test.each(filled)('GB/T 9704 5.2 $name: the page holds 22 lines of 28 characters', ({ bytes }) => {
  const parts = unzipSync(bytes)
  const numbers = (xml: string, element: string) =>
    Object.fromEntries(
      [...new RegExp(`<w:${element} ([^>]*)>`).exec(xml)![1]!.matchAll(/w:(\w+)="(-?\w+)"/g)].map(
        ([, name, value]) => [name!, Number(value)],
      ),
    )
  const xml = strFromU8(parts['word/document.xml']!)
  const [size, margin, grid] = [numbers(xml, 'pgSz'), numbers(xml, 'pgMar'), numbers(xml, 'docGrid')]
  const [width, height] = [
    size['w']! - margin['left']! - margin['right']!,
    size['h']! - margin['top']! - margin['bottom']!,
  ]
  const normal = /<w:style [^>]*w:styleId="Normal"[^]*?<\/w:style>/.exec(
    strFromU8(parts['word/styles.xml']!),
  )![0]
  const points = numbers(normal, 'sz')['val']! / 2
  expect(points).toBe(16)
  expect(
    Math.floor(
      width / 20 / (points + numbers(normal.slice(normal.indexOf('<w:rPr>')), 'spacing')['val']! / 20),
    ),
  ).toBe(28)
  expect(Math.floor(height / grid['linePitch']!)).toBe(22)
})

testInLibreOffice(
  'each kind, rendered by LibreOffice: no glyph is missing, nothing runs off the page, and every figure is that of the data',
  async () => {
    const rendered = await convertInLibreOffice(
      soffice!,
      'docx',
      'pdf',
      filled.map(({ bytes }) => bytes),
    )
    const faults: string[] = []
    for (const [at, { name, isBetween, bytes }] of filled.entries()) {
      const pages = await readPages(rendered[at]!)
      const all = bare(pages.flatMap(items => items.map(({ text }) => text)).join(''))
      const read = await readWord('公文.docx', bytes)
      if (!('parts' in read)) throw new Error(read.code)
      const said = read.parts.flatMap(part =>
        part.kind === 'paragraph' ? part.text.split('\n') : part.rows.flat(2),
      )
      for (const line of said)
        if (!all.includes(bare(line))) faults.push(`${name}: “${line}” is not on the page`)
      for (const { text, font, from, to, foot } of pages.flat()) {
        if (/[\uFFFD\uE000-\uF8FF\0]/.test(text)) faults.push(`${name}: a glyph is missing in “${text}”`)
        if (/\p{Script=Han}/u.test(text) && !/CJK/.test(font))
          faults.push(`${name}: “${text}” has no glyph in ${font}`)
        if (!SUBSTITUTES.test(font)) faults.push(`${name}: ${font} stands in for an office's font`)
        if (from < 28 * 2.83 - 2 || to > 595.3 - 26 * 2.83 + 17 || foot < 20 || foot > 842 - 30)
          faults.push(
            `${name}: “${text}” runs off the page (${from.toFixed(0)}–${to.toFixed(0)}, ${foot.toFixed(0)})`,
          )
      }
      const low = pages.flat().filter(({ text, foot }) => /抄送|印发/.test(text) && foot > ABOVE_FOOT)
      if (low.length > 0) faults.push(`${name}: the imprint is not at the foot of its page`)
      // GB/T 9704 10.1: the first page of a letter between bodies bears no number, and its mark stands 30 mm from the edge.
      const [first] = pages
      if (isBetween === first!.some(({ text, foot }) => text.includes('—') && foot < 100))
        faults.push(`${name}: the first page is numbered as another form is`)
      if (isBetween && Math.max(...first!.map(({ foot }) => foot)) < 842 - 50 * 2.83)
        faults.push(`${name}: its mark stands too low`)
      if (pages.length % 2 === 1 && said.at(-1)?.endsWith('印发'))
        faults.push(`${name}: the imprint is on an odd page`)
    }
    expect(faults).toEqual([])
  },
)

testInLibreOffice('a long table begins on the page of the letter that introduces it', async () => {
  const { 绩效表, ...data } = sampleData(findKind('transmittal')!.fields)
  const rows = Array.from({ length: 60 }, (_, at) => ({ ...(绩效表 as object[])[0], 序号: String(at + 1) }))
  const letter = fillTemplate(await shippedTemplate('transmittal'), { ...data, 绩效表: rows })
  const [pdf] = await convertInLibreOffice(soffice!, 'docx', 'pdf', [letter])
  const pages = (await readPages(pdf!)).map(items => bare(items.map(({ text }) => text).join('')))
  expect(pages[0]).toMatch(/请计入年度绩效考核.*序号单位综合得分/)
  expect(pages[1]).toMatch(/^序号单位综合得分/)
})
