import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sentenceOfRefusal } from '../../../src/contract/shape/refusalSentences.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { admitFile } from '../../../src/server/office/files/admit/admitFile.ts'
import { shownName } from '../../../src/server/platform/http/shownName.ts'
import { office, pdf, phoneJpeg, picture, plainJpeg } from './madeFiles.ts'
import { SLOWER } from '../../longRun.ts'

/** What became of a file: its kind, or the code and sentence of the refusal. */
async function tried(
  bytes: Uint8Array,
  name = '材料',
): Promise<{
  readonly type?: string
  readonly code?: string
  readonly said?: string
  readonly bytes?: Buffer
}> {
  const admitted = await admitFile(name, bytes)
  if (isRefusal(admitted)) return { code: admitted.code, said: sentenceOfRefusal(admitted) }
  return { type: admitted.type, bytes: Buffer.from(admitted.bytes) }
}

const HTML = '<!doctype html><html><body><script>alert(1)</script></body></html>'
const inside = (part: string): Buffer => office('docx', { [part]: strToU8('x') })

describe('accepted files', () => {
  test.each(['docx', 'xlsx', 'pptx'] as const)('%s is kept byte for byte', async kind => {
    const bytes = office(kind)
    expect(await tried(bytes)).toEqual({ type: kind, bytes })
  })

  test('OFD, the format of official papers, is kept byte for byte and keeps its ending', async () => {
    const ofd = Buffer.from(
      zipSync({
        'OFD.xml': strToU8('<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>'),
        'Doc_0/Document.xml': strToU8('<ofd:Document/>'),
      }),
    )
    const kept = await tried(ofd, '通知.ofd')
    expect([kept.type, kept.bytes?.equals(ofd)]).toEqual(['ofd', true])
  })

  test('fileNeedsPassword: a PDF that nobody can open without its password is refused', async () => {
    const locked = pdf('/Encrypt<</Filter/Standard/R 6/O<00>/U<00>>>')
    expect(await tried(locked, '锁.pdf')).toMatchObject({
      code: 'fileNeedsPassword',
      said: expect.stringContaining('这份 PDF 要口令才能打开'),
    })
  })

  test('PDF, plain JPG and plain PNG are kept byte for byte', async () => {
    const png = await (await picture(4)).png().toBuffer()
    for (const [type, bytes] of [
      ['pdf', pdf()],
      ['jpg', await plainJpeg(4)],
      ['jpg', await (await picture(4)).jpeg({ progressive: true }).toBuffer()],
      ['png', png],
    ] as const) {
      const kept = await tried(bytes)
      expect(kept.type).toBe(type)
      expect(kept.bytes!.equals(bytes)).toBe(true)
    }
  })
})

describe('fileKindRefused, fileHeic, fileOldOffice: other kinds of file are named, with what to do', () => {
  const OLE = Buffer.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from({ length: 1024 }, () => 0),
  ])
  const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\0', 'latin1')
  test.each([
    ['SVG 矢量图', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['SVG 矢量图', Buffer.from('<?xml version="1.0"?>\n<!-- x --><svg onload="alert(1)"/>')],
    ['网页', Buffer.from(HTML)],
    ['程序', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['压缩包', Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['压缩包', Buffer.from('Rar!\x1a\x07\x00', 'latin1')],
    ['纯文本', Buffer.from('只是文字')],
    ['无法识别', Buffer.from([0, 1, 2, 3])],
    ['其他格式的图片', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1')],
  ])('%s', async (kind, bytes) => {
    const { code, said } = await tried(bytes, '照片.jpg')
    expect(code).toBe('fileKindRefused')
    expect(said).toContain(kind)
    expect(said).toContain('请上传 PDF')
  })

  test('the refusal of HEIC says how to avoid it, and that of old or locked Office files how to save them', async () => {
    expect(await tried(HEIC)).toMatchObject({ code: 'fileHeic', said: expect.stringContaining('兼容性最佳') })
    expect(await tried(OLE)).toMatchObject({
      code: 'fileOldOffice',
      said: expect.stringContaining('另存为 docx'),
    })
  })
})

describe('pictures lose their metadata', () => {
  const zip = Buffer.from(zipSync({ 'a.html': strToU8(HTML) }))

  test.each([
    ['a web page', Buffer.from(HTML)],
    ['an archive', zip],
    ['a few bytes more', Buffer.from('ZZ-ride-along')],
  ])('%s behind a JPG or a PNG is gone', async (_what, behind) => {
    for (const bytes of [await plainJpeg(5), await (await picture(5)).png().toBuffer()]) {
      const kept = await tried(Buffer.concat([bytes, behind]))
      expect(kept.type).toMatch(/jpg|png/)
      expect(kept.bytes!.includes(behind)).toBe(false)
      expect(kept.bytes!.includes('<script')).toBe(false)
      expect(await sharp(kept.bytes).stats()).toBeDefined()
    }
  })

  test('a web page hidden in a comment, a profile or a text chunk of a picture is removed', async () => {
    const jpeg = await plainJpeg(6)
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, HTML.length + 2]), Buffer.from(HTML)])
    const withComment = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
    const png = await (
      await picture(6)
    )
      .withMetadata({ exif: { IFD0: { ImageDescription: HTML } } })
      .png()
      .toBuffer()
    const profiled = await (await picture(6)).withIccProfile('p3').jpeg().toBuffer()
    expect(withComment.includes(HTML)).toBe(true)
    for (const bytes of [withComment, png, profiled]) {
      const kept = await tried(bytes)
      const { exif, icc } = await sharp(kept.bytes).metadata()
      expect([kept.bytes!.includes('<script'), exif, icc]).toEqual([false, undefined, undefined])
    }
  })

  test('location and device data are removed', async () => {
    const kept = await tried(await phoneJpeg(7))
    expect(kept.bytes!.includes('Exif')).toBe(false)
  })

  test('fileDamaged: truncated, or damaged inside', async () => {
    const [jpeg, png] = [await plainJpeg(8), await (await picture(8)).png().toBuffer()]
    for (const bytes of [jpeg, png]) {
      for (const share of [0.1, 0.5, 0.9, 0.999]) {
        expect(await tried(bytes.subarray(0, Math.floor(bytes.length * share))), `${share}`).toMatchObject({
          code: 'fileDamaged',
        })
      }
    }
    const broken = Buffer.from(png)
    broken.fill(0x55, png.length >> 1, (png.length >> 1) + 50)
    expect(await tried(broken)).toMatchObject({ code: 'fileDamaged' })
  })

  test('filePixels: a small file of a huge picture is refused before it is drawn', async () => {
    const huge = await (await picture(9)).png().toBuffer()
    huge.writeUInt32BE(30_000, 16)
    huge.writeUInt32BE(20_000, 20)
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29)
    const from = performance.now()
    expect(await tried(huge)).toMatchObject({
      code: 'filePixels',
      said: expect.stringContaining('30000×20000'),
    })
    expect(performance.now() - from).toBeLessThan(500 * SLOWER)
  })
})

