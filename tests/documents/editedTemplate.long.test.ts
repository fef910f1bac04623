import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import { sampleData } from '../../src/contract/documents/documentField.ts'
import { findKind } from '../../src/contract/documents/documentKinds.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import { checkTemplate } from '../../src/files/documents/checkTemplate.ts'
import { fillTemplate } from '../../src/files/documents/fillTemplate.ts'
import { shippedTemplate } from '../../src/files/documents/shippedTemplates.ts'
import { readWord } from '../../src/files/word/readWord.ts'
import { convertInLibreOffice, findLibreOffice, testInLibreOffice } from '../results/libreOffice.ts'

const soffice = findLibreOffice()

/** What somebody does to the feedback letter in LibreOffice: on the flat text that it opens and saves. */
const edits: Readonly<Record<string, (text: string) => string>> = {
  untouched: text => text,
  // The paragraph of the request goes to the front of the letter.
  moved: text => {
    const [asked] = /<text:p [^>]*>[^<]*(?:<[^>]*>[^<]*)*?请对照以上问题.*?<\/text:p>/.exec(text)!
    const own = asked.slice(asked.lastIndexOf('<text:p '))
    return text.replace(own, '').replace(/(<text:p [^>]*>[^<]*(?:<text:span[^>]*>)?现将你单位)/, `${own}$1`)
  },
  restyled: text => text.replaceAll('fo:font-size="16pt"', 'fo:font-size="15pt"'),
  // One half of a placeholder is bold: it stands in two runs.
  split: text =>
    text.replace('{综合得分}', '{综合<text:span text:style-name="Strong_20_Emphasis">得分}</text:span>'),
  broken: text => text.replace('{综合得分}', '{综合得分'),
}

testInLibreOffice(
  'a template opened, edited and saved in LibreOffice works, or its fault is named',
  async () => {
    const ours = await shippedTemplate('feedback')
    const [flat] = await convertInLibreOffice(soffice!, 'docx', 'fodt', [ours])
    const source = strFromU8(new Uint8Array(flat!))
    const texts = Object.entries(edits).map(([name, edit]) => {
      const text = edit(source)
      expect(text === source, name).toBe(name === 'untouched')
      return text
    })
    const saved = await convertInLibreOffice(soffice!, 'fodt', 'docx', texts)
    const found = Object.fromEntries(
      Object.keys(edits).map((name, at) => {
        const findings = checkTemplate('模板.docx', new Uint8Array(saved[at]!), 'feedback')
        return [
          name,
          isRefusal(findings) ? [findings.code] : findings.map(({ where, what }) => `${where}：${what}`),
        ]
      }),
    )
    expect(found).toEqual({
      untouched: [],
      moved: [],
      restyled: [],
      split: [],
      broken: [expect.stringContaining('只有左花括号')],
    })
    const data = sampleData(findKind('feedback')!.fields)
    for (const at of [0, 1, 2, 3]) {
      const bytes = fillTemplate(new Uint8Array(saved[at]!), data)
      const read = await readWord('公文.docx', bytes)
      const text = JSON.stringify(read)
      expect(text).toContain('综合得分91.25分')
      expect(text).toContain('3.“三会一课”')
      expect(text).not.toMatch(/[{}]综合|\{[#/^]/)
      expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml')
    }
  },
)
