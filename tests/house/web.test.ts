import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readText, sourceFiles } from './sourceFiles.ts'

const web = sourceFiles(['src/web'])

/** The parts of the web from the ground up, each with what it may import beside itself. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  client: [],
  kit: ['client'],
  desks: ['client', 'kit'],
  alone: ['client', 'kit'],
  shell: ['client', 'kit', 'desks'],
}

test('web: client < kit < desks < shell, and standalone pages do not import desks', () => {
  const partOf = (path: string): string | undefined => /^src\/web\/(\w+)\//.exec(path)?.[1]
  expect([...new Set(web.flatMap(file => partOf(file.path) ?? []))].toSorted()).toEqual(
    Object.keys(PARTS).toSorted(),
  )
  const wrong = web.flatMap(file => {
    const part = partOf(file.path)
    if (part === undefined) return []
    return file.imports
      .filter(path => {
        const other = partOf(path)
        return other !== undefined && other !== part && !PARTS[part]!.includes(other)
      })
      .map(path => `${file.path} → ${path}`)
  })
  expect(wrong).toEqual([])
})

test('web: of the files a page only writes workbooks, and loads that when a list is saved', () => {
  const used = web.flatMap(file =>
    file.imports
      .filter(path => path.startsWith('src/files/'))
      .map(path => `${path}${/import\('[^']*\/files\//.test(file.text) ? '' : ' at once'}`),
  )
  expect(used).toEqual(['src/files/xlsx/writeTables.ts'])
})

test('web: no page needs what browsers give over https alone for its arithmetic: hashes, seals and random ids are plain script', () => {
  const secure = web.filter(file => /crypto\.subtle\b|randomUUID\(/.test(file.text))
  expect(secure.map(file => file.path)).toEqual([])
})

test('web: colours are defined in tokens.css, and again for antd in theme.ts', () => {
  const styled = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/web'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter(path => /\.(css|tsx?)$/.test(path) && !/\.test\.tsx?$/.test(path))
  // Canvas takes no variable.
  const exempt = /tokens\.css$|shell\/theme\.ts$|SignatureBox\.tsx$|shrinkPhoto\.ts$/
  const hard = styled
    .filter(path => !exempt.test(path))
    .flatMap(path =>
      [...readText(path).matchAll(/(?<![\w&])#[0-9a-f]{3}(?:[0-9a-f]{3})?\b|\brgba?\([^)]*\)/gi)].map(
        found => `${path}: ${found[0]}`,
      ),
    )
  expect(hard).toEqual([])
  const known = new Set(readText('src/web/tokens.css').match(/--[a-z-]+(?=:)/g))
  const unknown = styled
    .filter(path => path.endsWith('.css'))
    .flatMap(path => {
      const text = readText(path)
      const own = new Set(text.match(/--[a-z-]+(?=:)/g))
      return [...text.matchAll(/var\((--[a-z-]+)\)/g)]
        .map(found => found[1]!)
        .filter(name => !known.has(name) && !own.has(name) && name !== '--font')
        .map(name => `${path}: ${name}`)
    })
  expect(unknown).toEqual([])
})

/** A rule of a style sheet: its file, the block that it stands in, its selector and its declarations in order. */
interface StyleRule {
  readonly path: string
  readonly within: string
  readonly selector: string
  readonly declarations: readonly string[]
}

/** Reads the rules of a style sheet, those inside `@media` with their condition. */
function styleRules(path: string, text: string, within = ''): readonly StyleRule[] {
  const rules: StyleRule[] = []
  const plain = text.replaceAll(/\/\*[^]*?\*\/|@import[^;]*;/g, '')
  for (let at = 0; ;) {
    const open = plain.indexOf('{', at)
    if (open < 0) return rules
    const selector = plain.slice(at, open).trim()
    let end = open + 1
    for (let depth = 1; depth > 0; end++) depth += plain[end] === '{' ? 1 : plain[end] === '}' ? -1 : 0
    const body = plain.slice(open + 1, end - 1)
    if (/^@(media|supports)/.test(selector)) rules.push(...styleRules(path, body, selector))
    else {
      const declarations = body.split(';').map(line => line.trim().replaceAll(/\s+/g, ' '))
      rules.push({
        path,
        within,
        selector,
        declarations: declarations.filter(line => line !== '').toSorted(),
      })
    }
    at = end
  }
}

