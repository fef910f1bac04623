import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { shippedTemplate } from '../../../src/files/documents/shippedTemplates.ts'
import { sized } from '../../longRun.ts'
import { openEmpty } from '../databases.ts'
import { openOffice } from '../office.ts'

const ours = unzipSync(await shippedTemplate('feedback'))
const BODY = 'word/document.xml'
const xml = strFromU8(ours[BODY]!)
const RELS = 'word/_rels/document.xml.rels'
const rels = strFromU8(ours[RELS]!)

const withParts = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    {
      ...ours,
      ...Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    },
    { level: 1 },
  )
const withBody = (change: (text: string) => string) => {
  const changed = change(xml)
  expect(changed, 'the attack finds its place').not.toBe(xml)
  return withParts({ [BODY]: changed })
}
const link = (kind: string, target: string) =>
  `<Relationship Id="x9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/></Relationships>`
const linked = (kind: string, target: string) =>
  withParts({ [RELS]: rels.replace('</Relationships>', link(kind, target)) })
const inText = (more: string) => withBody(text => text.replace('<w:sectPr', `${more}<w:sectPr`))
const many = (times: number, part: string) => part.repeat(times)
const LAUGHS = `<!DOCTYPE lol [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${many(10, `&${'abcdefghij'[at]};`)}">`).join('')}]>`

/** What somebody may send as a template, and what has to be said of it: a refusal's code, or a part of a finding. */
const attacks: Readonly<Record<string, readonly [make: () => Uint8Array, said: RegExp]>> = {
  'a .docm renamed': [
    () =>
      withParts({
        'word/vbaProject.bin': 'macros',
        '[Content_Types].xml': strFromU8(ours['[Content_Types].xml']!).replace(
          'wordprocessingml.document.main',
          'ms-word.document.macroEnabled.main',
        ),
      }),
    /fileHasMacros/,
  ],
  'a remote template': [
    () =>
      withParts({
        'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link('attachedTemplate', 'http://198.51.100.7/a.dotm')}`,
      }),
    /链接到文件外面/,
  ],
  'an image from outside': [() => linked('image', 'file://198.51.100.7/share/a.png'), /链接到文件外面/],
  'a link to outside': [() => linked('hyperlink', 'http://198.51.100.7/'), /链接到文件外面/],
  'a field that fetches': [
    () => inText('<w:p><w:r><w:instrText> INCLUDETEXT "C:\\\\a.txt" </w:instrText></w:r></w:p>'),
    /从文件外面取内容/,
  ],
  'a field that starts a program': [
    () => inText('<w:p><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText></w:r></w:p>'),
    /从文件外面取内容/,
  ],
  'an embedded file': [() => inText('<w:altChunk r:id="x9"/>'), /嵌有别的文件/],
  'a billion laughs': [
    () => withBody(text => text.replace('<w:document', `${LAUGHS}<w:document`).replace('{成文日期}', '&j;')),
    /不该有的声明/,
  ],
  'an entity that reads a file': [
    () =>
      withBody(text =>
        text
          .replace('<w:document', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document')
          .replace('{成文日期}', '&b;'),
      ),
    /不该有的声明/,
  ],
  'a part that inflates to 30 MB': [
    () => withParts({ [BODY]: new Uint8Array(sized(200, 30) * 1024 * 1024).fill(0x20) }),
    /fileUnsafe|结构不完整/,
  ],
  'a path that leads out': [() => withParts({ '../../etc/cron.d/a': 'x' }), /fileUnsafe/],
  'a path of Windows': [() => withParts({ 'C:\\Windows\\a.xml': 'x' }), /fileUnsafe|^$/],
  'thousands of parts': [
    () => withParts(Object.fromEntries(Array.from({ length: 12_000 }, (_, at) => [`word/p${at}.xml`, 'x']))),
    /fileUnsafe/,
  ],
  'a file cut short': [() => withParts({}).subarray(0, 4000), /fileDamaged|wordKind/],
  'no text at all': [() => withParts({ [BODY]: '' }), /结构不完整|出错|标题/],
  'text in another encoding': [
    () => withParts({ [BODY]: new Uint8Array(Buffer.from(`\ufeff${LAUGHS}${xml}`, 'utf16le')) }),
    /结构不完整|出错/,
  ],
  'paragraphs within paragraphs': [
    () => withBody(text => text.replace('<w:sectPr', `${many(sized(100_000, 20_000), '<w:p>')}<w:sectPr`)),
    /结构不完整|fileUnsafe|出错/,
  ],
  'loops within loops': [
    () => withBody(text => text.replace('{成文日期}', many(sized(5_000, 500), '{#问题}'))),
    /没有结束/,
  ],
  'a name of a million letters': [
    () => withBody(text => text.replace('{成文日期}', `{${many(1_000_000, '甲')}}`)),
    /这个文种没有/,
  ],
  'names without end': [
    () => withBody(text => text.replace('{成文日期}', many(sized(20_000, 2_000), '{甲乙丙}'))),
    /这个文种没有/,
  ],
}

test('hostile templates and papers are answered with a sentence, none may be put in force, and none holds the server up', async () => {
  const office = await openOffice(await openEmpty('PGlite'))
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const wrong: string[] = []
  for (const [name, [make, said]] of Object.entries(attacks)) {
    const body = Buffer.from(make())
    const headers = { 'content-type': 'application/octet-stream' }
    const query = `name=${encodeURIComponent('模板.docx')}`
    for (const path of [
      `/api/documents/templates/feedback?${query}&step=check`,
      `/api/documents/style?${query}`,
    ]) {
      const answer = await committee.ask(`POST ${path}`, { body, headers })
      const {
        code,
        message,
        findings = [],
      } = answer.body as {
        code?: string
        message?: string
        findings?: readonly { what: string }[]
      }
      const told = code ?? findings.map(({ what }) => what).join('；')
      const sentence = [message, ...findings.map(({ what }) => what)].join('')
      if (answer.status >= 500) wrong.push(`${name}: ${answer.status} at ${path}`)
      if (/undefined|NaN|Error|\bat \w+\.|word\//.test(sentence))
        wrong.push(`${name}: says “${sentence.slice(0, 200)}”`)
      if (sentence.length > 100_000) wrong.push(`${name}: says ${sentence.length} letters`)
      if (path.endsWith('step=check') && !said.test(told)) wrong.push(`${name}: ${told.slice(0, 200)}`)
    }
  }
  expect(wrong).toEqual([])
  const huge = Buffer.alloc(6 * 1024 * 1024)
  const answer = await committee.ask('POST /api/documents/templates/feedback?name=a.docx&step=check', {
    body: huge,
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect([answer.status, answer.body.message]).toEqual([413, expect.stringMatching(/5\s?MB|5\s?兆|大/)])
  await office.close()
})
