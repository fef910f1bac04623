import { expect, test } from 'vitest'
import { sourceFiles } from './sourceFiles.ts'

/** Words that a clerk knows: names of programs, of kinds of file, of keys and units. */
const KNOWN = new Set(
  'Excel WPS Word Office PDF OFD JPEG JPG PNG HEIC SVG CSV docx xlsx pptx xls MB GB Chrome QQ Esc https'.split(
    ' ',
  ),
)

/** Left to those who write scheme files, run the installation or check a record by program: they know the words. The letters of answers and the formats of dates are no words. */
const ELSEWHERE = [
  /^src\/contract\/(scheme\/|shape\/(?!refusalSentences))/,
  /^src\/contract\/.*Routes\.ts$/,
  /^src\/contract\/(platform\/database|results\/results[A-Z]|year\/(facts|history)Schema|draw\/drawRule|survey\/sampleRule)/,
  /^src\/server\/(main|startServer|readSettings|readSecret|listen)\.ts$/,
  /^src\/server\/(platform\/(database|files)|office\/scheme)\//,
  /^src\/web\/(desks\/scheme\/|kit\/(UploadBox|DayField)|shell\/theme)/,
  /^src\/(server|web)\/.*\/(bankList|ImportBank)\.tsx?$/,
]

/** Reads code piece by piece: what stands in quotes, in backticks without its values, and what is left, where the text between tags stands. */
function piecesOf(code: string): { readonly said: readonly string[]; readonly left: string } {
  const said: string[] = []
  let left = ''
  let at = 0
  const quoted = (mark: string): string => {
    let text = ''
    for (at++; at < code.length && code[at] !== mark; at++) text += code[at] === '\\' ? code[++at] : code[at]
    at++
    return text
  }
  const backticked = (): string => {
    let text = ''
    for (at++; at < code.length && code[at] !== '`';) {
      if (code[at] === '\\') at += 2
      else if (code.startsWith('${', at)) {
        at += 2
        text += '…'
        plain('}')
      } else text += code[at++]
    }
    at++
    return text
  }
  function plain(end?: string): void {
    for (let depth = 0; at < code.length;) {
      const char = code[at]!
      if (code.startsWith('/*', at)) at = code.indexOf('*/', at) + 2
      else if (code.startsWith('//', at) && code[at - 1] !== ':') at = code.indexOf('\n', at)
      else if (char === '"' || (char === "'" && !/[\w\u4e00-\u9fff]/.test(code[at - 1] ?? '')))
        said.push(quoted(char))
      else if (char === '`') said.push(backticked())
      else if (char === end && depth === 0) return void at++
      else {
        depth += char === '{' ? 1 : char === '}' ? -1 : 0
        left += char
        at++
      }
    }
  }
  plain()
  return { said, left }
}

/** What a person reads in a file: texts with Chinese in them. */
function textsOf(code: string): readonly string[] {
  const { said, left } = piecesOf(code)
  return [...said, ...[...left.matchAll(/>([^<>{}=;]+)</g)].map(found => found[1]!)].filter(text =>
    /[\u4e00-\u9fff]/.test(text),
  )
}

test('a text is found in quotes, between tags and in templates, without their values and comments', () => {
  const code = "/* 注 abc */ const a = `甲${f({ b: '乙 x' })}丙 y` // 丁\nreturn <p>戊 z</p>"
  expect(textsOf(code)).toEqual(['乙 x', '甲…丙 y', '戊 z'])
})

test('what a clerk reads holds no English word, no command and no path', () => {
  const wrong = sourceFiles(['src/contract', 'src/server', 'src/web', 'src/domain'])
    .filter(({ path }) => !ELSEWHERE.some(place => place.test(path)))
    .flatMap(({ path, text }) =>
      textsOf(text)
        .filter(said => !/^\s*(select|insert|update|with) /.test(said))
        .flatMap(said => {
          // The marks of a page's template are not read.
          const read = said.replaceAll(/<[^<>]*>?/g, '').replaceAll(/\.\w+\b/g, '')
          const words = [...read.matchAll(/[A-Za-z][A-Za-z-]+/g)].map(found => found[0])
          const odd = words.filter(word => !KNOWN.has(word))
          return odd.length === 0 ? [] : [`${path}: ${odd.join(' ')} in “${said.slice(0, 60)}”`]
        }),
    )
  expect(wrong).toEqual([])
})