test('web: no rule of style repeats another: not in its file, nor elsewhere when it says three things or more, nor as a class of its own what base.css has a word for', () => {
  const styles = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/web/**.css'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter(path => !path.startsWith('src/web/alone/'))
  const rules = styles.flatMap(path => styleRules(path, readText(path)))
  const bodies = new Map<string, StyleRule[]>()
  for (const rule of rules) {
    const key = `${rule.within} ${rule.declarations.join('; ')}`
    bodies.set(key, [...(bodies.get(key) ?? []), rule])
  }
  const repeats = [...bodies.values()].flatMap(([first, ...others]) =>
    others
      .filter(
        one =>
          one.path === first!.path ||
          one.declarations.length > 2 ||
          ([first!, one].every(rule => rule.selector.split(',').every(name => /^\s*\.[\w-]+$/.test(name))) &&
            first!.path === 'src/web/base.css'),
      )
      .map(one => `${one.path}: ${one.selector} = ${first!.path}: ${first!.selector}`),
  )
  expect(repeats).toEqual([])
})

test('web: every page loads the sheets that style its classes', () => {
  const files = new Map(web.map(file => [file.path, file]))
  const sheets = new Map<string, string[]>()
  const styles = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/web/**.css'], {
    encoding: 'utf8',
  })
  for (const path of styles
    .trim()
    .split('\n')
    .filter(path => !path.startsWith('src/web/alone/')))
    for (const { selector } of styleRules(path, readText(path)))
      for (const [, name] of selector.matchAll(/(?:^|,)\s*\.([\w-]+)/g))
        sheets.set(name!, [...(sheets.get(name!) ?? []), path])
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    for (const waiting = [start]; waiting.length > 0;) {
      const path = waiting.pop()!
      if (seen.has(path)) continue
      seen.add(path)
      const file = files.get(path)
      if (file === undefined) continue
      const folder = path.slice(0, path.lastIndexOf('/'))
      const styled = [...file.text.matchAll(/^import '([^']+\.css)'/gm)].map(found =>
        new URL(found[1]!, `file:///${folder}/`).pathname.slice(1),
      )
      waiting.push(...file.imports, ...styled)
    }
    return seen
  }
  const always = reachedFrom('src/web/main.tsx')
  const lacking = web
    .filter(file => /^src\/web\/desks\/.*Page\.tsx$/.test(file.path))
    .flatMap(page => {
      const reached = reachedFrom(page.path)
      return [...reached].flatMap(path =>
        [...(files.get(path)?.text ?? '').matchAll(/\b(?:className|foot)=(?:\{?["'`])([\w -]+)["'`]/g)]
          .flatMap(found => found[1]!.split(' '))
          .filter(name => sheets.get(name)?.every(sheet => !reached.has(sheet) && !always.has(sheet)))
          .map(name => `${page.path}: ${path} ${name}`),
      )
    })
  expect([...new Set(lacking)]).toEqual([])
})

test('web: every empty page of feedback, rectification and publication says the next step', () => {
  const rooms = /^src\/web\/desks\/(rectify|publish|documents|consequences|ledger\/(debriefs|remedies))\//
  const without = web
    .filter(file => rooms.test(file.path))
    .flatMap(file =>
      file.text
        .split('<EmptyState')
        .slice(1)
        .filter(rest => !/^[^]*?\bnext=/.test(rest.split('<EmptyState')[0]!.split('\n\n')[0]!))
        .map(rest => `${file.path}: ${rest.slice(0, 60)}`),
    )
  expect(without).toEqual([])
})
