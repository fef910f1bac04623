import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { describeWordNotice } from '../../contract/files/wordNotices.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { readWord } from './readWord.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

/** Packs a .docx with this body; `parts` are added or replace others. */
function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (text: string, properties = ''): string => `<w:p>${properties}${run(text)}</w:p>`

async function read(bytes: Uint8Array, name = '报告.docx') {
  const reading = await readWord(name, bytes)
  if (isRefusal(reading)) throw new Error(reading.code)
  return {
    texts: reading.parts.map(part => (part.kind === 'paragraph' ? part.text : part.rows)),
    notices: reading.notices,
  }
}

async function codeOf(bytes: Uint8Array, name = '报告.docx'): Promise<string | undefined> {
  const reading = await readWord(name, bytes)
  return isRefusal(reading) ? reading.code : undefined
}

test('paragraphs in order, without indents of blanks, empty ones and line breaks', async () => {
  const body = [
    paragraph('　　一年来，'),
    '<w:p/>',
    `<w:p>${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}<w:r><w:tab/></w:r>${run('𠮷')}</w:p>`,
  ]
  expect(await read(docx(body.join('')))).toEqual({ texts: ['一年来，', '第一行', '第二行 𠮷'], notices: [] })
})

test('tracked changes are read as accepted: inserted and moved text is there, deleted text is not', async () => {
  const body = `<w:p>${run('甲')}<w:ins w:id="1">${run('乙')}</w:ins><w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveTo w:id="3">${run('丁')}</w:moveTo></w:p><w:p><w:moveFrom w:id="4">${run('丁')}</w:moveFrom>${run('戊')}</w:p>`
  expect(await read(docx(body))).toEqual({
    texts: ['甲乙丁', '戊'],
    notices: [{ what: 'tracked', count: 3 }],
  })
})

test('text boxes follow their paragraph; one that only new programs show is told as lost', async () => {
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框里的字')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
  expect((await read(docx(`<w:p>${run('前')}<w:r>${box}</w:r></w:p>${paragraph('后')}`))).texts).toEqual([
    '前',
    '框里的字',
    '后',
  ])
  const alone = box.replace(/<mc:Fallback>.*<\/mc:Fallback>/, '')
  const lost = await read(docx(`<w:p>${run('前')}<w:r>${alone}</w:r></w:p>`))
  expect(lost.notices).toContainEqual({ what: 'lost', count: 4 })
})

test('tables keep their cells, a deleted row is gone', async () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('问题')}${cell('时限')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删')}${cell('去')}</w:tr><w:tr>${cell('台账不全')}<w:tc>${paragraph('2019年')}${paragraph('6月')}</w:tc></w:tr></w:tbl>`
  expect(await read(docx(table))).toEqual({
    texts: [
      [
        ['问题', '时限'],
        ['台账不全', '2019年\n6月'],
      ],
    ],
    notices: [
      { what: 'tracked', count: 1 },
      { what: 'tables', count: 1 },
    ],
  })
})

test('automatic numbers are written out as Word shows them, by list, level and style', async () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
  const styles = `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="Top"><w:name w:val="Top"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Top"/></w:style></w:styles>`
  const at = (ilvl: number, id: number): string =>
    `<w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`
  const body = [
    paragraph('成效', '<w:pPr><w:pStyle w:val="Own"/></w:pPr>'),
    paragraph('责任', at(1, 1)),
    paragraph('阵地', at(1, 1)),
    paragraph('问题', at(0, 1)),
    paragraph('责任', at(1, 1)),
    paragraph('其一', at(2, 1)),
    paragraph('重来', at(0, 2)),
    paragraph('无号', at(0, 0)),
  ]
  const reading = await read(
    docx(body.join(''), { 'word/numbering.xml': numbering, 'word/styles.xml': styles }),
  )
  expect(reading.texts).toEqual([
    '一、成效',
    '（一）责任',
    '（二）阵地',
    '二、问题',
    '（一）责任',
    '二.1其一',
    '一、重来',
    '无号',
  ])
  expect(reading.notices).toEqual([{ what: 'numbers', count: 7 }])
})

test('nothing is lost without being told: fields and annotated characters are read, formulas are counted', async () => {
  const body = `<w:p><w:fldSimple w:instr="DATE">${run('2018年')}</w:fldSimple><w:ruby><w:rubyPr/><w:rt>${run('pin')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:p><w:p><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:p>`
  expect(await read(docx(body))).toEqual({ texts: ['2018年拼'], notices: [{ what: 'lost', count: 3 }] })
  expect(describeWordNotice({ what: 'lost', count: 3 })).toContain('有 3 个字符没有读到')
})

test('a report of 200,000 characters is read whole', async () => {
  const { texts } = await read(docx(paragraph('党建'.repeat(50)).repeat(2000)))
  expect(texts.join('')).toHaveLength(200_000)
})

test('other files are refused with what to do: empty, .doc, .rtf, PDF, locked, workbook, text', async () => {
  const ole = (entry: string): Uint8Array => {
    const bytes = new Uint8Array(1024)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from(entry, 'utf16le'), 512)
    bytes[512 + 64] = entry.length * 2 + 2
    bytes[512 + 66] = 2
    return bytes
  }
  expect(await codeOf(new Uint8Array())).toBe('attachmentEmpty')
  expect(await codeOf(ole('WordDocument'), '报告.doc')).toBe('wordOld')
  expect(await codeOf(strToU8('{\\rtf1\\ansi 报告}'), '报告.doc')).toBe('wordOld')
  expect(await codeOf(ole('EncryptedPackage'))).toBe('wordLocked')
  expect(await codeOf(strToU8('%PDF-1.4'), '报告.pdf')).toBe('wordKind')
  expect(await codeOf(strToU8('述职报告'), '报告.txt')).toBe('wordKind')
  expect(await codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('wordKind')
})

test('macros, bombs, entities and broken parts are refused', async () => {
  expect(await codeOf(docx(paragraph('a'), { 'word/vbaProject.bin': 'x' }))).toBe('fileHasMacros')
  const bomb = docx(paragraph('零'.repeat(20_000_000)))
  expect(bomb.length).toBeLessThan(500_000)
  expect(await codeOf(bomb)).toBe('fileUnsafe')
  const entities = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]><w:document ${NAMESPACES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`
  expect(await codeOf(docx('', { 'word/document.xml': entities }))).toBe('fileUnsafe')
  expect(await codeOf(docx('', { 'word/document.xml': '<w:document><w:body>' }))).toBe('fileDamaged')
  const whole = docx(paragraph('a'))
  expect(await codeOf(whole.subarray(0, whole.length - 40))).toBe('fileDamaged')
})
