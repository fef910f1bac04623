import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './sourceFiles.ts'

const shipped = sourceFiles(['src'])
const domain = shipped.filter(file => file.path.startsWith('src/domain/'))

/** Floors from the ground up, each with the folders it may import beside its own. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  crypto: [],
  contract: ['domain'],
  files: ['domain', 'contract'],
  demo: ['domain'],
  server: ['domain', 'crypto', 'contract', 'files', 'demo'],
  web: ['domain', 'crypto', 'contract', 'files'],
  cli: ['domain', 'crypto', 'contract', 'files', 'demo', 'server'],
}

/** Rooms of the domain in the order of the corridor; a room imports itself and earlier ones only. */
const ROOMS = [
  ['kernel'],
  ['campaign/draw'],
  ['scheme'],
  ['year/roster'],
  ['year/facts'],
  ['year/history', 'year/lifecycle'],
  ['year/evidence'],
  ['score/missing', 'score/rankingOf'],
  ['score/routine', 'score/inspection', 'score/survey', 'score/debrief', 'score/measure', 'score/conversion'],
  ['score/methods'],
  ['score/prepareScheme'],
  ['score/componentScore', 'score/quotaGroups'],
  ['score/scoreComponents'],
  ['score/outcome'],
  ['score/composite'],
  ['score/ranking'],
  ['score/grade'],
  ['score/consequence'],
  ['score/rectification'],
  ['score'],
  ['explain'],
  ['compare'],
  ['campaign/ballot'],
  [
    'campaign/plan',
    'campaign/sheet',
    'campaign/exam',
    'campaign/meeting',
    'campaign/rectify',
    'campaign/report',
  ],
] as const

/** Where one room reads a type of a later one, and why that is no arrow of logic. */
const ALLOWED: readonly string[] = []

test('the import reader finds the imports', () => {
  expect(shipped.flatMap(file => file.imports).length).toBeGreaterThan(shipped.length * 2)
  expect(domain.length).toBeGreaterThan(50)
})

test('floors: every import goes to a lower floor', () => {
  expect(Object.keys(FLOORS).toSorted()).toEqual(
    [...new Set(shipped.map(file => file.path.split('/')[1]!))].toSorted(),
  )
  const wrong = shipped.flatMap(file => {
    const floor = file.path.split('/')[1]!
    const reach = [floor, ...FLOORS[floor]!]
    return file.imports
      .filter(path => path.startsWith('src/') && !reach.includes(path.split('/')[1]!))
      .map(path => `${file.path} → ${path}`)
  })
  expect(wrong).toEqual([])
})

test('the checker of case files stands apart: it imports nothing but itself, within 1,500 lines of code', () => {
  const checker = sourceFiles(['verify'])
  const outside = checker.flatMap(file =>
    file.imports.filter(path => !path.startsWith('verify/')).map(path => `${file.path} → ${path}`),
  )
  expect(outside).toEqual([])
  const code = checker
    .flatMap(file => file.text.split('\n'))
    .filter(line => !/^\s*($|\/\/|\/\*|\*)/.test(line))
  expect(code.length).toBeLessThanOrEqual(1500)
})

test('rooms: a room imports itself and earlier ones, and components never import one another', () => {
  const wrong = domain.flatMap(file => {
    const own = roomOf(file.path)
    if (own === undefined) return []
    return file.imports
      .filter(path => {
        const other = roomOf(path)
        if (other === undefined) return path.startsWith('src/domain/')
        return other.rank > own.rank || (other.rank === own.rank && other.name !== own.name)
      })
      .map(path => `${file.path} → ${path}`)
  })
  expect(wrong.filter(arrow => !ALLOWED.includes(arrow))).toEqual([])
})

function roomOf(path: string): { readonly rank: number; readonly name: string } | undefined {
  const inside = path.replace('src/domain/', '').replace(/\.ts$/, '')
  for (const [rank, names] of ROOMS.entries()) {
    const name = names.find(room => inside === room || inside.startsWith(`${room}/`))
    if (name !== undefined) return { rank, name }
  }
  return undefined
}

