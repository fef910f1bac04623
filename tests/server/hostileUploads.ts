import { strToU8, zipSync, type Zippable } from 'fflate'
import sharp from 'sharp'
import { rawRow, rawSheet, rawXlsx } from '../readers/rawXlsx.ts'
import { office } from './files/madeFiles.ts'

/** A file that is meant to be slow to read, and where it is sent. */
export interface HostileUpload {
  readonly name: string
  readonly to: readonly UploadPlace[]
  readonly make: () => Uint8Array | Promise<Uint8Array>
}

/** Where files are taken in. */
export type UploadPlace = 'lists' | 'files' | 'scheme' | 'intake'

const HEADINGS = ['类别', '标题', '发生日期', '姓名', '单位', '问题', '题型', '主题', '题干', '答案']

/** A workbook with a sheet of these rows below the headings of every list. */
function book(rows: string, strings?: string): Uint8Array {
  return rawXlsx({
    sheets: { 表: rawSheet(rawRow(1, HEADINGS) + rows) },
    parts: { 'xl/sharedStrings.xml': strings },
  })
}

/** Random bytes of a fixed seed, which no compression shrinks. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 2018
  for (let at = 0; at < length; at++) bytes[at] = (state = Math.imul(state, 1664525) + 1013904223) >>> 24
  return bytes
}

const repeat = (times: number, part: (at: number) => string): string => {
  const parts: string[] = []
  for (let at = 0; at < times; at++) parts.push(part(at))
  return parts.join('')
}

/** Hostile files; `full` of 1 makes them as large as the limits let through. */
export function hostileUploads(full: number): readonly HostileUpload[] {
  const n = (most: number): number => Math.ceil(most * full)
  const letters = [...'ABCDEFGH']
  return [
    {
      name: 'a table formatted to the last rows of its sheet',
      to: ['lists', 'files', 'intake'],
      make: () =>
        book(
          repeat(
            n(480_000),
            at => `<row r="${at + 2}">${letters.map(c => `<c r="${c}${at + 2}" s="0"/>`).join('')}</row>`,
          ),
        ),
    },
    {
      name: 'a million filled cells below the headings',
      to: ['lists', 'intake'],
      make: () =>
        book(
          repeat(
            n(125_000),
            at =>
              `<row r="${at + 2}">${letters.map(c => `<c r="${c}${at + 2}"><v>${(at * 7919) % 1e6}</v></c>`).join('')}</row>`,
          ),
        ),
    },
    {
      name: 'one text of 30,000 characters in every cell',
      to: ['lists'],
      make: () =>
        book(
          repeat(
            n(2000),
            at =>
              `<row r="${at + 2}">${letters.map(c => `<c r="${c}${at + 2}" t="s"><v>0</v></c>`).join('')}</row>`,
          ),
          `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'长'.repeat(30_000)}</t></si></sst>`,
        ),
    },
    {
      name: 'two million shared strings in a small file',
      to: ['lists', 'files'],
      make: () =>
        book(
          '<row r="2"><c r="A2" t="s"><v>0</v></c></row>',
          `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${'<si><t/></si>'.repeat(n(2_000_000))}</sst>`,
        ),
    },
    {
      name: 'a document that inflates to 250 MB',
      to: ['files'],
      make: () =>
        office(
          'docx',
          Object.fromEntries(
            Array.from({ length: 31 }, (_, at): [string, Zippable[string]] => [
              `word/media/${at}`,
              zeros(n(8_000_000)),
            ]),
          ),
        ),
    },
    {
      name: 'a document of 4,000 parts',
      to: ['files', 'lists'],
      make: () =>
        office(
          'docx',
          Object.fromEntries(
            Array.from({ length: n(4000) }, (_, at) => [`word/media/${at}`, strToU8(`${at}`)]),
          ),
        ),
    },
    {
      name: 'a picture of 64 million pixels in few bytes',
      to: ['files'],
      make: () =>
        sharp({ create: { width: n(8000), height: 8000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
    },
    {
      name: 'a JPEG without end',
      to: ['files'],
      make: () => {
        const bytes = new Uint8Array(n(19_000_000)).fill(0xff)
        for (let at = 11; at < bytes.length; at += 2) bytes[at] = 0
        bytes.set([0xff, 0xd8, 0xff, 0xda, 0x00, 0x02])
        return bytes
      },
    },
    {
      name: 'a PDF full of beginnings of words',
      to: ['files'],
      make: () => strToU8(`%PDF-1.4\n${'/JavaScrip/Launc/EmbeddedFil'.repeat(n(650_000))}\n%%EOF\n`),
    },
    { name: '19 MB of noise', to: ['files', 'intake'], make: () => noise(n(19_000_000)) },
    {
      name: 'a YAML of 40,000 aliases',
      to: ['scheme', 'intake'],
      make: () =>
        strToU8(
          `${repeat(n(40_000), at => `k${at}: &a${at} 1\n`)}z: [${repeat(n(40_000), at => `*a${at},`)}]\n`,
        ),
    },
    {
      name: 'a YAML of 100,000 unknown fields',
      to: ['scheme', 'intake'],
      make: () => strToU8(`title: x\n${repeat(n(100_000), at => `k${at}: 1\n`)}`),
    },
    {
      name: 'a YAML of brackets',
      to: ['scheme'],
      make: () => strToU8(`a: ${'['.repeat(n(500_000))}`),
    },
    {
      name: 'a JSON of facts with a million faulty entries',
      to: ['intake'],
      make: () => strToU8(`{"format":"hengping-facts/1","findings":[${'{},'.repeat(n(1_000_000))}{}]}`),
    },
    {
      name: 'an archive of two schemes that inflate',
      to: ['scheme'],
      make: () => zipSync({ 'scheme.yaml': zeros(n(3_900_000)), 'rubric.yaml': zeros(n(3_900_000)) }),
    },
  ]
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length).fill(32)
}

/** JSON bodies that are slow to check, each within a megabyte. */
export function hostileBodies(full: number): readonly { readonly name: string; readonly text: string }[] {
  const n = (most: number): number => Math.ceil(most * full)
  return [
    { name: '60,000 unknown keys', text: `{${repeat(n(60_000), at => `"k${at}":1,`)}"z":1}` },
    { name: '400,000 zeros', text: `{"document":[${'0,'.repeat(n(400_000))}0]}` },
    { name: '500,000 brackets', text: `{"document":${'['.repeat(n(500_000))}` },
    { name: 'one long text', text: `{"document":"${'长'.repeat(n(300_000))}"}` },
    {
      name: '40,000 lists of faults',
      text: `{"document":{"components":[${'{"id":1},'.repeat(n(100_000))}{}]}}`,
    },
    ...[4000, 20_000].map(parts => ({
      name: `${parts} faulty parts`,
      text: `{"document":{${['components', 'rulings', 'rubrics', 'clauses']
        .map(list => `"${list}":[${'{"id":1},'.repeat(n(parts / 4 - 5))}{}]`)
        .join(',')}}}`,
    })),
  ]
}
