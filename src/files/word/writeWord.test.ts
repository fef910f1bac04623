import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWord } from './readWord.ts'
import { writeWord } from './writeWord.ts'

const TITLE = ['关于抓党建工作情况的', '述职报告']
const LONG = '一年来，我履行第一责任人职责，'.repeat(40)

async function partsOf(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  return (name: string): string => strFromU8(files[`word/${name}.xml`]!)
}

async function aDocument() {
  return writeWord({
    title: TITLE,
    subtitle: '（2018年12月5日）',
    blocks: [
      { kind: 'heading', level: 1, text: '一、履职成效' },
      { kind: 'heading', level: 2, text: '（一）抓责任 <落实> & “三会一课”' },
      { kind: 'paragraph', text: LONG },
      { kind: 'paragraph', text: '主送：', plain: true },
      {
        kind: 'table',
        columns: [
          { title: '序号', align: 'center' },
          { title: '问题', width: 4 },
          { title: '得分', align: 'right' },
        ],
        rows: [
          ['1', '支部活动\n不经常', '90.5'],
          ['2', '台账不全', ''],
        ],
      },
      { kind: 'signatures', labels: ['计票人', '监票人', '召集人'] },
      { kind: 'closing', by: '示范州林业局', day: '2018年12月5日' },
    ],
  })
}

test('the page of GB/T 9704: A4, margins 37/26/35/28 mm, a grid of 22 lines, 28 characters to a line', async () => {
  const part = await partsOf(await aDocument())
  const document = part('document')
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  for (const margin of ['top="2098"', 'right="1474"', 'bottom="1984"', 'left="1588"', 'footer="1307"'])
    expect(document).toContain(`w:${margin}`)
  const grid = /<w:docGrid [^>]*>/.exec(document)![0]
  // LibreOffice spreads a character over two cells of the character grid.
  for (const value of ['type="lines"', 'linePitch="579"']) expect(grid).toContain(value)
  const normal = /<w:style [^>]*w:styleId="Normal"[^]*?<\/w:style>/.exec(part('styles'))![0]
  expect(normal).toContain('<w:spacing w:val="-5"/>')
  expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984)
  expect(Math.floor((11906 - 1588 - 1474) / (16 * 20 - 5))).toBe(28)
})

test('fonts are named in all four slots: 小标宋 the title, 仿宋 the text, 黑体 and 楷体 the headings', async () => {
  const part = await partsOf(await aDocument())
  const styles = part('styles')
  const styleOf = (id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}"[^]*?</w:style>`).exec(styles)![0]
  const fonts = (font: string) =>
    new RegExp(['ascii', 'hAnsi', 'eastAsia', 'cs'].map(slot => `(?=[^>]*w:${slot}="${font}")`).join(''))
  expect(styleOf('Normal')).toMatch(fonts('仿宋_GB2312'))
  expect(styleOf('Normal')).toContain('<w:sz w:val="32"/>')
  expect(styleOf('OfficialTitle')).toMatch(fonts('方正小标宋简体'))
  expect(styleOf('OfficialTitle')).toContain('<w:sz w:val="44"/>')
  expect(styleOf('OfficialTitle')).toContain('<w:snapToGrid w:val="false"/>')
  expect(styleOf('OfficialHeading1')).toMatch(fonts('黑体'))
  expect(styleOf('OfficialHeading2')).toMatch(fonts('楷体_GB2312'))
  expect(styleOf('OfficialBody')).toContain('w:firstLineChars="200"')
  for (const run of part('document').match(/<w:rFonts [^>]*>/g) ?? [])
    for (const slot of ['ascii', 'hAnsi', 'eastAsia', 'cs']) expect(run).toContain(`w:${slot}="`)
})

test('page numbers stand outside: odd pages right, even pages left, one character in', async () => {
  const part = await partsOf(await aDocument())
  expect(part('settings')).toContain('<w:evenAndOddHeaders')
  const document = part('document')
  const [odd, even] = ['default', 'even'].map(type => {
    expect(document).toMatch(new RegExp(`<w:footerReference [^>]*w:type="${type}"`))
    const footers = [part('footer1'), part('footer2')]
    return footers.find(footer => footer.includes(type === 'even' ? 'w:val="left"' : 'w:val="right"'))!
  })
  expect(odd).toContain('w:right="280"')
  expect(even).toContain('w:left="280"')
  for (const footer of [odd, even]) {
    expect(footer).toContain('>PAGE<')
    expect(footer).toContain('<w:sz w:val="28"/>')
  }
})

test('what is written is read back: every text once, in its order', async () => {
  const reading = await readWord('述职报告.docx', await aDocument())
  expect(reading).toEqual({
    parts: [
      ...TITLE.map(text => ({ kind: 'paragraph', text })),
      { kind: 'paragraph', text: '（2018年12月5日）' },
      { kind: 'paragraph', text: '一、履职成效' },
      { kind: 'paragraph', text: '（一）抓责任 <落实> & “三会一课”' },
      { kind: 'paragraph', text: LONG },
      { kind: 'paragraph', text: '主送：' },
      {
        kind: 'table',
        rows: [
          ['序号', '问题', '得分'],
          ['1', '支部活动\n不经常', '90.5'],
          ['2', '台账不全', ''],
        ],
      },
      { kind: 'paragraph', text: '计票人：＿＿＿＿＿＿＿＿＿　监票人：＿＿＿＿＿＿＿＿＿' },
      { kind: 'paragraph', text: '召集人：＿＿＿＿＿＿＿＿＿' },
      { kind: 'paragraph', text: '示范州林业局' },
      { kind: 'paragraph', text: '2018年12月5日' },
    ],
    notices: [{ what: 'tables', count: 1 }],
  })
})

test('a table fills the width of the text, repeats its head and cuts no row', async () => {
  const document = (await partsOf(await aDocument()))('document')
  expect(document).toMatch(/<w:tblW [^>]*w:w="8844"/)
  expect(document).toContain('<w:tblHeader/>')
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([1474, 5896, 1474])
})

test('control characters and halves of a character do not break the file', async () => {
  const bytes = await writeWord({
    title: ['题\u0001目'],
    blocks: [{ kind: 'paragraph', text: '前\ud842后\u0000\u000b完\uffff' }],
  })
  expect(await readWord('坏字符.docx', bytes)).toMatchObject({
    parts: [{ text: '题目' }, { text: '前\ufffd后完' }],
  })
})