// Intl.Segmenter cuts words alike wherever the pinned Node runs.
test('the ground floor is pure: no package, no node:, no clock, no randomness, no environment', () => {
  const outside = domain.flatMap(file =>
    file.imports.filter(path => !path.startsWith('src/')).map(path => `${file.path} → ${path}`),
  )
  expect(outside).toEqual([])
  expect(
    matches(
      domain,
      /\bnew Date\b(?!\([^)])|\bDate\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bfetch\(|\bcrypto\.|\bperformance\.|\bIntl\.(?!Segmenter\b)|toLocale/,
    ),
  ).toEqual([])
})

test('contract, demo and cryptography do not depend on the machine', () => {
  const upstairs = shipped.filter(file => /^src\/(contract|crypto|demo)\//.test(file.path))
  const outside = upstairs.flatMap(file =>
    file.imports.filter(path => path.startsWith('node:')).map(path => `${file.path} → ${path}`),
  )
  expect(outside).toEqual([])
  expect(matches(upstairs, /\bDate\.now\b|\bMath\.random\b|\bprocess\./)).toEqual([])
})

/** Where processes begin. */
const MAINS = [
  'src/cli/main.ts',
  'src/server/main.ts',
  'src/server/platform/database/createEmbedded.ts',
] as readonly string[]

test('only main reads the clock, the environment and the random source', () => {
  const elsewhere = shipped.filter(file => !MAINS.includes(file.path) && !file.path.startsWith('src/web/'))
  expect(matches(elsewhere, /\bprocess\.(env|argv)\b|\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(/)).toEqual(
    [],
  )
})

test('no address outside this machine in shipped code', () => {
  expect(
    matches(shipped, /https?:\/\/(?!localhost|127\.0\.0\.1|www\.w3\.org|schemas\.|purl\.org)[a-z]/),
  ).toEqual([])
})

test('no file or folder with a generic name, no barrel', () => {
  const generic = /(^|\/)(utils?|helpers?|common|lib|misc|services?|managers?|index)(\/|\.tsx?$)/
  expect(shipped.filter(file => generic.test(file.path)).map(file => file.path)).toEqual([])
})

test('product files have at most 340 lines, test files at most 400', () => {
  const isTest = (path: string): boolean => path.startsWith('tests/') || path.endsWith('.test.ts')
  const long = sourceFiles(['src', 'verify', 'tests', 'scripts'], false).filter(
    file => file.text.split('\n').length > (isTest(file.path) ? 401 : 341),
  )
  expect(long.map(file => file.path)).toEqual([])
})

/** Tests that need a program which a machine may lack: `npm test` counts and names what was skipped. */
const MAY_SKIP = ['tests/draw/repeatDraws.test.ts', 'tests/results/libreOffice.ts']

test('no escape from types, no skipped test, no unfinished code', () => {
  const all = sourceFiles(['src', 'verify', 'tests', 'scripts'], false)
  const self = all
    .filter(file => !file.path.startsWith('tests/house/'))
    .map(file => ({ ...file, text: file.text.replace(/^\s*(\/?\*+|\/\/).*$/gm, '') }))
  expect(matches(self, /\bas any\b|: any\s*[,;)=\]}>|]|@ts-(ignore|nocheck)/)).toEqual([])
  expect(matches(self, /\b(it|test|describe)\.(skip|only|todo|runIf)\(/)).toEqual([])
  const skipping = self.filter(file => file.text.includes('.skipIf(')).map(file => file.path)
  expect(skipping.toSorted()).toEqual(MAY_SKIP)
  expect(matches(self, /\b(todo|fixme|not implemented)\b/i)).toEqual([])
})

test('no test sets a limit of its own: a slow machine comes to it', () => {
  const tests = sourceFiles(['src', 'verify', 'tests'], false).filter(({ path }) =>
    /\.test\.ts$|^tests\//.test(path),
  )
  expect(matches(tests, /^(?!.*\.(then|catch)\().*\btimeout: \d|^\s*\}, \d[\d_]{4,}\)$/)).toEqual([])
})

test('the docstring of every exported declaration of the domain has the Chinese term in its first line', () => {
  const bare = domain.flatMap(({ path, text }) => {
    const lines = text.split('\n')
    return lines.flatMap((line, at) => {
      const exported = /^export (?:async )?(?:function\*?|interface|type|const|class) (\w+)/.exec(line)
      return exported === null || opensInChinese(lines, at) ? [] : [`${path}: ${exported[1]}`]
    })
  })
  expect(bare).toEqual([])
})

function opensInChinese(lines: readonly string[], at: number): boolean {
  let line = at - 1
  if (!lines[line]?.trimEnd().endsWith('*/')) return false
  while (line >= 0 && !lines[line]!.trimStart().startsWith('/**')) line--
  const opening = `${lines[line] ?? ''} ${lines[line + 1] ?? ''}`
  return /\p{Script=Han}/u.test(opening)
}

test('institutions are named only in schemes and rosters', () => {
  expect(matches(shipped, /湘西|州直工委/)).toEqual([])
})

function matches(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 100)}`] : [])),
  )
}

test('one writer makes every workbook, so that each text that looks like a formula keeps its text marker in every export', () => {
  const writers = shipped.filter(file => /xl\/worksheets|<worksheet|<sheetData/.test(file.text))
  expect(writers.map(file => file.path).filter(path => !path.startsWith('src/files/xlsx/stream/'))).toEqual(
    [],
  )
})

test('an exported name is used by another file; what only its own file uses is not exported', () => {
  const files = sourceFiles(['bench', 'scripts', 'src', 'tests', 'verify'], false)
  const filesWith = new Map<string, number>()
  for (const word of files.flatMap(({ text }) => [...new Set(text.match(/\w+/g))]))
    filesWith.set(word, (filesWith.get(word) ?? 0) + 1)
  for (const [name] of runInThreads(files)) filesWith.set(name, 2)
  const alone = files.flatMap(({ path, text }) =>
    !path.startsWith('src/')
      ? []
      : [...text.matchAll(/^export (?:async )?(?:function\*?|interface|type|const|class) (\w+)/gm)].flatMap(
          ([, name]) => (filesWith.get(name!) === 1 ? [`${path}: ${name}`] : []),
        ),
  )
  expect(alone).toEqual([])
})

test('what a thread calls by its name is exported', () => {
  const files = sourceFiles(['src'], false)
  const called = runInThreads(files)
  expect(called.length).toBeGreaterThan(5)
  const isExported = (name: string) =>
    files.some(({ text }) => new RegExp(`^export (?:async )?function ${name}\\b`, 'm').test(text))
  expect(called.filter(([name]) => !isExported(name))).toEqual([])
})

/** The functions that threads call, each with the file that has it called. */
function runInThreads(files: readonly SourceFile[]): readonly (readonly [name: string, path: string])[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\.run<typeof (\w+)/g)].map(([, name]) => [name!, path] as const),
  )
}