describe('Office files', () => {
  test.each(['word/vbaProject.bin', 'word/activeX/activeX1.bin', 'xl/macrosheets/sheet1.xml'])(
    'fileHasMacros: %s',
    async part => {
      expect(await tried(inside(part))).toMatchObject({
        code: 'fileHasMacros',
        said: expect.stringContaining('不带宏'),
      })
    },
  )

  test('fileHasMacros: declared in the content types', async () => {
    const types =
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    expect(await tried(office('docx', { '[Content_Types].xml': strToU8(types) }))).toMatchObject({
      code: 'fileHasMacros',
    })
  })

  test.each(['../../etc/passwd', 'word/../../x', '/etc/passwd', '..\\..\\x', 'C:\\x', 'word/a\0b'])(
    'fileUnsafe: a part named %j',
    async part => {
      expect(await tried(inside(part))).toMatchObject({ code: 'fileUnsafe' })
    },
  )

  test('fileUnsafe: expands beyond the limits on ratio, total size or number of parts', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024)
    expect(await tried(office('docx', { 'word/media/x': zeros }))).toMatchObject({
      code: 'fileUnsafe',
      said: expect.stringContaining('大得异常'),
    })
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_part, at) => [`word/${at}`, new Uint8Array()]),
    )
    expect(await tried(office('docx', many))).toMatchObject({ code: 'fileUnsafe' })
  })

  test('fileUnsafe: a zip bomb that declares a false size', async () => {
    const bytes = office('docx', { 'word/media/x': new Uint8Array(40 * 1024 * 1024) })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === zeroes)
        view.setUint32(at + 24, 10, true)
    }
    expect(await tried(bytes)).toMatchObject({ code: 'fileUnsafe' })
  })
  const zeroes = 40 * 1024 * 1024

  test('fileUnsafe, fileDamaged: data before or after the archive, or parts missing', async () => {
    const bytes = office('xlsx')
    expect(await tried(Buffer.concat([bytes, Buffer.from(HTML)]))).toMatchObject({ code: 'fileUnsafe' })
    expect((await tried(Buffer.concat([Buffer.from(HTML), bytes]))).code).toBe('fileKindRefused')
    for (const share of [0.3, 0.6, 0.95]) {
      expect((await tried(bytes.subarray(0, Math.floor(bytes.length * share)))).code).toMatch(
        /fileDamaged|fileKindRefused/,
      )
    }
    const broken = Buffer.from(bytes)
    broken[60]! ^= 0xff
    expect((await tried(broken)).code).toMatch(/fileDamaged|fileKindRefused|fileUnsafe/)
  })
})

describe('PDF', () => {
  test.each([
    '/OpenAction<</S/JavaScript/JS(app.alert(1))>>',
    '/Names<</EmbeddedFiles 3 0 R>>/F<</Type/EmbeddedFile>>',
    '/AA<</S/Launch>>',
  ])('fileUnsafe: with %s', async within => {
    expect(await tried(pdf(within))).toMatchObject({
      code: 'fileUnsafe',
      said: expect.stringContaining('脚本'),
    })
  })

  test('fileUnsafe: a PDF followed by an archive; fileDamaged: a PDF without its end', async () => {
    expect(await tried(Buffer.concat([pdf(), Buffer.from(zipSync({ a: strToU8('x') }))]))).toMatchObject({
      code: 'fileUnsafe',
    })
    expect(await tried(Buffer.concat([pdf(), Buffer.alloc(5000, 32)]))).toMatchObject({ code: 'fileUnsafe' })
    expect(await tried(Buffer.from('%PDF-1.4\n1 0 obj'))).toMatchObject({ code: 'fileDamaged' })
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\我\\照片.jpg', '照片.jpg'],
  ['..', '未命名'],
  ['a\u202Egpj.exe', 'agpj.exe'],
  ['照片\r\nX-Evil: 1.jpg', '照片X-Evil: 1.jpg'],
  ['/', '未命名'],
])('the name %j is displayed as %j', (name, shown) => expect(shownName(name)).toBe(shown))
